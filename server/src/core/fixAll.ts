import { type Knowledge, MeetingDocument } from "./document";
import type { Code } from "./finding";
import { applyEdits, type Edit } from "./range";

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
      !fix.edits.some((edit) => chosen.some((other) => edit.start <= other.end && other.start <= edit.end))
    )
      chosen.push(...fix.edits);
  }
  return chosen;
}

/** Fixes until nothing safe is left to fix. `count` is how many edits that took. */
export function fixText(
  text: string,
  knowledge: Knowledge,
): { readonly text: string; readonly count: number } {
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
