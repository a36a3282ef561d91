/** What the catalogue's own examples say of themselves: each is judged by what the others taught. */
import type { Catalogue, Example } from "../../server/src/core/catalogue";
import { type Judged, type Outcome, outcomesOf } from "./measure";
import { suggesterOf } from "./rankers";

/** Every n-th example is kept back in turn; the order in the catalogue decides which. */
export function crossValidate(catalogue: Catalogue, folds: number): readonly Outcome[] {
  const examples = catalogue.examples ?? [];
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isKept = (index: number): boolean => index % folds === fold;
    const taught = { ...catalogue, examples: examples.filter((_one, index) => !isKept(index)) };
    return outcomesOf(examples.filter((_one, index) => isKept(index)).map(judged), suggesterOf(taught));
  });
}

function judged({ title, notes, themes }: Example): Judged {
  const ids = themes === "none" ? [] : themes.map((ref) => ref.split("/")[0] ?? ref);
  return { title, ...(notes !== undefined && { notes }), primary: ids[0] ?? null, acceptable: ids };
}
