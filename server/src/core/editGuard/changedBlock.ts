/** Blocks, each with the edits at it and in it. */
import type { KeptBlock } from "../document/block";
import { type Edit, shiftRange } from "../text/range";

/** A block of before. */
export interface ChangedBlock {
  readonly block: KeptBlock;
  /** those at it and in it, with offsets in its text */
  readonly edits: readonly Edit[];
}

/** @param from offset in the file of the first block */
export function withEdits(
  blocks: readonly KeptBlock[],
  from: number,
  edits: readonly Edit[],
): readonly ChangedBlock[] {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let first = 0;
  let start = from;
  return blocks.map((block) => {
    const end = start + block.text.length;
    while ((ordered[first]?.end ?? end) < start) first++;
    const own: Edit[] = [];
    for (let at = first; at < ordered.length && (ordered[at] as Edit).start <= end; at++)
      own.push({ ...(ordered[at] as Edit), ...shiftRange(ordered[at] as Edit, -start) });
    start = end;
    return { block, edits: own };
  });
}

/** An insertion where the next block starts is of that one. */
export function isTouched({ block, edits }: ChangedBlock): boolean {
  const end = block.text.length;
  return edits.some((edit) =>
    edit.start === edit.end ? edit.start >= 0 && edit.start < end : edit.start < end && edit.end > 0,
  );
}
