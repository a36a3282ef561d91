/** The blocks of one file: what is where. What is wrong with it is another question: see `MeetingDocument`. */

import type { LineColumn } from "../text/lines";
import { contains, lineAt, lineEndOf, type Range, shiftRange } from "../text/range";
import type { KeyedValue } from "../yaml/nodes";
import type { KeptBlock } from "./block";
import { type BlockList, mark } from "./blockList";
import type { Summary } from "./itemSummary";
import type { Unit } from "./parseBlock";
import type { Cut } from "./splitIntoBlocks";
import { joined } from "./updateBlocks";
/** A kept block at its place: `start` and `end` are offsets in the file. */
export interface PlacedBlock extends Range {
  readonly block: KeptBlock;
  readonly piece: Cut;
}

export interface PlacedItem {
  /** the offset in the file that all ranges of its unit and `summary` are relative to */
  readonly start: number;
  readonly summary: Summary;
  readonly block: KeptBlock;
  /** What `use` makes of the unit, whose nodes are at hand until it returns: see `KeptBlock.withNodes`. */
  withUnit<T>(use: (unit: Unit) => T): T;
}

export interface PlacedEntry {
  /** the offset in the file that the entry's ranges are relative to */
  readonly start: number;
  readonly entry: KeyedValue;
  readonly block: KeptBlock;
}

/** One version of a file, cut into blocks. It does not change. */
export class BlockDocument {
  readonly list: BlockList;
  #text: string | undefined;
  #blocks: readonly PlacedBlock[] | undefined;
  #items: readonly PlacedItem[] | undefined;
  #entries: readonly PlacedEntry[] | undefined;
  #isRead = false;
  #hasLoneReturn: boolean | undefined;

  constructor(list: BlockList) {
    this.list = list;
  }

  get text(): string {
    this.#text ??= joined(this.list.kept);
    return this.#text;
  }

  get length(): number {
    return this.list.layout.length;
  }

  get lineCount(): number {
    return this.list.layout.lineCount;
  }

  /** The line end the file uses, `\r\n` where its first line ends so. */
  get lineEnd(): "\n" | "\r\n" {
    const first = this.list.kept.find(({ text }) => text.includes("\n"));
    return lineEndOf(first?.text ?? "");
  }

  /** The text between two offsets, without the file being put together. */
  slice(start: number, end: number): string {
    const from = this.list.layout.indexAt(start);
    const to = this.list.layout.indexAt(end) + 1;
    const base = this.list.layout.startOf(from);
    return joined(this.list.kept, from, to).slice(Math.max(0, start) - base, Math.max(0, end) - base);
  }

  /** The line that holds `offset`, without its line end. */
  lineAt(offset: number): Range {
    const { start, block } = this.blockAt(offset);
    return shiftRange(lineAt(block.text, offset - start), start);
  }

  placeOf(offset: number): LineColumn {
    return this.list.layout.placeOf(offset);
  }

  offsetOf(place: LineColumn): number {
    return this.list.layout.offsetOf(place);
  }

  /** The offset of the block with this index. */
  startOf(index: number): number {
    return this.list.layout.startOf(index);
  }

  /** The first line of the block with this index. */
  lineOf(index: number): number {
    return this.list.layout.lineOf(index);
  }

  indexOfLine(line: number): number {
    return this.list.layout.indexOfLine(line);
  }

  /** The index of the block that holds `offset`; at a border of the one that begins there. */
  indexAt(offset: number): number {
    return this.list.layout.indexAt(offset);
  }

  get blocks(): readonly PlacedBlock[] {
    this.#blocks ??= this.list.kept.map((_, index) => this.#placed(index));
    return this.#blocks;
  }

  /** The block that holds `offset`; at a border the one that begins there. */
  blockAt(offset: number): PlacedBlock {
    return this.#placed(this.list.layout.indexAt(offset));
  }

  /** The meeting's head and all items, in the file's order; without nodes, which `withUnit` has. */
  units(): readonly PlacedItem[] {
    this.#items ??= this.list.kept.flatMap((_, index) => this.#unitsAt(index));
    return this.#items;
  }

  /** The meeting's head, where there is one. */
  head(): PlacedItem | undefined {
    for (const index of this.list.having(mark.rootKeys)) {
      const head = this.#unitsAt(index).find(({ summary }) => summary.kind === "meeting");
      if (head) return head;
    }
    return undefined;
  }

  /** The entries of `contributions`, `surveys` and `discussion`, in the file's order. */
  items(): readonly PlacedItem[] {
    return this.units().filter(({ summary }) => summary.kind !== "meeting");
  }

  /** The root's keys, in the file's order. */
  entries(): readonly PlacedEntry[] {
    this.#entries ??= this.#allEntries();
    return this.#entries;
  }

  /** True where some line ends with a lone CR: then programs disagree about what the file says. */
  get hasLoneReturn(): boolean {
    this.#hasLoneReturn ??= this.list.kept.some((block) => block.hasLoneReturn);
    return this.#hasLoneReturn;
  }

  /** True where some text was not read: then nothing can be said of what the file lacks. */
  isBroken(): boolean {
    return this.list.having(mark.broken).length > 0;
  }

  /** True for a file beyond the limits, of which nothing is read. */
  get isTooLong(): boolean {
    return this.list.kept[0]?.piece.kind === "unread";
  }

  /** True once every block was read. */
  get isRead(): boolean {
    this.#isRead ||= this.list.isRead;
    return this.#isRead;
  }

  /**
   * Reads blocks until it is time for something else: from the one with index `first` on, then those ahead of it.
   * @param take is given each block that is read, while its nodes are at hand
   * @returns true once every block was read
   */
  readSome(isTime: () => boolean, first = 0, take: (block: KeptBlock) => void = () => {}): boolean {
    this.list.readSome(isTime, first, take);
    return this.isRead;
  }

  /** The unit whose text holds `offset`. */
  unitAt(offset: number): PlacedItem | undefined {
    const index = this.list.layout.indexAt(offset);
    const own = (at: number): PlacedItem | undefined =>
      this.#unitsAt(at).find(({ summary, start }) => contains(summary.range, offset - start));
    return this.startOf(index) === offset ? (own(index - 1) ?? own(index)) : own(index);
  }

  #allEntries(): readonly PlacedEntry[] {
    return this.list.having(mark.rootKeys).flatMap((index) => {
      const block = this.list.kept[index] as KeptBlock;
      return block.entries.map((entry) => ({ start: this.startOf(index), entry, block }));
    });
  }

  #placed(index: number): PlacedBlock {
    const block = this.list.kept[index] as KeptBlock;
    const start = this.startOf(index);
    return { start, end: start + block.text.length, block, piece: block.piece };
  }

  #unitsAt(index: number): readonly PlacedItem[] {
    const block = this.list.kept[index];
    if (!block) return [];
    const start = this.startOf(index);
    return block.summaries.map((summary, at) => ({
      start,
      summary,
      block,
      withUnit: (use) => block.withNodes(({ units }) => use(units[at] as Unit)),
    }));
  }
}
