/** Moves an item over its neighbour in the same list, with the comments above it. */
import type { MeetingDocument } from "../analysis/meetingDocument";
import type { Block } from "../document/block";
import type { PlacedBlock } from "../document/blockDocument";
import { isSameValue, parse } from "../editGuard/sameText";
import { lineEndsIn } from "../text/lines";
import { applyEdits, type Edit, insertion, joinEdits, trimmedEnd } from "../text/range";

export type Direction = "up" | "down";

/** The move of an item, or why it cannot be moved. */
export type ItemMove =
  | {
      /** offsets in the file; the neighbour moves, so that a cursor in the item stays in it */
      readonly edits: readonly Edit[];
      /** lines that the item moves down; negative if it moves up */
      readonly lines: number;
    }
  | { readonly reason: "noItem" | "first" | "last" | "unsafe" };

/** @param offset of the cursor in the file */
export function moveItem(document: MeetingDocument, offset: number, direction: Direction): ItemMove {
  const index = document.blockIndexAt(offset);
  const item = document.blocks[index];
  if (item?.shape.kind !== "item") return { reason: "noItem" };
  const neighbour = document.blocks[direction === "up" ? index - 1 : index + 1];
  if (neighbour?.shape.kind !== "item" || neighbour.shape.list !== item.shape.list)
    return { reason: direction === "up" ? "first" : "last" };
  const [upper, lower] = direction === "up" ? [neighbour, item] : [item, neighbour];
  const edits = swap(upper, lower, direction);
  const isSafe = isSwapped(document, edits, Math.min(index, document.blocks.indexOf(neighbour)));
  return isSafe ? { edits, lines: linesMoved(upper, lower, direction) } : { reason: "unsafe" };
}

/** The blank lines between two items, and those below them, stay where they are. */
function swap(upper: PlacedBlock, lower: PlacedBlock, direction: Direction): readonly Edit[] {
  const [upperBody, gap] = partsOf(upper);
  const [lowerBody] = partsOf(lower);
  const upperEnd = upper.start + upperBody.length;
  const lowerEnd = lower.start + lowerBody.length;
  if (direction === "down")
    return [insertion(upper.start, lowerBody + gap), { start: upperEnd, end: lowerEnd, text: "" }];
  return [{ start: upper.start, end: lower.start, text: "" }, insertion(lowerEnd, gap + upperBody)];
}

/** The text of an item up to its last character, and the line end and the blank lines after it. */
function partsOf({ block: { text } }: PlacedBlock): readonly [body: string, gap: string] {
  const end = trimmedEnd(text, text.length);
  return [text.slice(0, end), text.slice(end)];
}

function linesMoved(upper: PlacedBlock, lower: PlacedBlock, direction: Direction): number {
  const [upperBody, gap] = partsOf(upper);
  return direction === "up" ? -lineEndsIn(upperBody + gap) : lineEndsIn(partsOf(lower)[0] + gap);
}

/** True if the two blocks at `index` have changed places with the same values, and nothing else has changed. */
function isSwapped(before: MeetingDocument, edits: readonly Edit[], index: number): boolean {
  const after = before.edit(joinEdits(edits, before));
  const [oldBlocks, newBlocks] = [before.blockList.blocks, after.blockList.blocks];
  if (after.text !== applyEdits(before.text, edits) || newBlocks.length !== oldBlocks.length) return false;
  return oldBlocks.every((block, at) => {
    const newBlock = newBlocks[at === index ? at + 1 : at === index + 1 ? at - 1 : at];
    return newBlock !== undefined && isSameItem(block, newBlock);
  });
}

function isSameItem(before: Block, after: Block): boolean {
  if (before.text === after.text) return before.shape.kind === after.shape.kind;
  const hasSamePlace = after.shape.kind === before.shape.kind && after.shape.list === before.shape.list;
  if (!hasSamePlace || before.text.trimEnd() !== after.text.trimEnd()) return false;
  return isSameValue(parse(before.text), after.text, []);
}
