/**
 * One contributions file as kept between keystrokes: its blocks, each parsed and checked once until
 * its text changes, and what looks across them.
 */
import { BlockList, mark } from "./blockList";
import { type Cut, cut, type Piece, unreadOf, wholeOf } from "./blocks";
import { type Census, censusOf, KeptCensus } from "./census";
import { collect, collectSoFar } from "./collect";
import type { Finding } from "./finding";
import type { Found } from "./found";
import { KeptAcross } from "./keptAcross";
import { isAlone, type KeptBlock, type Knowledge } from "./keptBlock";
import type { LineColumn } from "./lines";
import type { KeyedValue } from "./nodes";
import type { Unit } from "./parse";
import { contains, type Edit, lineAt, lineEndOf, type Range, shiftRange } from "./range";
import { byText, joined, keep, type Region, recut } from "./recut";
import type { Suggester } from "./suggest/index";
import type { Summary } from "./summary";
import type { Vocabulary } from "./vocabulary";

export type { Knowledge } from "./keptBlock";

/** A kept block at its place: `start` and `end` are offsets in the file. */
export interface PlacedBlock extends Range {
  readonly block: KeptBlock;
  readonly piece: Cut;
}

export interface PlacedItem {
  /** the offset in the file that all ranges of `unit` and `summary` are relative to */
  readonly start: number;
  /** parsed anew where its nodes were let go */
  readonly unit: Unit;
  readonly summary: Summary;
  readonly block: KeptBlock;
}

export interface PlacedEntry {
  /** the offset in the file that the entry's ranges are relative to */
  readonly start: number;
  readonly entry: KeyedValue;
  readonly block: KeptBlock;
}

export class MeetingDocument {
  readonly list: BlockList;
  readonly #source: Source;
  #text: string | undefined;
  #blocks: readonly PlacedBlock[] | undefined;
  #items: readonly PlacedItem[] | undefined;
  #entries: readonly PlacedEntry[] | undefined;
  #isRead = false;
  #hasLoneReturn: boolean | undefined;
  /** what looks across the blocks, for this document or the last one of which somebody asked */
  readonly #across: KeptAcross;
  readonly #census: KeptCensus;
  #found: Found | undefined;
  #findings: readonly Finding[] | undefined;

  private constructor(list: BlockList, source: Source, across = new KeptAcross(), census = new KeptCensus()) {
    this.list = list;
    this.#source = source;
    this.#across = across;
    this.#census = census;
  }

  /**
   * Reads `text`; blocks whose text stands in `previous` too are taken over as they are, provided that
   * both know the same catalogue.
   */
  static read(text: string, knowledge: Knowledge, previous?: MeetingDocument): MeetingDocument {
    return MeetingDocument.#from(text, { knowledge, isGradual: false }, previous);
  }

  /** As `read`, but its blocks are left to be read by `readSome`, and what is told "so far" does without the others. */
  static open(text: string, knowledge: Knowledge, previous?: MeetingDocument): MeetingDocument {
    return MeetingDocument.#from(text, { knowledge, isGradual: true }, previous);
  }

