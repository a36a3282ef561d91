/** The cures that leave sound YAML, whatever else stands around them: the last word before a cure is offered. */
import type { MeetingDocument } from "./document";
import type { Finding, Fix } from "./finding";
import { applyEdits, type Edit, shiftRange } from "./range";
import { parseYaml } from "./syntax";

/** @param finding with offsets of the file; those in broken blocks were tried when they were made */
export function soundFixes(finding: Finding, document: MeetingDocument): readonly Fix[] {
  return (finding.fixes?.() ?? []).filter(({ edits }) => leavesSound(edits, document));
}

/** True where every sound block that the edits touch still parses. */
export function leavesSound(edits: readonly Edit[], document: MeetingDocument): boolean {
  return edits.every((edit) => {
    const { start, end, block } = document.blockAt(edit.start);
    if (!block.sound || edit.end > end) return true;
    const own = edits.filter((other) => start <= other.start && other.end <= end);
    const text = applyEdits(
      block.text,
      own.map((one) => ({ ...one, ...shiftRange(one, -start) })),
    );
    return parseYaml(text).errors.length <= parseYaml(block.text).errors.length;
  });
}
