/** Splits a file again around an edit and reuses every block whose text is unchanged. */

import type { Edit } from "../text/range";
import { Block, type BlockReader, isSameScanState } from "./block";
import type { BlockList } from "./blockList";
import type { FindKnownBlock } from "./blockScanner";
import type { BlockShape, ScanState } from "./blockSpan";
import { rescan } from "./splitIntoBlocks";

/** `blocks` replace those from index `from` up to, not including, `to`. */
export interface BlockRegion {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly Block[];
}

/**
 * Splits again from the block before the edit; the part grows until the blocks after it are unchanged.
 * @param edit offsets in the file
 * @returns undefined if the file can no longer be split
 */
export function updateBlocks(blockList: BlockList, edit: Edit, reader: BlockReader): BlockRegion | undefined {
  const { blocks, partIndex } = blockList;
  const previousIndex = Math.max(0, partIndex.indexAt(edit.start) - 1);
  const from = blocks[previousIndex - 1]?.shape.kind === "leadingComments" ? 0 : previousIndex;
  const lastIndex = partIndex.indexAt(edit.end);
  const base = partIndex.startOf(from);
  for (let lookahead = 2; ; lookahead *= 4) {
    const to = Math.min(blocks.length, lastIndex + lookahead);
    const oldText = joinText(blocks, from, to);
    const newText = oldText.slice(0, edit.start - base) + edit.text + oldText.slice(edit.end - base);
    const findKnownBlock = knownBlockFinder(lastIndex + 1, partIndex.startOf(to) - newText.length, blockList);
    const result = rescan(newText, from === 0 ? undefined : blocks[from]?.shape.stateBefore, findKnownBlock);
    if (!result) return undefined;
    if (result.knownAt === undefined && to < blocks.length) continue;
    const endIndex = result.knownAt ?? to;
    const reusable = blocksByText(blocks.slice(from, endIndex));
    const updatedBlocks = result.spans.map((span) =>
      reuseBlock(newText.slice(span.start, span.end), span, reader, reusable),
    );
    return { from, to: endIndex, blocks: updatedBlocks };
  }
}

/**
 * Finds the existing block, from `firstIndex` on, that starts at an offset of the part with the same scan
 * state.
 */
function knownBlockFinder(
  firstIndex: number,
  shift: number,
  { blocks, partIndex }: BlockList,
): FindKnownBlock {
  return (at: number, state: ScanState) => {
    const index = partIndex.indexAt(at + shift);
    const block = blocks[index];
    // `]` at column 0 starts a block only below leading comments; elsewhere it continues the block above
    const isBelowLead = blocks[index - 1]?.shape.kind === "leadingComments";
    const isKnown = index >= firstIndex && block && !isBelowLead && partIndex.startOf(index) === at + shift;
    return isKnown && isSameScanState(block.shape.stateBefore, state) ? index : undefined;
  };
}

/** The text of the blocks from index `from` up to `to`. */
export function joinText(blocks: readonly Block[], from = 0, to = blocks.length): string {
  let text = "";
  for (let index = from; index < to; index++) text += blocks[index]?.text ?? "";
  return text;
}

export function blocksByText(blocks: readonly Block[]): ReadonlyMap<string, Block> {
  return new Map(blocks.map((block) => [block.text, block]));
}

/** The existing block with this text if it has the same shape, otherwise a new one. */
export function reuseBlock(
  text: string,
  shape: BlockShape,
  reader: BlockReader,
  reusable?: ReadonlyMap<string, Block>,
): Block {
  return reusable?.get(text)?.withShape(shape) ?? new Block(text, shape, reader);
}