  static #from(text: string, source: Source, previous?: MeetingDocument): MeetingDocument {
    const { knowledge } = source;
    const known =
      previous && previous.#source.knowledge === knowledge ? byText(previous.list.kept) : undefined;
    const made = (pieces: readonly Piece[]): BlockList =>
      BlockList.of(pieces.map((piece) => keep(text.slice(piece.start, piece.end), piece, knowledge, known)));
    const { limits } = knowledge;
    const isTooLong = limits !== undefined && text.length > limits.length;
    const list = made(isTooLong ? [unreadOf(text)] : cut(text, limits?.blocks));
    return new MeetingDocument(sharesAnchors(list) ? made([wholeOf(text)]) : list, source);
  }

  /**
   * The document after one edit: blocks are cut anew from the one ahead of it to where all is as before.
   * What cannot be cut is read whole.
   */
  edit(edit: Edit): MeetingDocument {
    const region = this.#recut(edit);
    const list = region && this.list.replace(region.from, region.to, region.blocks);
    const isReadable = list?.kept.slice(0, 2).some(({ text }) => text.includes("\n"));
    if (region && list && isReadable && isWithin(list, this.#source.knowledge) && !sharesAnchors(list))
      return new MeetingDocument(
        list,
        this.#source,
        this.#across.after(region, this.list),
        this.#census.after(region, this.list),
      );
    const text = this.text.slice(0, edit.start) + edit.text + this.text.slice(edit.end);
    return MeetingDocument.#from(text, this.#source, this);
  }

  /**
   * The blocks that an edit leaves in place of others, found without a new document.
   * @returns nothing where more may change than these: at the file's start, near anchors and at the limits
   */
  regionOf(edit: Edit): Region | undefined {
    const region = this.#recut(edit);
    if (!region || region.from === 0) return undefined;
    const { from, to, blocks } = region;
    const { limits } = this.#source.knowledge;
    const length = this.length + edit.text.length - (edit.end - edit.start);
    const count = this.list.kept.length + blocks.length - (to - from);
    if (limits && (length > limits.length || count > limits.blocks)) return undefined;
    const mayShare = ({ text }: KeptBlock): boolean => text.includes("&") || text.includes("*");
    return blocks.some(mayShare) || this.list.kept.slice(from, to).some(mayShare) ? undefined : region;
  }

  #recut(edit: Edit): Region | undefined {
    const [first] = this.list.kept;
    const isWhole = !first || isAlone(first.piece) || edit.text.includes("\0");
    return isWhole ? undefined : recut(this.list, edit, this.#source.knowledge);
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

  get vocabulary(): Vocabulary {
    return this.#source.knowledge.vocabulary;
  }

  get suggester(): Suggester {
    return this.#source.knowledge.suggester;
  }

  get today(): string {
    return this.#source.knowledge.today;
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

  /** What the items name, counted; without those of blocks that are left to be read. */
  censusSoFar(): Census {
    return this.#isPatient
      ? censusOf(this.list.kept.filter((block) => block.isRead))
      : this.#census.of(this.list);
  }

  /**
   * Hands over what is known of the meeting's head and of each item, in the file's order, with the offset that its
   * ranges are relative to; blocks that are left to be read are passed over.
   */
  eachSoFar(take: (summary: Summary, start: number) => void): void {
    const { kept, layout } = this.list;
    const isPatient = this.#isPatient;
    for (let index = 0; index < kept.length; index++) {
      const block = kept[index] as KeptBlock;
      if (isPatient && !block.isRead) continue;
      for (const summary of block.summaries) take(summary, layout.startOf(index));
    }
  }

  get #isPatient(): boolean {
    return this.#source.isGradual && !this.isRead;
  }

  /** The meeting's head and all items, in the file's order. */
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

  /** All that is found and not suppressed, by block. */
  found(): Found {
    this.#found ??= collect(this, this.#across.of(this.list, this.#census.of(this.list)));
    return this.#found;
  }

  /** As `found`; while blocks are left to be read, what the others say by themselves. */
  foundSoFar(): Found {
    return this.#isPatient ? collectSoFar(this) : this.found();
  }

  /** All findings that are not suppressed, by place; offsets are the file's. */
  findings(): readonly Finding[] {
    const found = this.found();
    this.#findings ??= found.indices.flatMap((index) =>
      found.findingsIn(index).map((finding) => this.placed(finding, index)),
    );
    return this.#findings;
  }

  /** A finding of the block with this index, with offsets of the file. */
  placed(finding: Finding, index: number): Finding {
    const { fixes, related } = finding;
    const range = shiftRange(finding.range, this.startOf(index));
    return {
      ...finding,
      range,
      ...(fixes && {
        fixes: () => fixes().map((fix) => ({ ...fix, edits: this.placedEdits(fix.edits, index) })),
      }),
      ...(related && {
        related: {
          message: related.message,
          range: shiftRange(related.range, this.startOf(related.index ?? index)),
        },
      }),
    };
  }

  /** Edits of the block with this index, with offsets of the file and its line ends. */
  placedEdits(edits: readonly Edit[], index: number): readonly Edit[] {
    const start = this.startOf(index);
    // the file's last line may be a block without a line end to go by
    const isOneLine = !this.list.kept[index]?.text.includes("\n");
    return edits.map((edit) => ({
      ...shiftRange(edit, start),
      text: isOneLine ? edit.text.replaceAll(/\r?\n/g, this.lineEnd) : edit.text,
    }));
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
      get unit() {
        return block.units[at] as Unit;
      },
    }));
  }
}

function isWithin({ kept, layout }: BlockList, { limits }: Knowledge): boolean {
  return !limits || (layout.length <= limits.length && kept.length <= limits.blocks);
}

/** An alias in one block to an anchor in another: then the blocks cannot be read apart. */
function sharesAnchors({ kept }: BlockList): boolean {
  const anchors = new Set<string>();
  for (let index = 0; index < kept.length; index++)
    for (const name of kept[index]?.anchors ?? []) anchors.add(name);
  if (anchors.size === 0) return false;
  return kept.some(
    (block) =>
      block.aliases.some((name) => anchors.has(name)) &&
      block.unresolvedAliases.some((name) => anchors.has(name)),
  );
}

interface Source {
  readonly knowledge: Knowledge;
  /** true where blocks wait for `readSome` */
  readonly isGradual: boolean;
}
