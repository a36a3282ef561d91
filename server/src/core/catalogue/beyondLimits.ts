import type { Catalogue } from "./catalogue";
import { tooMany } from "./catalogueCounts";
import type { CatalogueFault } from "./catalogueFault";
import { tooLong } from "./catalogueLengths";

/** @returns the first limit that the catalogue is beyond, with its value */
export function beyondLimits(catalogue: Catalogue): CatalogueFault | undefined {
  return tooMany(catalogue) ?? tooLong(catalogue);
}
