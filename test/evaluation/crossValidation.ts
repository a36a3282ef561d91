/** Measures on titles in turn, each with suggestions trained on the others. */
import type { Catalogue, Example } from "../../server/src/core/catalogue/catalogue";
import { type LabelledTitle, type Outcome, outcomesOf } from "./measure";
import { suggesterOf, type TrainRanker } from "./rankers";

/** The catalogue's own examples; every n-th is held out in turn. */
export function crossValidate(catalogue: Catalogue, folds: number): readonly Outcome[] {
  return inFolds(catalogue.examples ?? [], folds).flatMap(([heldOut, others]) =>
    outcomesOf(heldOut.map(asJudgedTitle), suggesterOf({ ...catalogue, examples: others })),
  );
}

/** Titles that a group is thought to have tagged, all but every n-th, which is suggested for in turn. */
export function crossValidateWithArchive(
  titles: readonly LabelledTitle[],
  trainRanker: TrainRanker,
  folds: number,
): readonly Outcome[] {
  return inFolds(titles, folds).flatMap(([heldOut, others]) =>
    outcomesOf(heldOut, trainRanker(others.map(asTaggedExample))),
  );
}

/** Each part, and all that is not in it. */
function inFolds<T>(list: readonly T[], folds: number): readonly (readonly [readonly T[], readonly T[]])[] {
  return Array.from({ length: folds }, (_, fold) => [
    list.filter((_one, index) => index % folds === fold),
    list.filter((_one, index) => index % folds !== fold),
  ]);
}

/** As a chair would have tagged it: the primary theme in front. */
export function asTaggedExample({ title, notes, primary, acceptable }: LabelledTitle): Example {
  const others = acceptable.filter((theme) => theme !== primary);
  return {
    title,
    ...(notes !== undefined && { notes }),
    themes: primary === null ? "none" : [primary, ...others],
  };
}

function asJudgedTitle({ title, notes, themes }: Example): LabelledTitle {
  const ids = themes === "none" ? [] : themes.map((ref) => ref.split("/")[0] ?? ref);
  return { title, ...(notes !== undefined && { notes }), primary: ids[0] ?? null, acceptable: ids };
}
