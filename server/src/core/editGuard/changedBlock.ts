/** Assigns edits to the blocks that they touch. */
import type { Block } from "../document/block";
import { type Edit, shiftRange } from "../text/range";

/** A block before the edits. */
export interface ChangedBlock {
  readonly block: Block;
  /** the edits that touch it, with offsets in its text */
  readonly edits: readonly Edit[];
}

/** @param startOffset offset in the file of the first block */
export function blocksWithEdits(
  blocks: readonly Block[],
  startOffset: number,
  edits: readonly Edit[],
): readonly ChangedBlock[] {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let firstEdit = 0;
  let blockStart = startOffset;
  return blocks.map((block) => {
    const blockEnd = blockStart + block.text.length;
    while ((ordered[firstEdit]?.end ?? blockEnd) < blockStart) firstEdit++;
    const blockEdits: Edit[] = [];
    for (
      let editIndex = firstEdit;
      editIndex < ordered.length && (ordered[editIndex] as Edit).start <= blockEnd;
      editIndex++
    )
      blockEdits.push({
        ...(ordered[editIndex] as Edit),
        ...shiftRange(ordered[editIndex] as Edit, -blockStart),
      });
    blockStart = blockEnd;
    return { block, edits: blockEdits };
  });
}

/** True if an edit changes the block; an insertion at its end belongs to the next block. */
export function isTouched({ block, edits }: ChangedBlock): boolean {
  const end = block.text.length;
  return edits.some((edit) =>
    edit.start === edit.end ? edit.start >= 0 && edit.start < end : edit.start < end && edit.end > 0,
  );
}
