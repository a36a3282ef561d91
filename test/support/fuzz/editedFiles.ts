/** Generated files of all kinds, and what is wrong with any edit that is offered for one. */
import fc from "fast-check";
import { viewOf } from "../meeting";
import { anyFile } from "./damage";
import { damageDone } from "./damageDone";
import { hazards } from "./hazards";
import { meeting } from "./meetings";
import { offersFor } from "./offers";

/** Most are small files of what edits have damaged; meetings by the grammar are larger, and some are damaged. */
export const editedFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: hazards },
  { weight: 1, arbitrary: meeting },
  { weight: 1, arbitrary: anyFile },
);

export interface Judged {
  /** files that the offered edits leave */
  readonly edited: number;
  readonly faults: readonly string[];
}

/** Takes every edit that is offered for the whole file, each by itself. */
export function judgeEdits(text: string): Judged {
  const view = viewOf(text);
  const offers = offersFor(view);
  return { edited: offers.length, faults: offers.flatMap((offer) => damageDone(view, offer)) };
}
