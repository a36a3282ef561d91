/** Cuts a file anew around an edit, and takes over every block whose text still stands there. */

import type { Edit } from "../text/range";
import { type BlockReader, isSameState, KeptBlock } from "./block";
import type { BlockList } from "./blockList";
import { type Cut, type CutState, cutAgain, type Known } from "./splitIntoBlocks";

/** `blocks` stand in place of those from index `from` up to `to`, which stays. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly KeptBlock[];
}

/**
 * The part that is cut anew begins a block ahead of the edit, and grows until all behind it is as before.
 * @param edit offsets in the file
 * @returns nothing where the file can no longer be cut
 */
export function recut(list: BlockList, edit: Edit, reader: BlockReader): Region | undefined {
  const { kept, layout } = list;
  const ahead = Math.max(0, layout.indexAt(edit.start) - 1);
  const from = kept[ahead - 1]?.piece.kind === "lead" ? 0 : ahead;
  const last = layout.indexAt(edit.end);
  const base = layout.startOf(from);
  for (let reach = 2; ; reach *= 4) {
    const to = Math.min(kept.length, last + reach);
    const old = joined(kept, from, to);
    const fresh = old.slice(0, edit.start - base) + edit.text + old.slice(edit.end - base);
    const known = knownFrom(last + 1, layout.startOf(to) - fresh.length, list);
    const result = cutAgain(fresh, from === 0 ? undefined : kept[from]?.piece.before, known);
    if (!result) return undefined;
    if (result.knownAt === undefined && to < kept.length) continue;
    const upTo = result.knownAt ?? to;
    const before = byText(kept.slice(from, upTo));
    const blocks = result.pieces.map((piece) =>
      keep(fresh.slice(piece.start, piece.end), piece, reader, before),
    );
    return { from, to: upTo, blocks };
  }
}

/** Finds the block, `first` or one behind it, that began at a place of the part cut anew and was cut in this state. */
function knownFrom(first: number, shift: number, { kept, layout }: BlockList): Known {
  return (at: number, state: CutState) => {
    const index = layout.indexAt(at + shift);
    const block = kept[index];
    // `]` at the margin begins a block below comments alone, and else goes on with the one above
    const isBelowLead = kept[index - 1]?.piece.kind === "lead";
    const isIt = index >= first && block && !isBelowLead && layout.startOf(index) === at + shift;
    return isIt && isSameState(block.piece.before, state) ? index : undefined;
  };
}

/** The text of the blocks from index `from` up to `to`. */
export function joined(kept: readonly KeptBlock[], from = 0, to = kept.length): string {
  let text = "";
  for (let index = from; index < to; index++) text += kept[index]?.text ?? "";
  return text;
}

export function byText(blocks: readonly KeptBlock[]): ReadonlyMap<string, KeptBlock> {
  return new Map(blocks.map((block) => [block.text, block]));
}

/** The block of this text that is known, where it is cut alike; else a new one. */
export function keep(
  text: string,
  piece: Cut,
  reader: BlockReader,
  known?: ReadonlyMap<string, KeptBlock>,
): KeptBlock {
  return known?.get(text)?.as(piece) ?? new KeptBlock(text, piece, reader);
}
