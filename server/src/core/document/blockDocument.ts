/** The blocks of one file and their positions; `MeetingDocument` adds the findings. */

import { isItemKind } from "../schema/itemKinds";
import type { LineColumn } from "../text/lines";
import { contains, lineAt, lineEndOf, type Range, shiftRange } from "../text/range";
import type { KeyedValue } from "../yaml/nodes";
import type { Block } from "./block";
import { type BlockList, blockFlag } from "./blockList";
import type { BlockShape } from "./blockSpan";
import type { ItemSummary } from "./itemSummary";
import type { Unit } from "./parseBlock";
import { joinText } from "./updateBlocks";
/** A block with its position: `start` and `end` are offsets in the file. */
export interface PlacedBlock extends Range {
  readonly block: Block;
  readonly shape: BlockShape;
}

export interface PlacedUnit {
  /** the offset in the file that all ranges of its unit and `summary` are relative to */
  readonly start: number;
  readonly summary: ItemSummary;
  readonly block: Block;
  /** Calls `use` with the unit and returns its result; see `Block.withNodes`. */
  withUnit<T>(use: (unit: Unit) => T): T;
}

export interface PlacedEntry {
  /** the offset in the file that the entry's ranges are relative to */
  readonly start: number;
  readonly entry: KeyedValue;
  readonly block: Block;
}

/** One version of a file, split into blocks. Immutable. */
export class BlockDocument {
  readonly blockList: BlockList;
  #text: string | undefined;
  #blocks: readonly PlacedBlock[] | undefined;
  #items: readonly PlacedUnit[] | undefined;
  #entries: readonly PlacedEntry[] | undefined;
  #isFullyRead = false;
  #hasLoneCr: boolean | undefined;

  constructor(list: BlockList) {
    this.blockList = list;
  }

  get text(): string {
    this.#text ??= joinText(this.blockList.blocks);
    return this.#text;
  }

  get length(): number {
    return this.blockList.partIndex.length;
  }

  get lineCount(): number {
    return this.blockList.partIndex.lineCount;
  }

  /** The line end the file uses, `\r\n` where its first line ends so. */
  get lineEnd(): "\n" | "\r\n" {
    const first = this.blockList.blocks.find(({ text }) => text.includes("\n"));
    return lineEndOf(first?.text ?? "");
  }

  /** The text between two offsets; does not join the text of the whole file. */
  slice(start: number, end: number): string {
    const from = this.blockList.partIndex.indexAt(start);
    const to = this.blockList.partIndex.indexAt(end) + 1;
    const base = this.blockList.partIndex.startOf(from);
    return joinText(this.blockList.blocks, from, to).slice(
      Math.max(0, start) - base,
      Math.max(0, end) - base,
    );
  }

  /** The line that contains `offset`, without its line end. */
  lineAt(offset: number): Range {
    const { start, block } = this.blockAt(offset);
    return shiftRange(lineAt(block.text, offset - start), start);
  }

  lineColumnOf(offset: number): LineColumn {
    return this.blockList.partIndex.lineColumnOf(offset);
  }

  offsetOf(position: LineColumn): number {
    return this.blockList.partIndex.offsetOf(position);
  }

  /** The offset of the block with this index. */
  startOfBlock(index: number): number {
    return this.blockList.partIndex.startOf(index);
  }

  /** The first line of the block with this index. */
  lineOfBlock(index: number): number {
    return this.blockList.partIndex.lineOf(index);
  }

  blockIndexOfLine(line: number): number {
    return this.blockList.partIndex.indexOfLine(line);
  }

  /** The index of the block that contains `offset`; at a boundary, of the block that starts there. */
  blockIndexAt(offset: number): number {
    return this.blockList.partIndex.indexAt(offset);
  }

  get blocks(): readonly PlacedBlock[] {
    this.#blocks ??= this.blockList.blocks.map((_, index) => this.#placedBlock(index));
    return this.#blocks;
  }

