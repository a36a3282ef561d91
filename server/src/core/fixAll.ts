import { type Knowledge, MeetingDocument } from "./document";
import type { Code } from "./finding";
import { applyEdits, type Edit } from "./range";
import { leavesSound } from "./soundFixes";

/** The edits of every cure that may be applied unasked; of two that overlap the first. */
export function fixAll(
  document: MeetingDocument,
  isOff: (code: Code) => boolean = () => false,
): readonly Edit[] {
  const chosen: Edit[] = [];
  for (const finding of document.findings()) {
    if (isOff(finding.code)) continue;
    const fix = finding.fixes?.().find(({ safe }) => safe);
    if (
      fix &&
      leavesSound(fix.edits, document) &&
      !fix.edits.some((edit) => chosen.some((other) => edit.start <= other.end && other.start <= edit.end))
    )
      chosen.push(...fix.edits);
  }
  return chosen;
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
      return fix?.tag && leavesSound(fix.edits, document) ? [{ ...fix.tag, edits: fix.edits }] : [];
    });
}

interface Fixed {
  readonly text: string;
  /** how many edits it took */
  readonly count: number;
}

/** Fixes until nothing safe is left to fix. */
export function fixText(text: string, knowledge: Knowledge): Fixed {
  let current = text;
  let count = 0;
  for (let round = 0; round < 10; round++) {
    const edits = fixAll(MeetingDocument.read(current, knowledge));
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
    count += edits.length;
  }
  return { text: current, count };
}

/** Tags all items that have convincing themes. */
export function tagText(text: string, knowledge: Knowledge): Fixed {
  const edits = tagAll(MeetingDocument.read(text, knowledge)).flatMap((tagging) => tagging.edits);
  return { text: applyEdits(text, edits), count: edits.length };
}
