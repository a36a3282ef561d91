/**
 * One contributions file: its blocks, each parsed and checked once until its text changes, and the cross-item
 * results. An edit returns a new document that shares unchanged blocks.
 */

import type { Vocabulary } from "../catalogue/vocabulary";
import type { BlockReader } from "../document/block";
import { type Block, isWholeFile } from "../document/block";
import { BlockDocument } from "../document/blockDocument";
import { BlockList } from "../document/blockList";
import { type BlockSpan, tooLargeSpan, wholeSpan } from "../document/blockSpan";
import type { ItemSummary } from "../document/itemSummary";
import type { NameCounts } from "../document/nameCounts";
import { splitIntoBlocks } from "../document/splitIntoBlocks";
import { type BlockRegion, blocksByText, reuseBlock, updateBlocks } from "../document/updateBlocks";
import type { Finding } from "../findings/finding";
import type { FindingsByBlock } from "../findings/findingsByBlock";
import type { Suggester } from "../suggest/suggester";
import { type Edit, shiftRange } from "../text/range";
import { createBlockReader } from "./checkBlock";
import { collectFindings, collectFindingsSoFar } from "./collect";
import { CrossItemCache } from "./crossItemCache";
import type { Knowledge } from "./knowledge";
import { countNames, NameCountsCache } from "./nameCountsCache";

export class MeetingDocument extends BlockDocument {
  readonly #source: Source;
  /** cross-item results, from this document or the last one that computed them */
  readonly #crossItemCache: CrossItemCache;
  readonly #nameCountsCache: NameCountsCache;
  #findingsByBlock: FindingsByBlock | undefined;
  #findings: readonly Finding[] | undefined;

  private constructor(
    blockList: BlockList,
    source: Source,
    crossItemCache = new CrossItemCache(),
    nameCountsCache = new NameCountsCache(),
  ) {
    super(blockList);
    this.#source = source;
    this.#crossItemCache = crossItemCache;
    this.#nameCountsCache = nameCountsCache;
  }

  /**
   * Reads `text`. Blocks with the same text in `previous` are reused if both documents have the same
   * knowledge.
   */
  static read(text: string, knowledge: Knowledge, previous?: MeetingDocument): MeetingDocument {
    return MeetingDocument.#create(text, MeetingDocument.#sourceOf(knowledge, false, previous), previous);
  }

  /**
   * Like `read`, but blocks are read by `readSome`; until then the methods named "…SoFar" skip the unread
   * ones.
   */
  static open(text: string, knowledge: Knowledge, previous?: MeetingDocument): MeetingDocument {
    return MeetingDocument.#create(text, MeetingDocument.#sourceOf(knowledge, true, previous), previous);
  }

  static #sourceOf(knowledge: Knowledge, isGradual: boolean, previous?: MeetingDocument): Source {
    if (previous !== undefined && previous.#source.knowledge === knowledge)
      return { ...previous.#source, isGradual };
    return { knowledge, reader: createBlockReader(knowledge), isGradual };
  }

  static #create(text: string, source: Source, previous?: MeetingDocument): MeetingDocument {
    const { knowledge, reader } = source;
    const reusable =
      previous && previous.#source.knowledge === knowledge
        ? blocksByText(previous.blockList.blocks)
        : undefined;
    const toBlockList = (spans: readonly BlockSpan[]): BlockList =>
      BlockList.fromBlocks(
        spans.map((span) => reuseBlock(text.slice(span.start, span.end), span, reader, reusable)),
      );
    const { limits } = knowledge;
    const exceedsLimits = limits !== undefined && text.length > limits.maxLength;
    const blockList = toBlockList(
      exceedsLimits ? [tooLargeSpan(text)] : splitIntoBlocks(text, limits?.maxBlocks),
    );
    return new MeetingDocument(sharesAnchors(blockList) ? toBlockList([wholeSpan(text)]) : blockList, source);
  }

