/** The kept blocks of a file in their order, with what is asked of all of them at each keystroke close at hand. */
import { type CodeSet, codeSet } from "../findings/codeSet";
import { Layout } from "../text/partIndex";
import type { KeptBlock } from "./block";

/** What a block may have, as bits, so that those that have it are found without looking into each. */
export const mark = {
  read: 1,
  findings: 2,
  suppressions: 4,
  /** it may hold keys of the root */
  rootKeys: 8,
  broken: 16,
} as const;
export type Mark = (typeof mark)[keyof typeof mark];

/** A file of so many blocks and more would hold too much, were all their nodes kept. */
const manyBlocks = 1000;

export class BlockList {
  /** covering the file; at least one */
  readonly kept: readonly KeptBlock[];
  readonly layout: Layout;
  /** by index; 0 where the block was not read when somebody asked last */
  readonly #marks: Uint8Array;
  /** by index the codes of what is found in the block, once it has marks */
  readonly #codes: Int32Array;

  private constructor(kept: readonly KeptBlock[], marks: Uint8Array, codes: Int32Array) {
    this.kept = kept;
    this.layout = new Layout(kept);
    this.#marks = marks;
    this.#codes = codes;
  }

  static of(kept: readonly KeptBlock[]): BlockList {
    return new BlockList(kept, new Uint8Array(kept.length), new Int32Array(kept.length));
  }

  /** With `blocks` in place of those from index `from` up to `to`, which stays. */
  replace(from: number, to: number, blocks: readonly KeptBlock[]): BlockList {
    const kept = [...this.kept.slice(0, from), ...blocks, ...this.kept.slice(to)];
    const marks = new Uint8Array(kept.length);
    const codes = new Int32Array(kept.length);
    for (const [fresh, old] of [[marks, this.#marks] as const, [codes, this.#codes] as const]) {
      fresh.set(old.subarray(0, from));
      fresh.set(old.subarray(to), from + blocks.length);
    }
    return new BlockList(kept, marks, codes);
  }

  /**
   * Reads blocks until it is time for something else: from index `first` on, then those ahead of it. The nodes of a
   * long file's items are let go, but for the first one.
   * @param take is given each block that is read, while its nodes are at hand
   */
  readSome(isTime: () => boolean, first: number, take: (block: KeptBlock) => void): void {
    const isLong = this.kept.length > manyBlocks;
    for (let step = 0; step < this.kept.length; step++) {
      const index = (first + step) % this.kept.length;
      const block = this.kept[index];
      if (!block || this.#markIfRead(index) !== 0) continue;
      this.#markOf(index);
      take(block);
      if (isLong && step > 0) block.releaseNodes();
      if (isTime()) return;
    }
  }

  /** How many of the blocks were read, from 0 to 1. */
  get shareRead(): number {
    let read = 0;
    for (let index = 0; index < this.kept.length; index++) if (this.#markIfRead(index) !== 0) read++;
    return read / this.kept.length;
  }

  get isRead(): boolean {
    for (let index = 0; index < this.kept.length; index++) if (this.#markIfRead(index) === 0) return false;
    return true;
  }

  /** The indices of the blocks that have this, ascending. */
  having(wanted: Mark): readonly number[] {
    return this.#having(wanted, (index) => this.#markOf(index));
  }

  /** As `having`, but for the blocks that nobody has read yet. */
  havingSoFar(wanted: Mark): readonly number[] {
    return this.#having(wanted, (index) => this.#markIfRead(index));
  }

  /** The codes of what the block says by itself. */
  codesIn(index: number): CodeSet {
    this.#markOf(index);
    return this.#codes[index] ?? 0;
  }

  #having(wanted: Mark, markAt: (index: number) => number): readonly number[] {
    const indices: number[] = [];
    const marks = this.#marks;
    for (let index = 0; index < marks.length; index++)
      if (((marks[index] || markAt(index)) & wanted) !== 0) indices.push(index);
    return indices;
  }

  #markIfRead(index: number): number {
    return this.#marks[index] || (this.kept[index]?.isRead ? this.#markOf(index) : 0);
  }

  #markOf(index: number): number {
    const known = this.#marks[index];
    if (known) return known;
    const block = this.kept[index];
    const marks = block ? marksOf(block) : 0;
    this.#marks[index] = marks;
    this.#codes[index] = block ? codeSet(block.findings) : 0;
    return marks;
  }
}

function marksOf(block: KeptBlock): number {
  return (
    mark.read |
    (block.findings.length > 0 ? mark.findings : 0) |
    (block.suppressions.length > 0 ? mark.suppressions : 0) |
    (block.piece.kind === "item" ? 0 : mark.rootKeys) |
    (block.isBroken ? mark.broken : 0)
  );
}
