/** Generated files of all kinds, and the errors of every edit that is offered for one. */
import fc from "fast-check";
import { viewOf } from "../meeting";
import { anyFile } from "./damage";
import { editDamage } from "./damageDone";
import { riskyMeeting } from "./hazards";
import { meeting } from "./meetings";
import { offeredEditsFor } from "./offers";

/** Most are small files of what edits have damaged; meetings by the grammar are larger, and some are damaged. */
export const editedFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: riskyMeeting },
  { weight: 1, arbitrary: meeting },
  { weight: 1, arbitrary: anyFile },
);

export interface EditReport {
  /** files that the offered edits leave */
  readonly edited: number;
  readonly problems: readonly string[];
}

/** Takes every edit that is offered for the whole file, each by itself. */
export function checkEdits(text: string): EditReport {
  const view = viewOf(text);
  const offers = offeredEditsFor(view);
  return { edited: offers.length, problems: offers.flatMap((offer) => editDamage(view, offer)) };
}
