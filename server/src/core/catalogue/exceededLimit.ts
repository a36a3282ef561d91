import type { Catalogue } from "./catalogue";
import { countProblem } from "./catalogueCounts";
import { lengthProblem } from "./catalogueLengths";
import type { CatalogueProblem } from "./catalogueProblem";

/**
 * @returns a problem for the first limit that the catalogue exceeds, with the actual number; undefined if
 * there is none
 */
export function exceededLimit(catalogue: Catalogue): CatalogueProblem | undefined {
  return countProblem(catalogue) ?? lengthProblem(catalogue);
}
