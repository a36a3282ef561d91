/**
 * One contributions file as kept between keystrokes: its blocks, each parsed and checked once until
 * its text changes, and what looks across them.
 */
import { type Cut, type CutState, cut, cutAgain, wholeOf } from "./blocks";
import { collect } from "./collect";
import { type Finding, shiftFinding } from "./finding";
import { isSameState, KeptBlock, type Knowledge } from "./keptBlock";
import { Layout } from "./layout";
import type { LineColumn } from "./lines";
import type { KeyedValue } from "./nodes";
import type { Unit } from "./parse";
import { contains, type Edit, lineAt, lineEndOf, type Range, shiftRange } from "./range";
import type { Suggester } from "./suggest/index";
import type { Summary } from "./summary";
import { silenced } from "./suppression";
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
  /** the blocks in their order, covering the file; at least one */
  readonly kept: readonly KeptBlock[];
  readonly #layout: Layout;
  readonly #source: Source;
  #text: string | undefined;
  #blocks: readonly PlacedBlock[] | undefined;
  #items: readonly PlacedItem[] | undefined;
  #isRead = false;
  #collected: ReadonlyMap<number, readonly Finding[]> | undefined;
  #findings: readonly Finding[] | undefined;

  private constructor(kept: readonly KeptBlock[], source: Source) {
    this.kept = kept;
    this.#layout = new Layout(kept);
    this.#source = source;
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
    const known = knownIn(previous && previous.#knowledge === source.knowledge ? previous.kept : []);
    const kept = cut(text).map((piece) =>
      keep(text.slice(piece.start, piece.end), piece, source.knowledge, known),
    );
    const document = new MeetingDocument(kept, source);
    if (!document.#sharesAnchors()) return document;
    return new MeetingDocument([keep(text, wholeOf(text), source.knowledge, known)], source);
  }

  /**
   * The document after one edit: blocks are cut anew from the one ahead of it to where all is as before.
   * What cannot be cut is read whole.
   */
  edit({ start, end, text }: Edit): MeetingDocument {
    if (this.kept[0]?.piece.kind === "whole" || text.includes("\0")) return this.#reread(start, end, text);
    const region = this.#cutRegion(start, end, text);
    if (!region) return this.#reread(start, end, text);
    const kept = [...this.kept];
    kept.splice(region.from, region.to - region.from, ...region.blocks);
    const document = new MeetingDocument(kept, this.#source);
    const isReadable = kept.slice(0, 2).some((block) => block.text.includes("\n"));
    return isReadable && !document.#sharesAnchors() ? document : this.#reread(start, end, text);
  }

  get text(): string {
    this.#text ??= this.kept.length === 1 ? (this.kept[0]?.text ?? "") : this.#join(0, this.kept.length);
    return this.#text;
  }

  get length(): number {
    return this.#layout.length;
  }

  get lineCount(): number {
    return this.#layout.lineCount;
  }

  get vocabulary(): Vocabulary {
    return this.#knowledge.vocabulary;
  }

  get suggester(): Suggester {
    return this.#knowledge.suggester;
  }

  get today(): string {
    return this.#knowledge.today;
  }

  /** The line end the file uses, `\r\n` where its first line ends so. */
  get lineEnd(): "\n" | "\r\n" {
    const first = this.kept.find(({ text }) => text.includes("\n"));
    return lineEndOf(first?.text ?? "");
  }

  /** The text between two offsets, without the file being put together. */
  slice(start: number, end: number): string {
    const from = this.#layout.indexAt(start);
    const to = this.#layout.indexAt(end) + 1;
    const base = this.#layout.startOf(from);
    return this.#join(from, to).slice(Math.max(0, start) - base, Math.max(0, end) - base);
  }

  /** The line that holds `offset`, without its line end. */
  lineAt(offset: number): Range {
    const { start, block } = this.blockAt(offset);
    return shiftRange(lineAt(block.text, offset - start), start);
  }

  placeOf(offset: number): LineColumn {
    return this.#layout.placeOf(offset);
  }

  offsetOf(place: LineColumn): number {
    return this.#layout.offsetOf(place);
  }

  /** The offset of the block with this index. */
  startOf(index: number): number {
    return this.#layout.startOf(index);
  }

  /** The first line of the block with this index. */
  lineOf(index: number): number {
    return this.#layout.lineOf(index);
  }

  indexOfLine(line: number): number {
    return this.#layout.indexOfLine(line);
  }

  /** The index of the block that holds `offset`; at a border of the one that begins there. */
  indexAt(offset: number): number {
    return this.#layout.indexAt(offset);
  }

  get blocks(): readonly PlacedBlock[] {
    this.#blocks ??= this.kept.map((_, index) => this.#placed(index));
    return this.#blocks;
  }

  /** The block that holds `offset`; at a border the one that begins there. */
  blockAt(offset: number): PlacedBlock {
    return this.#placed(this.#layout.indexAt(offset));
  }

  /** As `units`, but for the blocks that nobody has read yet. */
  unitsSoFar(): readonly PlacedItem[] {
    if (!this.#source.isGradual || this.isRead) return this.units();
    return this.kept.flatMap((block, index) => (block.isRead ? this.#unitsOf(block, index) : []));
  }

  /** The meeting's head and all items, in the file's order. */
  units(): readonly PlacedItem[] {
    this.#items ??= this.kept.flatMap((block, index) => this.#unitsOf(block, index));
    return this.#items;
  }

  /** The entries of `contributions`, `surveys` and `discussion`, in the file's order. */
  items(): readonly PlacedItem[] {
    return this.units().filter(({ unit }) => unit.kind !== "meeting");
  }

  /** The root's keys, in the file's order. */
  entries(): readonly PlacedEntry[] {
    const placed: PlacedEntry[] = [];
    this.kept.forEach((block, index) => {
      if (block.piece.kind === "item") return;
      for (const entry of block.entries) placed.push({ start: this.startOf(index), entry, block });
    });
    return placed;
  }

  /** True where some text was not read: then nothing can be said of what the file lacks. */
  isBroken(): boolean {
    return this.kept.some((block) => block.isBroken);
  }

  /** True once every block was read. */
  get isRead(): boolean {
    this.#isRead ||= this.kept.every((block) => block.isRead);
    return this.#isRead;
  }

  /**
   * Reads blocks until it is time for something else: from the one with index `first` on, then those ahead of it.
   * @returns true once every block was read
   */
  readSome(isTime: () => boolean, first = 0): boolean {
    const order = [...this.kept.slice(first), ...this.kept.slice(0, first)];
    for (const block of order) {
      if (block.isRead) continue;
      block.read();
      if (isTime()) break;
    }
    return this.isRead;
  }

  /** The unit whose text holds `offset`. */
  unitAt(offset: number): PlacedItem | undefined {
    const index = this.#layout.indexAt(offset);
    const own = (at: number): PlacedItem | undefined => {
      const block = this.kept[at];
      return (
        block && this.#unitsOf(block, at).find(({ unit, start }) => contains(unit.range, offset - start))
      );
    };
    return this.startOf(index) === offset ? (own(index - 1) ?? own(index)) : own(index);
  }

  /** The findings in the block with this index that nothing suppresses, by place, relative to its start. */
  findingsIn(index: number): readonly Finding[] {
    this.#collected ??= collect(this);
    return this.#collected.get(index) ?? this.kept[index]?.findings ?? [];
  }

  /** As `findingsIn`; while blocks are still to be read, what those that were read say by themselves. */
  findingsSoFar(): (index: number) => readonly Finding[] {
    if (!this.#source.isGradual || this.isRead) return (index) => this.findingsIn(index);
    const own = (index: number): readonly Finding[] => ownSoFar(this.kept[index]);
    const heard = silenced(this, own);
    return (index) => heard.get(index) ?? own(index);
  }

  /** All findings that are not suppressed, by place; offsets are the file's. */
  findings(): readonly Finding[] {
    this.#findings ??= this.kept.flatMap((_, index) =>
      this.findingsIn(index).map((finding) => shiftFinding(finding, this.startOf(index))),
    );
    return this.#findings;
  }

  #placed(index: number): PlacedBlock {
    const block = this.kept[index] as KeptBlock;
    const start = this.startOf(index);
    return { start, end: start + block.text.length, block, piece: block.piece };
  }

  #unitsOf(block: KeptBlock, index: number): readonly PlacedItem[] {
    const start = this.startOf(index);
    return block.units.flatMap((unit, at) => {
      const summary = block.summaries[at];
      return summary ? [{ start, unit, summary, block }] : [];
    });
  }

  #join(from: number, to: number): string {
    let text = "";
    for (let index = from; index < to; index++) text += this.kept[index]?.text ?? "";
    return text;
  }

  #reread(start: number, end: number, text: string): MeetingDocument {
    const { text: before } = this;
    return MeetingDocument.#from(before.slice(0, start) + text + before.slice(end), this.#source, this);
  }

  /**
   * The blocks that stand in place of those from `from` up to `to`, which stays. The part that is cut anew
   * grows until all behind it is as before.
   */
  #cutRegion(start: number, end: number, text: string): Region | undefined {
    const ahead = Math.max(0, this.#layout.indexAt(start) - 1);
    const from = this.kept[ahead - 1]?.piece.kind === "lead" ? 0 : ahead;
    const last = this.#layout.indexAt(end);
    const base = this.startOf(from);
    for (let reach = 2; ; reach *= 4) {
      const to = Math.min(this.kept.length, last + reach);
      const old = this.#join(from, to);
      const fresh = old.slice(0, start - base) + text + old.slice(end - base);
      const known = this.#knownFrom(last + 1, this.startOf(to) - fresh.length);
      const result = cutAgain(fresh, from === 0 ? undefined : this.kept[from]?.piece.before, known);
      if (!result) return undefined;
      if (result.knownAt === undefined && to < this.kept.length) continue;
      const upTo = result.knownAt ?? to;
      const before = knownIn(this.kept.slice(from, upTo));
      const blocks = result.pieces.map((piece) =>
        keep(fresh.slice(piece.start, piece.end), piece, this.#knowledge, before),
      );
      return { from, to: upTo, blocks };
    }
  }

  /** Finds the block, `first` or one behind it, that began at a place of the part cut anew and was cut in this state. */
  #knownFrom(first: number, shift: number) {
    return (at: number, state: CutState): number | undefined => {
      const index = this.#layout.indexAt(at + shift);
      const block = this.kept[index];
      const isIt = index >= first && block && this.startOf(index) === at + shift;
      return isIt && isSameState(block.piece.before, state) ? index : undefined;
    };
  }

  /** An alias in one block to an anchor in another: then the blocks cannot be read apart. */
  #sharesAnchors(): boolean {
    const anchors = new Set(
      this.kept.flatMap(({ names }) => (names.anchors.length > 0 ? names.anchors : [])),
    );
    if (anchors.size === 0) return false;
    return this.kept.some(
      (block) =>
        block.names.aliases.some((name) => anchors.has(name)) &&
        block.unresolvedAliases.some((name) => anchors.has(name)),
    );
  }

  get #knowledge(): Knowledge {
    return this.#source.knowledge;
  }
}

interface Source {
  readonly knowledge: Knowledge;
  /** true where blocks wait for `readSome` */
  readonly isGradual: boolean;
}

function ownSoFar(block: KeptBlock | undefined): readonly Finding[] {
  return block?.isRead ? block.findings : [];
}

interface Region {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly KeptBlock[];
}

function knownIn(blocks: readonly KeptBlock[]): ReadonlyMap<string, KeptBlock> {
  return new Map(blocks.map((block) => [block.text, block]));
}

function keep(
  text: string,
  piece: Cut,
  knowledge: Knowledge,
  known: ReadonlyMap<string, KeptBlock>,
): KeptBlock {
  return known.get(text)?.as(piece) ?? new KeptBlock(text, piece, knowledge);
}