  /**
   * The document after one edit. Blocks are split again from the one before the edit to the first unchanged
   * one; if the file can no longer be split, all of it is read again.
   */
  edit(edit: Edit): MeetingDocument {
    const region = this.#updatedRegion(edit);
    const blockList = region && this.blockList.replace(region.from, region.to, region.blocks);
    const isReadable = blockList?.blocks.slice(0, 2).some(({ text }) => text.includes("\n"));
    if (
      region &&
      blockList &&
      isReadable &&
      isWithinLimits(blockList, this.#source.knowledge) &&
      !sharesAnchors(blockList)
    )
      return new MeetingDocument(
        blockList,
        this.#source,
        this.#crossItemCache.updated(region, this.blockList),
        this.#nameCountsCache.updated(region, this.blockList),
      );
    const text = this.text.slice(0, edit.start) + edit.text + this.text.slice(edit.end);
    return MeetingDocument.#create(text, this.#source, this);
  }

  /**
   * The blocks that an edit replaces and their replacements, computed without a new document.
   * @returns undefined if more blocks may change: at the start of the file, near anchors and at the limits
   */
  changedRegion(edit: Edit): BlockRegion | undefined {
    const region = this.#updatedRegion(edit);
    if (!region || region.from === 0) return undefined;
    const { from, to, blocks } = region;
    const { limits } = this.#source.knowledge;
    const length = this.length + edit.text.length - (edit.end - edit.start);
    const count = this.blockList.blocks.length + blocks.length - (to - from);
    if (limits && (length > limits.maxLength || count > limits.maxBlocks)) return undefined;
    const mayShareAnchors = ({ text }: Block): boolean => text.includes("&") || text.includes("*");
    return blocks.some(mayShareAnchors) || this.blockList.blocks.slice(from, to).some(mayShareAnchors)
      ? undefined
      : region;
  }

  #updatedRegion(edit: Edit): BlockRegion | undefined {
    const [first] = this.blockList.blocks;
    const isWhole = !first || isWholeFile(first.shape) || edit.text.includes("\0");
    return isWhole ? undefined : updateBlocks(this.blockList, edit, this.#source.reader);
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

  /** The name counts of all blocks read so far. */
  nameCountsSoFar(): NameCounts {
    return this.#isPartlyRead
      ? countNames(this.blockList.blocks.filter((block) => block.isRead))
      : this.#nameCountsCache.countsFor(this.blockList);
  }

  /**
   * Calls `visit` with the summary of the meeting head and of each item in file order, and the offset that
   * its ranges are relative to. Skips unread blocks.
   */
  forEachSummarySoFar(visit: (summary: ItemSummary, start: number) => void): void {
    const { blocks, partIndex } = this.blockList;
    const skipsUnread = this.#isPartlyRead;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      if (skipsUnread && !block.isRead) continue;
      for (const summary of block.summaries) visit(summary, partIndex.startOf(index));
    }
  }

  get #isPartlyRead(): boolean {
    return this.#source.isGradual && !this.isRead;
  }

  /** All unsuppressed findings, by block. */
  findingsByBlock(): FindingsByBlock {
    this.#findingsByBlock ??= collectFindings(
      this,
      this.#source.knowledge,
      this.#crossItemCache.resultsFor(this.blockList, this.#nameCountsCache.countsFor(this.blockList)),
    );
    return this.#findingsByBlock;
  }

  /** Like `findingsByBlock`; while blocks are unread, the findings of the others without cross-item ones. */
  findingsByBlockSoFar(): FindingsByBlock {
    return this.#isPartlyRead ? collectFindingsSoFar(this) : this.findingsByBlock();
  }

  /** All findings that are not suppressed, by place; offsets are the file's. */
  findings(): readonly Finding[] {
    const byBlock = this.findingsByBlock();
    this.#findings ??= byBlock.blockIndices.flatMap((index) =>
      byBlock.findingsIn(index).map((finding) => this.withFileOffsets(finding, index)),
    );
    return this.#findings;
  }

  /** A finding of the block with this index, with offsets of the file. */
  withFileOffsets(finding: Finding, index: number): Finding {
    const { fixes, related } = finding;
    const range = shiftRange(finding.range, this.startOfBlock(index));
    return {
      ...finding,
      range,
      ...(fixes && {
        fixes: () =>
          fixes().map((fix) => ({
            ...fix,
            edits: this.editsWithFileOffsets(fix.edits, fix.blockIndex ?? index),
          })),
      }),
      ...(related && {
        related: {
          message: related.message,
          range: shiftRange(related.range, this.startOfBlock(related.blockIndex ?? index)),
        },
      }),
    };
  }

  /** Edits of the block with this index, with offsets of the file and its line ends. */
  editsWithFileOffsets(edits: readonly Edit[], index: number): readonly Edit[] {
    const start = this.startOfBlock(index);
    // a block without a line end, the file's last line, does not show which line end the file uses
    const isSingleLine = !this.blockList.blocks[index]?.text.includes("\n");
    return edits.map((edit) => ({
      ...shiftRange(edit, start),
      text: isSingleLine ? edit.text.replaceAll(/\r?\n/g, this.lineEnd) : edit.text,
    }));
  }
}

function isWithinLimits({ blocks, partIndex }: BlockList, { limits }: Knowledge): boolean {
  return !limits || (partIndex.length <= limits.maxLength && blocks.length <= limits.maxBlocks);
}

/** True if an alias refers to an anchor in another block: then the blocks cannot be parsed separately. */
function sharesAnchors({ blocks }: BlockList): boolean {
  const anchors = new Set<string>();
  for (let index = 0; index < blocks.length; index++)
    for (const name of blocks[index]?.anchors ?? []) anchors.add(name);
  if (anchors.size === 0) return false;
  return blocks.some(
    (block) =>
      block.aliases.some((name) => anchors.has(name)) &&
      block.unresolvedAliases.some((name) => anchors.has(name)),
  );
}

interface Source {
  readonly knowledge: Knowledge;
  readonly reader: BlockReader;
  /** true if blocks are read by `readSome` instead of on request */
  readonly isGradual: boolean;
}