  /** The block that contains `offset`; at a boundary, the block that starts there. */
  blockAt(offset: number): PlacedBlock {
    return this.#placedBlock(this.blockList.partIndex.indexAt(offset));
  }

  /** The meeting's head and all items, in the file's order; without nodes; `withUnit` provides them. */
  units(): readonly PlacedUnit[] {
    this.#items ??= this.blockList.blocks.flatMap((_, index) => this.#placedUnitsIn(index));
    return this.#items;
  }

  /** The meeting head, if there is one. */
  head(): PlacedUnit | undefined {
    for (const index of this.blockList.indicesWith(blockFlag.rootKeys)) {
      const head = this.#placedUnitsIn(index).find(({ summary }) => summary.kind === "meeting");
      if (head) return head;
    }
    return undefined;
  }

  /** The entries of `contributions`, `surveys` and `discussion` without the breaks, in the file's order. */
  items(): readonly PlacedUnit[] {
    return this.units().filter(({ summary }) => isItemKind(summary.kind));
  }

  /** The root's keys, in the file's order. */
  entries(): readonly PlacedEntry[] {
    this.#entries ??= this.#allEntries();
    return this.#entries;
  }

  /** True if a line ends with a lone CR, which YAML parsers treat differently. */
  get hasLoneCr(): boolean {
    this.#hasLoneCr ??= this.blockList.blocks.some((block) => block.hasLoneCr);
    return this.#hasLoneCr;
  }

  /** True if some text could not be parsed, so that missing keys and items cannot be reported. */
  hasSyntaxErrors(): boolean {
    return this.blockList.indicesWith(blockFlag.syntaxErrors).length > 0;
  }

  /** True for a file that exceeds the limits and is not analysed. */
  get exceedsLimits(): boolean {
    return this.blockList.blocks[0]?.shape.kind === "tooLarge";
  }

  /** True once every block has been read. */
  get isRead(): boolean {
    this.#isFullyRead ||= this.blockList.isRead;
    return this.#isFullyRead;
  }

  /**
   * Reads unread blocks until `shouldPause` returns true: from `firstIndex` to the end, then from the start.
   * @param onRead called with each block after it was read, while its nodes are in memory
   * @returns true if every block has been read
   */
  readSome(shouldPause: () => boolean, firstIndex = 0, onRead: (block: Block) => void = () => {}): boolean {
    this.blockList.readSome(shouldPause, firstIndex, onRead);
    return this.isRead;
  }

  /** The unit whose text contains `offset`. */
  placedUnitAt(offset: number): PlacedUnit | undefined {
    const index = this.blockList.partIndex.indexAt(offset);
    const unitIn = (at: number): PlacedUnit | undefined =>
      this.#placedUnitsIn(at).find(({ summary, start }) => contains(summary.range, offset - start));
    return this.startOfBlock(index) === offset ? (unitIn(index - 1) ?? unitIn(index)) : unitIn(index);
  }

  #allEntries(): readonly PlacedEntry[] {
    return this.blockList.indicesWith(blockFlag.rootKeys).flatMap((index) => {
      const block = this.blockList.blocks[index] as Block;
      return block.entries.map((entry) => ({ start: this.startOfBlock(index), entry, block }));
    });
  }

  #placedBlock(index: number): PlacedBlock {
    const block = this.blockList.blocks[index] as Block;
    const start = this.startOfBlock(index);
    return { start, end: start + block.text.length, block, shape: block.shape };
  }

  #placedUnitsIn(index: number): readonly PlacedUnit[] {
    const block = this.blockList.blocks[index];
    if (!block) return [];
    const start = this.startOfBlock(index);
    return block.summaries.map((summary, at) => ({
      start,
      summary,
      block,
      withUnit: (use) => block.withNodes(({ units }) => use(units[at] as Unit)),
    }));
  }
}
