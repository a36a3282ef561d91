import { isWholeFile } from "../../core/document/block";
import type { BlockDocument } from "../../core/document/blockDocument";
import type { Range } from "../../core/text/range";

/** The place of an item, of the meeting head, or of lines between them. */
export interface ItemPlace {
  readonly blockIndex: number;
  /** 0-based; an edit below it leaves the item at this line */
  readonly firstLine: number;
  /** relative to the block */
  readonly range: Range;
}

/** The place that contains a 0-based line; undefined outside of all items in a file that is read as a whole. */
export function itemPlaceAt(document: BlockDocument, line: number): ItemPlace | undefined {
  const blockIndex = document.blockIndexOfLine(line);
  const block = document.blockList.blocks[blockIndex];
  if (!block) return undefined;
  const blockStart = document.startOfBlock(blockIndex);
  if (!isWholeFile(block.shape))
    return {
      blockIndex,
      firstLine: document.lineOfBlock(blockIndex),
      range: { start: 0, end: block.text.length },
    };
  const unit = document.placedUnitAt(document.lineAt(document.offsetOf({ line, column: 0 })).end);
  if (!unit) return undefined;
  const { range } = unit.summary;
  return { blockIndex, firstLine: document.lineColumnOf(blockStart + range.start).line, range };
}
