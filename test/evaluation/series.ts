/** Measures on a group's own meetings in the order they were held, each after training on the ones before it. */
import { asTaggedExample } from "./crossValidation";
import { type LabelledTitle, type Outcome, outcomesOf } from "./measure";
import type { TrainRanker } from "./rankers";

/** An item of a meeting of the series, with the theme that the group always gives such items. */
export interface SeriesItem extends LabelledTitle {
  /** 1 for the first */
  readonly meeting: number;
}

/** @returns outcomes of each meeting but the first, in order, without the archive and with it */
export function walk(
  items: readonly SeriesItem[],
  trainRanker: TrainRanker,
): { readonly alone: readonly Outcome[]; readonly withArchive: readonly Outcome[] } {
  const later = items.filter(({ meeting }) => meeting > 1);
  const meetings = [...new Set(later.map(({ meeting }) => meeting))];
  return {
    alone: outcomesOf(later, trainRanker([])),
    withArchive: meetings.flatMap((number) =>
      outcomesOf(
        later.filter(({ meeting }) => meeting === number),
        trainRanker(items.filter(({ meeting }) => meeting < number).map(asTaggedExample)),
      ),
    ),
  };
}
