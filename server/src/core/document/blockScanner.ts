/** Splits a text into blocks, line by line. */
import { type UnitKind, unitLists } from "../schema/itemKinds";
import { conflictMarker } from "../syntaxErrors/conflict";
import { countSpaces, isDash, isGap, type LineShape, skipBlanks } from "../yaml/lineShape";
import type { BlockSpan, ScanState } from "./blockSpan";
import {
  indentedRootKey,
  isItemDash,
  isLookAlikeItem,
  roleOf,
  type ScanContext,
  startsBlock,
} from "./lineRoles";
import { isEmptyFrom, keyOf, marginLine, preventsSplitting, rootValue } from "./marginLine";
import { type ContentLine, mayHoldKey, OpenBlock } from "./openBlock";
import { withOrdinaryMargins } from "./ordinaryMargins";
import type { OpenUnit } from "./strayLine";
import { UnitTailReader } from "./unitTail";

/**
 * Returns the index of the existing block that starts at this offset of the part with the same scan state, if
 * any.
 */
export type FindKnownBlock = (at: number, state: ScanState) => number | undefined;

/** Reads the lines of a file, or of a part of it, and begins and ends its blocks. */
export class BlockScanner {
  /** index of the first existing block that is unchanged */
  knownIndex: number | undefined;
  readonly #context: ScanContext;
  readonly #startsFile: boolean;
  readonly #findKnownBlock: FindKnownBlock | undefined;
  readonly #spans: BlockSpan[] = [];
  #openSpan: Omit<BlockSpan, "end">;
  #pendingCommentStart = -1;
  #isInConflict = false;
  /** true before the first line of a part of a file, which starts a block */
  #isFirstLine: boolean;

  constructor(source: string, state?: ScanState, findKnownBlock?: FindKnownBlock) {
    this.#startsFile = state === undefined;
    const text = withOrdinaryMargins(source, this.#startsFile);
    this.#context = { text, source, openBlock: new OpenBlock(text), openUnit: undefined, state: state ?? {} };
    this.#isFirstLine = !this.#startsFile;
    this.#findKnownBlock = findKnownBlock;
    this.#openSpan = {
      kind: state ? "key" : "leadingComments",
      start: 0,
      indentDelta: 0,
      stateBefore: this.#context.state,
    };
  }

