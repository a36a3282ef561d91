/**
 * Splits a contributions file into blocks by indentation alone: one for each top-level key and one for each
 * entry of the item lists. A syntax error in one block does not affect the next one.
 */

import { type ItemList, itemLists, type UnitKind } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { conflictMarker } from "../syntaxErrors/conflict";
import { hasInvalidEncoding } from "../syntaxErrors/invalidEncoding";
import type { Range } from "../text/range";
import { countSpaces, isDash, isGap, type LineShape, skipBlanks } from "../yaml/lineShape";
import { isEmptyFrom, keyOf, marginLine, preventsSplitting, rootValue } from "./marginLine";
import { type ContentLine, mayHoldKey, OpenBlock } from "./openBlock";
import { hasKeyAfterMark, isLookAlikeDash, withOrdinaryMargins } from "./ordinaryMargins";
import {
  endsUnit,
  type OpenUnit,
  resumesList,
  rootKeyName,
  type StrayRole,
  strayDashRole,
  strayRole,
} from "./strayLine";
import { UnitTailReader } from "./unitTail";

/** The state of the scanner before a block: the current item list and the column of its items. */
export interface ScanState {
  readonly list?: ItemList | "unknown";
  /** column of the dash of the list's first item; undefined before that item */
  readonly indent?: number;
}

/**
 * The kind and position of a block. `leadingComments`: text before the first key (comments, `---`). `key`: a
 * top-level key with its value, or `contributions:` alone above its items. `item`: an entry of an item list,
 * or of a list below an unknown top-level key, with the comments above it. `whole`: a file that cannot be
 * split. `tooLarge`: a file beyond the limits.
 */
export interface BlockShape {
  readonly kind: "leadingComments" | "key" | "item" | "whole" | "tooLarge";
  /** the item list an `item` or a `key` belongs to */
  readonly list?: ItemList;
  /**
   * column of the item or of the root key minus the column of its siblings: -1 is one too few, 1 is one too many, 0 is
   * aligned
   */
  readonly indentDelta: number;
  readonly stateBefore: ScanState;
}

export interface BlockSpan extends Range, BlockShape {}

/**
 * Returns the index of the existing block that starts at this offset of the part with the same scan state, if
 * any.
 */
export type FindKnownBlock = (at: number, state: ScanState) => number | undefined;

/**
 * @param maxBlocks maximum number of blocks of a file
 * @returns the blocks in order, covering the text without gaps; a single `whole` block if the text cannot be split safely
 *   (several documents, a flow collection or a list at the root, directives, an indented root) or is unreadable; a single
 *   `tooLarge` block if there are too many
 */
export function splitIntoBlocks(text: string, maxBlocks = Number.POSITIVE_INFINITY): readonly BlockSpan[] {
  if (hasInvalidEncoding(text)) return [wholeSpan(text)];
  const scanner = new BlockScanner(text);
  const spans = scanner.run(maxBlocks);
  return (spans?.length ?? 0) > maxBlocks ? [tooLargeSpan(text)] : (spans ?? [wholeSpan(text)]);
}

/** The text as one block that is not analysed. */
export function tooLargeSpan(text: string): BlockSpan {
  return { ...wholeSpan(text), kind: "tooLarge" };
}

/** The text as one block. */
export function wholeSpan(text: string): BlockSpan {
  return { kind: "whole", start: 0, end: text.length, indentDelta: 0, stateBefore: {} };
}

/**
 * Splits a part of a file again, up to the first existing block that is unchanged or to the end of the part.
 * @param text the part, which starts with a block
 * @param stateBefore the scan state before that block; undefined at the start of the file
 * @returns the blocks, relative to the part, and the index of the existing block after them; `undefined` if
 *   the file cannot be split
 */
export function rescan(
  text: string,
  stateBefore: ScanState | undefined,
  findKnownBlock: FindKnownBlock,
): { readonly spans: readonly BlockSpan[]; readonly knownAt?: number } | undefined {
  const scanner = new BlockScanner(text, stateBefore, findKnownBlock);
  const spans = scanner.run();
  return spans && { spans, ...(scanner.knownIndex !== undefined && { knownAt: scanner.knownIndex }) };
}

/** First characters of root keys: a quick test before a line is read. */
const rootKeyStart: ReadonlySet<string> = new Set(keysAt([]).map((key) => key.charAt(0)));

class BlockScanner {
  /** index of the first existing block that is unchanged */
  knownIndex: number | undefined;
  readonly #text: string;
  /** the text as it is; `#text` has ordinary characters at the start of its lines */
  readonly #source: string;
  readonly #startsFile: boolean;
  readonly #findKnownBlock: FindKnownBlock | undefined;
  readonly #spans: BlockSpan[] = [];
  readonly #openBlock: OpenBlock;
  #openSpan: Omit<BlockSpan, "end">;
  #state: ScanState;
  #pendingCommentStart = -1;
  /** the item or the meeting head of the open block */
  #openUnit: OpenUnit | undefined;
  #isInConflict = false;
  /** true before the first line of a part of a file, which starts a block */
  #isFirstLine: boolean;

