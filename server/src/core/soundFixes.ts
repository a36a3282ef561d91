/** The cures that leave sound YAML, whatever else stands around them: the last word before a cure is offered. */
import type { MeetingDocument } from "./document";
import type { Finding, Fix } from "./finding";
import type { KeptBlock } from "./keptBlock";
import { applyEdits, type Edit, shiftRange } from "./range";
import { parseYaml } from "./syntax";

/** @param finding with offsets of the file; those in broken blocks were tried when they were made */
export function soundFixes(finding: Finding, document: MeetingDocument): readonly Fix[] {
  return (finding.fixes?.() ?? []).filter(({ edits }) => leavesSound(edits, document));
}

/** True where every sound block that the edits touch still parses. */
export function leavesSound(edits: readonly Edit[], document: MeetingDocument): boolean {
  const touched = new Map<KeptBlock, Edit[]>();
  for (const edit of edits) {
    const { start, end, block } = document.blockAt(edit.start);
    if (edit.end > end) continue;
    const own = touched.get(block) ?? [];
    own.push({ ...edit, ...shiftRange(edit, -start) });
    touched.set(block, own);
  }
  return [...touched].every(([block, own]) => staysSound(block, own));
}

/** True where the block still parses, or did not before; edits are relative to it. */
export function staysSound(block: KeptBlock, edits: readonly Edit[]): boolean {
  return !block.sound || errorsOf(applyEdits(block.text, edits)) <= block.derive(errorsIn);
}

function errorsIn({ text }: KeptBlock): number {
  return errorsOf(text);
}

function errorsOf(text: string): number {
  return parseYaml(text).errors.length;
}
