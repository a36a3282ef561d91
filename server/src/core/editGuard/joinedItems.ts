/** Items that edits join: a space instead of the dash of `- themes: none` makes it a key of the item above. */

import type { Block } from "../document/block";
import { itemKeys } from "../document/itemKeys";
import { canonicalText } from "../yaml/canonicalText";
import { pairsOf } from "../yaml/nodes";
import { type ChangedBlock, isTouched } from "./changedBlock";

/** An item without edits, and the blocks that become keys of it. */
export type JoinedItem = readonly ChangedBlock[];

/** @returns the joined items by their first block; the other blocks are `part` */
export function joinedItems(
  changedBlocks: readonly ChangedBlock[],
): ReadonlyMap<ChangedBlock, JoinedItem | "part"> {
  const joined = new Map<ChangedBlock, JoinedItem | "part">();
  for (let at = 0; at < changedBlocks.length; at++) {
    const first = changedBlocks[at] as ChangedBlock;
    if (isTouched(first) || first.block.cached(itemKeys) === undefined) continue;
    let end = at + 1;
    while (end < changedBlocks.length && isPart(changedBlocks[end] as ChangedBlock, first.block)) end++;
    if (end === at + 1) continue;
    const group = changedBlocks.slice(at, end);
    joined.set(first, group);
    for (const part of group.slice(1)) joined.set(part, "part");
    at = end - 1;
  }
  return joined;
}

/** True if the only edit of an item of the same list replaces its dash. */
function isPart(changed: ChangedBlock, { shape }: Block): boolean {
  const { block, edits } = changed;
  const keys = block.shape.list === shape.list ? block.cached(itemKeys) : undefined;
  const own = edits.filter((edit) => isTouched({ block, edits: [edit] }));
  const [edit, other] = own;
  if (!keys || !edit || other) return false;
  return edit.start === keys.dash && edit.end === keys.dash + 1 && edit.text === " ";
}

/** True if the item has the keys and values of all blocks, each key once. */
export function isJoinedItem(group: JoinedItem, newBlock: Block): boolean {
  const { shape } = newBlock;
  const isSamePlace = group.every(
    ({ block }) => block.shape.list === shape.list && block.shape.indentDelta === shape.indentDelta,
  );
  const before = group.map(({ block }) => pairsIn(block));
  const after = pairsIn(newBlock);
  if (!isSamePlace || !after || before.some((pairs) => pairs === undefined)) return false;
  const expected = before.flatMap((pairs) => pairs ?? []);
  return (
    after.length === expected.length &&
    after.every(
      ({ name, value }, at) =>
        name === expected[at]?.name && value !== undefined && value === expected[at]?.value,
    ) &&
    new Set(after.map(({ name }) => name)).size === after.length
  );
}

interface NamedValue {
  readonly name: string;
  /** in canonical form; undefined if it is too large */
  readonly value: string | undefined;
}

/** The keys of a block of one item, in order; undefined for other blocks. */
function pairsIn(block: Block): readonly NamedValue[] | undefined {
  if (!block.isValidYaml) return undefined;
  return block.withNodes(({ units: [unit, other] }) => {
    if (!unit || other) return undefined;
    return pairsOf(unit.node).map(({ name, value }) => ({ name, value: canonicalText(value) }));
  });
}