  constructor(text: string, stateBefore?: ScanState, findKnownBlock?: FindKnownBlock) {
    this.#startsFile = stateBefore === undefined;
    this.#source = text;
    this.#text = withOrdinaryMargins(text, this.#startsFile);
    this.#isFirstLine = !this.#startsFile;
    this.#findKnownBlock = findKnownBlock;
    this.#openBlock = new OpenBlock(this.#text);
    this.#state = stateBefore ?? {};
    this.#openSpan = {
      kind: stateBefore ? "key" : "leadingComments",
      start: 0,
      indentDelta: 0,
      stateBefore: this.#state,
    };
  }

  /** @param maxSpans the scanner stops as soon as it has more blocks */
  run(maxSpans = Number.POSITIVE_INFINITY): readonly BlockSpan[] | undefined {
    const text = this.#text;
    // a byte order mark is not indentation
    for (let at = this.#startsFile && text.startsWith("\uFEFF") ? 1 : 0; at <= text.length; ) {
      if (this.#findKnownBlock && this.#isBlockBoundary(at)) {
        const index = this.#findKnownBlock(at, this.#state);
        if (index !== undefined && this.#startsBlock(at)) this.knownIndex = index;
      }
      if (this.knownIndex !== undefined) return this.#finish(at);
      if (at === text.length) break;
      const newline = text.indexOf("\n", at);
      const end = newline < 0 ? text.length : newline + 1;
      if (!this.#scanLine(at, end)) return undefined;
      if (this.#spans.length > maxSpans) break;
      at = end;
    }
    return this.#finish(text.length);
  }

  /**
   * True if a new block can start at this offset: no comment or open value above it belongs to the block
   * below.
   */
  #isBlockBoundary(at: number): boolean {
    if (at === 0 || this.#pendingCommentStart >= 0 || this.#openSpan.kind === "leadingComments") return false;
    return (
      !this.#isInConflict &&
      !this.#openBlock.mayContinue(at, this.#state.indent) &&
      this.#text[at - 1] === "\n"
    );
  }

  /** False if the first line from `at` on belongs to the open block because of the lines above it. */
  #startsBlock(at: number): boolean {
    for (let start = at; start < this.#text.length; ) {
      const newline = this.#text.indexOf("\n", start);
      const end = newline < 0 ? this.#text.length : newline + 1;
      const content = skipBlanks(this.#text, start, end);
      if (!/^[#\r\n]?$/.test(this.#text[content] ?? "")) return this.#isStart({ start, content, end });
      start = end;
    }
    return this.#openUnit === undefined;
  }

  #isStart(line: ContentLine): boolean {
    const { start, content, end } = line;
    if (conflictMarker(this.#text, start) === "start") return false;
    const isIndented = content > start && !(this.#state.list !== undefined && this.#isDash(content, end));
    if (isIndented) return this.#indentedRootKey(line, false) !== undefined;
    return this.#roleOf(line) === "none";
  }

  /** The role of a dash or of a line at the margin in the open unit. */
  #roleOf({ start, content, end }: ContentLine): StrayRole {
    const unit = this.#openUnit;
    if (!unit) return "none";
    const { isInText } = this.#openBlock;
    const line = marginLine(this.#text, start, end);
    const { list, indent: itemColumn } = this.#state;
    if (list !== undefined && this.#isDash(content, end)) {
      if (itemColumn === undefined) return "none";
      const hasTab = this.#source.slice(start, content).includes("\t");
      if (!isInText) return strayDashRole(this.#text, line, unit, { itemColumn, hasTab });
      return resumesList(this.#text, line, unit, itemColumn) ? "none" : "text";
    }
    const isYamlMark = /^(?:---|\.\.\.|\?)(?:\s|$)|^%/.test(this.#text.slice(start, start + 4));
    return isYamlMark && !isInText ? "none" : strayRole(this.#text, line, unit, isInText);
  }

  /** True for `- x`, and for `-title: x` in a list. */
  #isDash(content: number, end: number): boolean {
    if (isDash(this.#text, content)) return true;
    const { list } = this.#state;
    if (this.#text[content] !== "-" || list === undefined || list === "unknown") return false;
    const [, name] =
      /^-([A-Za-z_]\w*):(?=\s|$)/.exec(this.#text.slice(content, Math.min(end, content + 40))) ?? [];
    return name !== undefined && keysAt([list, 0]).includes(name);
  }

  #finish(end: number): readonly BlockSpan[] {
    if (this.#openSpan.start < end || (this.#spans.length === 0 && this.#startsFile))
      this.#spans.push({ ...this.#openSpan, end });
    return this.#spans;
  }

  /** @returns false if the file cannot be split */
  #scanLine(start: number, end: number): boolean {
    const content = skipBlanks(this.#text, start, end);
    const char = this.#text[content];
    if (content >= end || char === "\r" || char === "\n") return true;
    if (this.#isInConflict || conflictMarker(this.#text, start) === "start")
      this.#scanConflict({ start, content, end });
    else if (char === "#") this.#scanComment(start, content - start);
    else return this.#scanText({ start, content, end });
    return true;
  }

  #scanComment(start: number, indent: number): void {
    this.#openBlock.takeComment();
    const { list, indent: itemColumn } = this.#state;
    const innermostColumn = list === undefined ? 0 : (itemColumn ?? Number.POSITIVE_INFINITY);
    if (indent > innermostColumn) this.#pendingCommentStart = -1;
    else if (this.#pendingCommentStart < 0) this.#pendingCommentStart = start;
  }

  /** A line with anything but a comment or a conflict marker. */
  #scanText(line: ContentLine): boolean {
    const { start, content, end } = line;
    const isFirst = this.#isFirstLine;
    this.#isFirstLine = false;
    if (this.#state.list !== undefined && this.#isDash(content, end)) return this.#scanDash(line);
    if (this.#isLookAlikeItem(line)) return this.#scanItem(line);
    if (content === start) return this.#scanMarginLine(start, end);
    const name = this.#indentedRootKey(line, isFirst);
    if (name === undefined) return this.#scanContinuation(line);
    this.#scanKey(name, marginLine(this.#text, start, end));
    return true;
  }

  /** @param isFirst true for a line that starts a block, whatever is above it */
  #indentedRootKey(line: ContentLine, isFirst: boolean): string | undefined {
    const text = this.#text;
    if (this.#openBlock.isInText || !rootKeyStart.has(text[line.content] ?? "")) return undefined;
    const name = rootKeyName(text, line);
    const unit = this.#openUnit;
    if (name === undefined || isFirst) return name;
    return unit && endsUnit(line, unit, this.#state.indent) ? name : undefined;
  }

  /** A line between two markers of a merge conflict; lists may begin there. */
  #scanConflict({ start, content, end }: ContentLine): void {
    if (this.#openSpan.kind === "leadingComments")
      this.#beginSpan({ kind: "key", indentDelta: 0, stateBefore: this.#state }, start);
    this.#pendingCommentStart = -1;
    this.#isInConflict = conflictMarker(this.#text, start) !== "end";
    const { list, indent } = this.#state;
    if (list !== undefined && indent === undefined && isDash(this.#text, content))
      this.#state = { list, indent: content - start };
    const line = marginLine(this.#text, start, end);
    const key = content === start ? keyOf(line, false) : undefined;
    if (key) this.#state = this.#stateBelow(key.name, line);
  }

  /** The state below a root key. */
  #stateBelow(name: string, line: LineShape): ScanState {
    const list = name === "meeting" ? undefined : (itemLists.find((key) => key === name) ?? "unknown");
    return list && rootValue(this.#text, line) === "none" ? { list } : {};
  }

  #scanDash(line: ContentLine): boolean {
    const role = this.#roleOf(line);
    if (role === "text") this.#openBlock.begin("strayText");
    if (role !== "none") return this.#scanContinuation(line);
    return this.#openBlock.continuesWithDash(line, this.#state.indent)
      ? this.#scanContinuation(line)
      : this.#scanItem(line);
  }

  /** True for `– title: x` and `• Rucio` in the column of the items, or left of it. */
  #isLookAlikeItem({ start, content, end }: ContentLine): boolean {
    const { list, indent } = this.#state;
    if (list === undefined || list === "unknown" || this.#openBlock.isBelowKeys()) return false;
    if (content - start > (indent ?? content) || !isLookAlikeDash(this.#text, content, end)) return false;
    return !this.#isBelowText(start, content) || hasKeyAfterMark(this.#text, content, end, keysAt([list, 0]));
  }

  /** True for a line of pasted text, and for one left of the items below the text of an item. */
  #isBelowText(start: number, content: number): boolean {
    if (this.#openBlock.isInText) return true;
    const unit = this.#openUnit;
    return (
      unit?.mayHoldText === true &&
      content - start !== this.#state.indent &&
      unit.tail.tailAt(start).kind === "text"
    );
  }

  #scanItem(line: ContentLine): boolean {
    const { start, content } = line;
    const indent = content - start;
    const spaces = countSpaces(this.#text, start, content);
    const hasTab = spaces < indent;
    const { list } = this.#state;
    const stateBefore = this.#state;
    if (stateBefore.indent === undefined && !hasTab && list) this.#state = { list, indent };
    const itemColumn = this.#state.indent ?? indent;
    // one column deeper than its siblings it cannot belong to anything else; after a tab it is part of a text
    if (spaces > itemColumn + 1) return this.#scanContinuation(line);
    const knownList = list && list !== "unknown" && { list };
    this.#beginSpan(
      { kind: "item", ...knownList, indentDelta: (hasTab ? spaces : indent) - itemColumn, stateBefore },
      start,
    );
    if (!mayHoldKey(this.#text, line)) this.#openBlock.begin("wordItem");
    if (list && list !== "unknown") this.#openUnit = this.#unitFrom(list, start, true);
    return true;
  }

  /**
   * Text before the first dash below an unknown top-level key is the value of that key: a list in it is not a list of
   * items.
   */
  #scanContinuation(line: ContentLine): boolean {
    this.#pendingCommentStart = -1;
    const { list, indent } = this.#state;
    if (list === undefined || indent !== undefined) this.#openBlock.takeLine(line);
    else this.#openBlock.takeLineOfList(line, list !== "unknown");
    if (list === "unknown" && indent === undefined) this.#state = {};
    return this.#openSpan.kind !== "leadingComments";
  }

  /** A line at column 0 that is not an item. */
  #scanMarginLine(start: number, end: number): boolean {
    const text = this.#text;
    const role = this.#roleOf({ start, content: start, end });
    if (role === "text") this.#openBlock.begin("strayText");
    if (role !== "none") return this.#scanContinuation({ start, content: start, end });
    const isBeforeFirstKey = this.#openSpan.kind === "leadingComments";
    const mark = text[start];
    const shape = marginLine(text, start, end);
    const key = keyOf(shape, isBeforeFirstKey);
    if (key) {
      this.#scanKey(key.name, shape);
    } else if (this.#openBlock.continuesAtMargin(start)) {
      this.#pendingCommentStart = -1;
    } else if (!isBeforeFirstKey && mark === "?" && isGap(text[start + 1])) {
      this.#scanExplicitKey(start);
    } else if (text.startsWith("---", start) && isGap(text[start + 3])) {
      this.#pendingCommentStart = -1;
      return isBeforeFirstKey && isEmptyFrom(text, start + 3, shape);
    } else if (preventsSplitting(text.slice(start, start + 4), isBeforeFirstKey)) {
      return false;
    } else if ((mark !== "]" && mark !== "}") || isBeforeFirstKey) {
      this.#beginSpan({ kind: "key", indentDelta: 0, stateBefore: this.#state }, start);
    }
    return true;
  }

  /**
   * An explicit key, `? surveys` with `: …` on another line, or a key with escapes: only a YAML parser can
   * read its name.
   */
  #scanExplicitKey(start: number): void {
    this.#beginSpan({ kind: "key", indentDelta: 0, stateBefore: this.#state }, start);
    this.#state = {};
    this.#openBlock.begin("explicitKey");
  }

  #scanKey(name: string, line: LineShape): void {
    if (name.includes("\\")) {
      this.#scanExplicitKey(line.start);
      return;
    }
    const itemList = itemLists.find((candidate) => candidate === name);
    const value = rootValue(this.#text, line);
    const indentDelta = line.indentEnd - line.start;
    this.#beginSpan(
      { kind: "key", ...(itemList && { list: itemList }), indentDelta, stateBefore: this.#state },
      line.start,
    );
    // `Note: words` has no list: items below it continue the list above
    if (name !== "meeting" && itemList === undefined && (value === "words" || value === "quoted")) {
      if (value === "words" && line.commentStart === line.end) this.#openBlock.begin("words");
      return;
    }
    this.#state = this.#stateBelow(name, line);
    if (value === "none" && (itemList || name === "meeting"))
      this.#openUnit = this.#unitFrom(itemList ?? "meeting", line.start, itemList === undefined);
  }

  #unitFrom(kind: UnitKind, start: number, mayHoldText: boolean): OpenUnit {
    return { kind, start, mayHoldText, tail: new UnitTailReader(this.#text, kind, start) };
  }

  #beginSpan(next: Omit<BlockSpan, "end" | "start">, line: number): void {
    const { kind, start: openStart } = this.#openSpan;
    const start =
      this.#pendingCommentStart >= 0 && kind !== "leadingComments" ? this.#pendingCommentStart : line;
    // a byte order mark is not a separate block: every block starts at the beginning of a line
    const isFirst =
      kind === "leadingComments" && (start === openStart || this.#text.slice(openStart, start) === "\uFEFF");
    if (openStart < start && !isFirst) this.#spans.push({ ...this.#openSpan, end: start });
    this.#openSpan = { ...next, start: isFirst ? openStart : start };
    this.#pendingCommentStart = -1;
    this.#openBlock.begin();
    this.#openUnit = undefined;
  }
}
