import { type Knowledge, MeetingDocument } from "./document";
import type { Code } from "./finding";
import { Patch } from "./patch";
import { applyEdits, type Edit, shiftRange } from "./range";

/** Rounds in which a cure may uncover what the next one cures: a broken item hides all else that is in it. */
const maxRounds = 10;

/** The edits of every cure that may be applied unasked, and of those that these uncover, until nothing is left. */
export function fixAll(
  document: MeetingDocument,
  isOff: (code: Code) => boolean = () => false,
): readonly Edit[] {
  const patch = new Patch(document.length);
  let current = document;
  for (let round = 0; round < maxRounds; round++) {
    const edits = fixOnce(current, isOff);
    if (edits.length === 0) break;
    patch.apply(edits);
    current = current.edit(joinEdits(edits, current));
  }
  return patch.edits();
}

/** The edits of every cure that is safe as things stand; of two that overlap the first. */
function fixOnce(document: MeetingDocument, isOff: (code: Code) => boolean): readonly Edit[] {
  const chosen: Edit[] = [];
  for (const finding of document.findings()) {
    // no theme is set unasked, and to think of one takes long
    if (isOff(finding.code) || finding.code === "untagged-item") continue;
    const fix = finding.fixes?.().find(({ safe }) => safe);
    if (
      fix &&
      !fix.edits.some((edit) => chosen.some((other) => edit.start <= other.end && other.start <= edit.end))
    )
      chosen.push(...fix.edits);
  }
  return chosen;
}

/** The one edit that does what all of these do. */
function joinEdits(edits: readonly Edit[], document: MeetingDocument): Edit {
  const start = edits.reduce((least, edit) => Math.min(least, edit.start), document.length);
  const end = edits.reduce((most, edit) => Math.max(most, edit.end), 0);
  const inside = edits.map((edit) => ({ ...shiftRange(edit, -start), text: edit.text }));
  return { start, end, text: applyEdits(document.slice(start, end), inside) };
}

export interface Fixed {
  readonly text: string;
  /** how many edits it took */
  readonly count: number;
}

/** Fixes until nothing safe is left to fix. */
export function fixText(text: string, knowledge: Knowledge): Fixed {
  const edits = fixAll(MeetingDocument.read(text, knowledge));
  return { text: applyEdits(text, edits), count: edits.length };
}
