import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { PlacedBlock } from "../../core/document/blockDocument";
import type { BlockShape } from "../../core/document/blockSpan";
import type { View } from "../shared/view";

/** The text in which the position of the cursor is found. */
export interface Source {
  /** its offset in the file */
  readonly start: number;
  readonly text: string;
  readonly shape: BlockShape;
  readonly exceedsLimits: boolean;
}

/**
 * The block at the offset. On an empty line before a block it is the block above, which is still being written; with a
 * line that is only begun and not at its column, such as `act` or `- ` at the margin, it is the item above and that line.
 */
export function sourceAt({ document }: View, offset: number): Source {
  const placedBlock = document.blockAt(offset);
  const { start, block, shape } = placedBlock;
  const isAbove = offset === start && offset > 0 && /^[ \t]*(?:\r?\n|$)/.test(block.text);
  if (isAbove) return sourceOf(document.blockAt(offset - 1));
  const above = isBegunLine(placedBlock, offset) ? itemAbove(placedBlock, document) : undefined;
  if (!above) return sourceOf(placedBlock);
  return {
    start: above.start,
    text: above.block.text + block.text,
    shape: above.shape,
    exceedsLimits: above.block.exceedsLimits || block.exceedsLimits || shape.kind === "tooLarge",
  };
}

function sourceOf({ start, block, shape }: PlacedBlock): Source {
  return { start, text: block.text, shape, exceedsLimits: block.exceedsLimits };
}

/** True on the first line of a block if it is a single word, or a dash with nothing after it. */
function isBegunLine({ start, block }: PlacedBlock, offset: number): boolean {
  const [line = ""] = /^[^\r\n]*/.exec(block.text) ?? [];
  return offset - start <= line.length && /^[ \t]*(?:-[ \t]*|[\p{L}\p{N}_-]+)$/u.test(line);
}

function itemAbove({ start }: PlacedBlock, document: MeetingDocument): PlacedBlock | undefined {
  const above = start > 0 ? document.blockAt(start - 1) : undefined;
  return above?.shape.kind === "item" && above.shape.list ? above : undefined;
}
