/** The cures that leave sound YAML, whatever else stands around them: the last word before a cure is offered. */
import type { MeetingDocument } from "./document";
import type { Finding, Fix } from "./finding";
import type { KeptBlock } from "./keptBlock";
import { applyEdits, type Edit, joinEdits, shiftRange } from "./range";
import { parseYaml } from "./syntax";

/** @param finding with offsets of the file; those in broken blocks were tried when they were made */
export function soundFixes(finding: Finding, document: MeetingDocument): readonly Fix[] {
  return (finding.fixes?.() ?? []).filter(
    ({ edits }) => leavesSound(edits, document) && leavesListed(edits, document),
  );
}

/** True where the item below a broken part is in a list, as it was: a line at the margin may begin what has none. */
function leavesListed(edits: readonly Edit[], document: MeetingDocument): boolean {
  const { kept } = document.list;
  const mended = Math.max(...edits.map(({ start }) => document.indexAt(start)));
  if (!kept[mended]?.isBroken || !edits.some((edit) => isAtMargin(edit, document))) return true;
  const below = kept.findIndex(
    ({ piece }, index) => index > mended && (piece.kind === "item" || piece.list !== undefined),
  );
  if (!kept[below]?.piece.list) return true;
  const edit = joinEdits(edits, document);
  const start = document.startOf(below) + edit.text.length - (edit.end - edit.start);
  const after = document.edit(edit);
  const index = after.indexAt(start);
  const piece = after.list.kept[index]?.piece;
  // with what was mended above it, where that is a comment now
  const isItself = after.startOf(index) >= document.startOf(mended);
  return isItself && piece?.kind === kept[below].piece.kind && piece.list !== undefined;
}

/** True for what changes how a line begins, or a line that begins at the margin. */
function isAtMargin({ start, end, text }: Edit, document: MeetingDocument): boolean {
  const line = document.lineAt(start);
  const isInked = /\S/.test(document.slice(line.start, line.start + 1));
  return isInked || start === line.start || end > line.end || text.includes("\n");
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