  /** @param maxSpans the scanner stops as soon as it has more blocks */
  run(maxSpans = Number.POSITIVE_INFINITY): readonly BlockSpan[] | undefined {
    const text = this.#context.text;
    // a byte order mark is not indentation
    for (let at = this.#startsFile && text.startsWith("\uFEFF") ? 1 : 0; at <= text.length; ) {
      if (this.#findKnownBlock && this.#isBlockBoundary(at)) {
        const index = this.#findKnownBlock(at, this.#context.state);
        if (index !== undefined && startsBlock(this.#context, at)) this.knownIndex = index;
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
      !this.#context.openBlock.mayContinue(at, this.#context.state.indent) &&
      this.#context.text[at - 1] === "\n"
    );
  }

  #finish(end: number): readonly BlockSpan[] {
    if (this.#openSpan.start < end || (this.#spans.length === 0 && this.#startsFile))
      this.#spans.push({ ...this.#openSpan, end });
    return this.#spans;
  }

  /** @returns false if the file cannot be split */
  #scanLine(start: number, end: number): boolean {
    const content = skipBlanks(this.#context.text, start, end);
    const char = this.#context.text[content];
    if (content >= end || char === "\r" || char === "\n") return true;
    if (this.#isInConflict || conflictMarker(this.#context.text, start) === "start")
      this.#scanConflict({ start, content, end });
    else if (char === "#") this.#scanComment(start, content - start);
    else return this.#scanText({ start, content, end });
    return true;
  }

  #scanComment(start: number, indent: number): void {
    this.#context.openBlock.takeComment();
    const { list, indent: itemColumn } = this.#context.state;
    const innermostColumn = list === undefined ? 0 : (itemColumn ?? Number.POSITIVE_INFINITY);
    if (indent > innermostColumn) this.#pendingCommentStart = -1;
    else if (this.#pendingCommentStart < 0) this.#pendingCommentStart = start;
  }

  /** A line with anything but a comment or a conflict marker. */
  #scanText(line: ContentLine): boolean {
    const { start, content, end } = line;
    const isFirst = this.#isFirstLine;
    this.#isFirstLine = false;
    if (this.#context.state.list !== undefined && isItemDash(this.#context, content, end))
      return this.#scanDash(line);
    if (isLookAlikeItem(this.#context, line)) return this.#scanItem(line);
    if (content === start) return this.#scanMarginLine(start, end);
    const name = indentedRootKey(this.#context, line, isFirst);
    if (name === undefined) return this.#scanContinuation(line);
    this.#scanKey(name, marginLine(this.#context.text, start, end));
    return true;
  }

  /** A line between two markers of a merge conflict; lists may begin there. */
  #scanConflict({ start, content, end }: ContentLine): void {
    if (this.#openSpan.kind === "leadingComments")
      this.#beginSpan({ kind: "key", indentDelta: 0, stateBefore: this.#context.state }, start);
    this.#pendingCommentStart = -1;
    this.#isInConflict = conflictMarker(this.#context.text, start) !== "end";
    const { list, indent } = this.#context.state;
    if (list !== undefined && indent === undefined && isDash(this.#context.text, content))
      this.#context.state = { list, indent: content - start };
    const line = marginLine(this.#context.text, start, end);
    const key = content === start ? keyOf(line, false) : undefined;
    if (key) this.#context.state = this.#stateBelow(key.name, line);
  }

  /** The state below a root key. */
  #stateBelow(name: string, line: LineShape): ScanState {
    const list = name === "meeting" ? undefined : (unitLists.find((key) => key === name) ?? "unknown");
    return list && rootValue(this.#context.text, line) === "none" ? { list } : {};
  }

  #scanDash(line: ContentLine): boolean {
    const role = roleOf(this.#context, line);
    if (role === "text") this.#context.openBlock.begin("strayText");
    if (role !== "none") return this.#scanContinuation(line);
    return this.#context.openBlock.continuesWithDash(line, this.#context.state.indent)
      ? this.#scanContinuation(line)
      : this.#scanItem(line);
  }

  #scanItem(line: ContentLine): boolean {
    const { start, content } = line;
    const indent = content - start;
    const spaces = countSpaces(this.#context.text, start, content);
    const hasTab = spaces < indent;
    const { list } = this.#context.state;
    const stateBefore = this.#context.state;
    if (stateBefore.indent === undefined && !hasTab && list) this.#context.state = { list, indent };
    const itemColumn = this.#context.state.indent ?? indent;
    // one column deeper than its siblings it cannot belong to anything else; after a tab it is part of a text
    if (spaces > itemColumn + 1) return this.#scanContinuation(line);
    const knownList = list && list !== "unknown" && { list };
    this.#beginSpan(
      { kind: "item", ...knownList, indentDelta: (hasTab ? spaces : indent) - itemColumn, stateBefore },
      start,
    );
    if (!mayHoldKey(this.#context.text, line)) this.#context.openBlock.begin("wordItem");
    if (list && list !== "unknown") this.#context.openUnit = this.#unitFrom(list, start, true);
    return true;
  }

  /**
   * Text before the first dash below an unknown top-level key is the value of that key: a list in it is not a list of
   * items.
   */
  #scanContinuation(line: ContentLine): boolean {
    this.#pendingCommentStart = -1;
    const { list, indent } = this.#context.state;
    if (list === undefined || indent !== undefined) this.#context.openBlock.takeLine(line);
    else this.#context.openBlock.takeLineOfList(line, list !== "unknown");
    if (list === "unknown" && indent === undefined) this.#context.state = {};
    return this.#openSpan.kind !== "leadingComments";
  }

  /** A line at column 0 that is not an item. */
  #scanMarginLine(start: number, end: number): boolean {
    const text = this.#context.text;
    const role = roleOf(this.#context, { start, content: start, end });
    if (role === "text") this.#context.openBlock.begin("strayText");
    if (role !== "none") return this.#scanContinuation({ start, content: start, end });
    const isBeforeFirstKey = this.#openSpan.kind === "leadingComments";
    const mark = text[start];
    const shape = marginLine(text, start, end);
    const key = keyOf(shape, isBeforeFirstKey);
    if (key) {
      this.#scanKey(key.name, shape);
    } else if (this.#context.openBlock.continuesAtMargin(start)) {
      this.#pendingCommentStart = -1;
    } else if (!isBeforeFirstKey && mark === "?" && isGap(text[start + 1])) {
      this.#scanExplicitKey(start);
    } else if (text.startsWith("---", start) && isGap(text[start + 3])) {
      this.#pendingCommentStart = -1;
      return isBeforeFirstKey && isEmptyFrom(text, start + 3, shape);
    } else if (preventsSplitting(text.slice(start, start + 4), isBeforeFirstKey)) {
      return false;
    } else if ((mark !== "]" && mark !== "}") || isBeforeFirstKey) {
      this.#beginSpan({ kind: "key", indentDelta: 0, stateBefore: this.#context.state }, start);
    }
    return true;
  }

  /**
   * An explicit key, `? surveys` with `: …` on another line, or a key with escapes: only a YAML parser can
   * read its name.
   */
  #scanExplicitKey(start: number): void {
    this.#beginSpan({ kind: "key", indentDelta: 0, stateBefore: this.#context.state }, start);
    this.#context.state = {};
    this.#context.openBlock.begin("explicitKey");
  }

  #scanKey(name: string, line: LineShape): void {
    if (name.includes("\\")) {
      this.#scanExplicitKey(line.start);
      return;
    }
    const itemList = unitLists.find((candidate) => candidate === name);
    const value = rootValue(this.#context.text, line);
    const indentDelta = line.indentEnd - line.start;
    this.#beginSpan(
      { kind: "key", ...(itemList && { list: itemList }), indentDelta, stateBefore: this.#context.state },
      line.start,
    );
    // `Note: words` has no list: items below it continue the list above
    if (name !== "meeting" && itemList === undefined && (value === "words" || value === "quoted")) {
      if (value === "words" && line.commentStart === line.end) this.#context.openBlock.begin("words");
      return;
    }
    this.#context.state = this.#stateBelow(name, line);
    if (value === "none" && (itemList || name === "meeting"))
      this.#context.openUnit = this.#unitFrom(itemList ?? "meeting", line.start, itemList === undefined);
  }

  #unitFrom(kind: UnitKind, start: number, mayHoldText: boolean): OpenUnit {
    return { kind, start, mayHoldText, tail: new UnitTailReader(this.#context, kind, start) };
  }

  #beginSpan(next: Omit<BlockSpan, "end" | "start">, line: number): void {
    const { kind, start: openStart } = this.#openSpan;
    const start =
      this.#pendingCommentStart >= 0 && kind !== "leadingComments" ? this.#pendingCommentStart : line;
    // a byte order mark is not a separate block: every block starts at the beginning of a line
    const isFirst =
      kind === "leadingComments" &&
      (start === openStart || this.#context.text.slice(openStart, start) === "\uFEFF");
    if (openStart < start && !isFirst) this.#spans.push({ ...this.#openSpan, end: start });
    this.#openSpan = { ...next, start: isFirst ? openStart : start };
    this.#pendingCommentStart = -1;
    this.#context.openBlock.begin();
    this.#context.openUnit = undefined;
  }
}
