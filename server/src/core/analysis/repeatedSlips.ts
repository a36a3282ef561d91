/** Items that follow each other with the same slip of layout: one finding, whose fix covers all of them. */
import type { Block } from "../document/block";
import type { BlockDocument } from "../document/blockDocument";
import { blockFlag } from "../document/blockList";
import type { Finding, Fix } from "../findings/finding";
import { type Edit, shiftRange } from "../text/range";

/** Maximum number of items with one finding. */
const maxRepeated = 100;

/** @returns the findings of the blocks that repeat a slip or have the first of several, by block index */
export function withoutRepeatedSlips(document: BlockDocument): ReadonlyMap<number, readonly Finding[]> {
  const replacements = new Map<number, readonly Finding[]>();
  const { blocks } = document.blockList;
  const indices = document.blockList.indicesWith(blockFlag.syntaxErrors);
  for (let at = 0; at < indices.length; at++) {
    const first = indices[at] as number;
    const finding = slipIn(blocks[first]);
    if (!finding) continue;
    let last = first;
    while (last - first < maxRepeated && slipIn(blocks[last + 1])?.slip === finding.slip) last++;
    if (last === first) continue;
    at += last - first;
    const merged = { ...finding, fixes: () => mergedFixes(document, first, last) };
    for (let index = first; index <= last; index++)
      replacements.set(index, replacedSlip(blocks[index] as Block, index === first ? [merged] : []));
  }
  return replacements;
}

function slipIn(block: Block | undefined): Finding | undefined {
  return block?.shape.kind === "item" && !block.isValidYaml
    ? block.findings.find(({ slip }) => slip !== undefined)
    : undefined;
}

function replacedSlip({ findings }: Block, replacement: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding) => (finding.slip === undefined ? [finding] : replacement));
}

/** The fix of the first block with the edits of all, relative to the first block. */
function mergedFixes(document: BlockDocument, first: number, last: number): readonly Fix[] {
  const start = document.startOfBlock(first);
  const edits: Edit[] = [];
  let fix: Fix | undefined;
  for (let index = first; index <= last; index++) {
    const [own] = slipIn(document.blockList.blocks[index])?.fixes?.() ?? [];
    fix ??= own;
    const shift = document.startOfBlock(index) - start;
    for (const edit of own?.edits ?? []) edits.push({ ...shiftRange(edit, shift), text: edit.text });
  }
  return fix ? [{ ...fix, edits }] : [];
}
