/** The blocks of a file in order, with flags and code sets that each keystroke needs for all of them. */
import { type CodeSet, codeSet } from "../findings/codeSet";
import { PartIndex } from "../text/partIndex";
import type { Block } from "./block";

/** Properties of a block as bit flags, so that matching blocks are found without reading each one. */
export const blockFlag = {
  read: 1,
  findings: 2,
  suppressions: 4,
  /** the block may have root keys */
  rootKeys: 8,
  syntaxErrors: 16,
} as const;
export type BlockFlag = (typeof blockFlag)[keyof typeof blockFlag];

/**
 * In files with more blocks than this, the YAML nodes of items are released after the block was read, to save
 * memory.
 */
const maxBlocksWithNodes = 1000;

export class BlockList {
  /** covering the file; at least one */
  readonly blocks: readonly Block[];
  readonly partIndex: PartIndex;
  /** flags by block index; 0 if the block had not been read at the last request */
  readonly #flags: Uint8Array;
  /** codes of the block's own findings by block index; valid once its flags are set */
  readonly #codeSets: Int32Array;

  private constructor(blocks: readonly Block[], flags: Uint8Array, codeSets: Int32Array) {
    this.blocks = blocks;
    this.partIndex = new PartIndex(blocks);
    this.#flags = flags;
    this.#codeSets = codeSets;
  }

  static fromBlocks(blocks: readonly Block[]): BlockList {
    return new BlockList(blocks, new Uint8Array(blocks.length), new Int32Array(blocks.length));
  }

  /** A list in which `blocks` replace those from index `from` up to, not including, `to`. */
  replace(from: number, to: number, blocks: readonly Block[]): BlockList {
    const allBlocks = [...this.blocks.slice(0, from), ...blocks, ...this.blocks.slice(to)];
    const flags = new Uint8Array(allBlocks.length);
    const codeSets = new Int32Array(allBlocks.length);
    for (const [updated, previous] of [[flags, this.#flags] as const, [codeSets, this.#codeSets] as const]) {
      updated.set(previous.subarray(0, from));
      updated.set(previous.subarray(to), from + blocks.length);
    }
    return new BlockList(allBlocks, flags, codeSets);
  }

  /**
   * Reads unread blocks until `shouldPause` returns true: from `firstIndex` to the end, then from the start.
   * In large files the YAML nodes of each item but the first one are released afterwards.
   * @param onRead called with each block after it was read, while its nodes are in memory
   */
  readSome(shouldPause: () => boolean, firstIndex: number, onRead: (block: Block) => void): void {
    const isLargeFile = this.blocks.length > maxBlocksWithNodes;
    for (let offset = 0; offset < this.blocks.length; offset++) {
      const index = (firstIndex + offset) % this.blocks.length;
      const block = this.blocks[index];
      if (!block || this.#flagsIfRead(index) !== 0) continue;
      this.#flagsOf(index);
      onRead(block);
      if (isLargeFile && offset > 0) block.releaseNodes();
      if (shouldPause()) return;
    }
  }

  /** The fraction of blocks that were read, 0 to 1. */
  get fractionRead(): number {
    let read = 0;
    for (let index = 0; index < this.blocks.length; index++) if (this.#flagsIfRead(index) !== 0) read++;
    return read / this.blocks.length;
  }

  get isRead(): boolean {
    for (let index = 0; index < this.blocks.length; index++) if (this.#flagsIfRead(index) === 0) return false;
    return true;
  }

  /** The indices of the blocks that have the flag, ascending. Reads unread blocks. */
  indicesWith(flag: BlockFlag): readonly number[] {
    return this.#indicesWith(flag, (index) => this.#flagsOf(index));
  }

  /** Like `indicesWith`, but skips unread blocks. */
  indicesWithSoFar(flag: BlockFlag): readonly number[] {
    return this.#indicesWith(flag, (index) => this.#flagsIfRead(index));
  }

  /** The codes of the block's own findings, without the cross-item ones. */
  codesIn(index: number): CodeSet {
    this.#flagsOf(index);
    return this.#codeSets[index] ?? 0;
  }

  #indicesWith(flag: BlockFlag, flagsAt: (index: number) => number): readonly number[] {
    const indices: number[] = [];
    const flags = this.#flags;
    for (let index = 0; index < flags.length; index++)
      if (((flags[index] || flagsAt(index)) & flag) !== 0) indices.push(index);
    return indices;
  }

  #flagsIfRead(index: number): number {
    return this.#flags[index] || (this.blocks[index]?.isRead ? this.#flagsOf(index) : 0);
  }

  #flagsOf(index: number): number {
    const cached = this.#flags[index];
    if (cached) return cached;
    const block = this.blocks[index];
    const flags = block ? flagsOf(block) : 0;
    this.#flags[index] = flags;
    this.#codeSets[index] = block ? codeSet(block.findings) : 0;
    return flags;
  }
}

function flagsOf(block: Block): number {
  return (
    blockFlag.read |
    (block.findings.length > 0 ? blockFlag.findings : 0) |
    (block.suppressions.length > 0 ? blockFlag.suppressions : 0) |
    (block.shape.kind === "item" ? 0 : blockFlag.rootKeys) |
    (block.hasSyntaxErrors ? blockFlag.syntaxErrors : 0)
  );
}
