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
    if (isOff(finding.code)) continue;
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

/** One untagged item's themes, to be taken with those of all others. */
export interface Tagging {
  readonly themes: readonly string[];
  /** the words that gave them away */
  readonly because: string;
  /** offsets in the file */
  readonly edits: readonly Edit[];
}

/** Themes for every untagged item that has convincing ones; the others stay as they are. */
export function tagAll(document: MeetingDocument): readonly Tagging[] {
  return document
    .findings()
    .filter(({ code }) => code === "untagged-item")
    .flatMap(({ fixes }) => {
      const fix = fixes?.().find(({ tag }) => tag);
      return fix?.tag ? [{ ...fix.tag, edits: fix.edits }] : [];
    });
}

interface Fixed {
  readonly text: string;
  /** how many edits it took */
  readonly count: number;
}

/** Fixes until nothing safe is left to fix. */
export function fixText(text: string, knowledge: Knowledge): Fixed {
  const edits = fixAll(MeetingDocument.read(text, knowledge));
  return { text: applyEdits(text, edits), count: edits.length };
}

/** Tags all items that have convincing themes. */
export function tagText(text: string, knowledge: Knowledge): Fixed {
  const edits = tagAll(MeetingDocument.read(text, knowledge)).flatMap((tagging) => tagging.edits);
  return { text: applyEdits(text, edits), count: edits.length };
}
