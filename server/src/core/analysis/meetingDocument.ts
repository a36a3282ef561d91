/**
 * One contributions file as kept between keystrokes: its blocks, each parsed and checked once until
 * its text changes, and what looks across them.
 */

import type { Vocabulary } from "../catalogue/vocabulary";
import type { BlockReader } from "../document/block";
import { isAlone, type KeptBlock } from "../document/block";
import { BlockDocument } from "../document/blockDocument";
import { BlockList } from "../document/blockList";
import type { Summary } from "../document/itemSummary";
import type { Census } from "../document/nameCounts";
import { cut, type Piece, unreadOf, wholeOf } from "../document/splitIntoBlocks";
import { byText, keep, type Region, recut } from "../document/updateBlocks";
import type { Finding } from "../findings/finding";
import type { Found } from "../findings/findingsByBlock";
import type { Suggester } from "../suggest/suggester";
import { type Edit, shiftRange } from "../text/range";
import { blockReader } from "./checkBlock";
import { collect, collectSoFar } from "./collect";
import { KeptAcross } from "./crossItemCache";
import type { Knowledge } from "./knowledge";
import { censusOf, KeptCensus } from "./nameCountsCache";

export class MeetingDocument extends BlockDocument {
  readonly #source: Source;
  /** what looks across the blocks, for this document or the last one of which somebody asked */
  readonly #across: KeptAcross;
  readonly #census: KeptCensus;
  #found: Found | undefined;
  #findings: readonly Finding[] | undefined;

  private constructor(list: BlockList, source: Source, across = new KeptAcross(), census = new KeptCensus()) {
    super(list);
    this.#source = source;
    this.#across = across;
    this.#census = census;
  }

  /**
   * Reads `text`; blocks whose text stands in `previous` too are taken over as they are, provided that
   * both know the same catalogue.
   */
  static read(text: string, knowledge: Knowledge, previous?: MeetingDocument): MeetingDocument {
    return MeetingDocument.#from(text, MeetingDocument.#sourceOf(knowledge, false, previous), previous);
  }

  /** As `read`, but its blocks are left to be read by `readSome`, and what is told "so far" does without the others. */
  static open(text: string, knowledge: Knowledge, previous?: MeetingDocument): MeetingDocument {
    return MeetingDocument.#from(text, MeetingDocument.#sourceOf(knowledge, true, previous), previous);
  }

  static #sourceOf(knowledge: Knowledge, isGradual: boolean, previous?: MeetingDocument): Source {
    if (previous !== undefined && previous.#source.knowledge === knowledge)
      return { ...previous.#source, isGradual };
    return { knowledge, reader: blockReader(knowledge), isGradual };
  }

  static #from(text: string, source: Source, previous?: MeetingDocument): MeetingDocument {
    const { knowledge, reader } = source;
    const known =
      previous && previous.#source.knowledge === knowledge ? byText(previous.list.kept) : undefined;
    const made = (pieces: readonly Piece[]): BlockList =>
      BlockList.of(pieces.map((piece) => keep(text.slice(piece.start, piece.end), piece, reader, known)));
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
    return isWhole ? undefined : recut(this.list, edit, this.#source.reader);
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

  /** All that is found and not suppressed, by block. */
  found(): Found {
    this.#found ??= collect(
      this,
      this.#source.knowledge,
      this.#across.of(this.list, this.#census.of(this.list)),
    );
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
  readonly reader: BlockReader;
  /** true where blocks wait for `readSome` */
  readonly isGradual: boolean;
}
