/**
 * Cuts a contributions file into blocks by indentation alone: each top-level key, and each entry of
 * the item lists. A broken block never spills into the next one.
 */

import { type ItemList, itemLists } from "../schema/itemKinds";
import { isUnreadable } from "../syntaxErrors/unreadableText";
import type { Range } from "../text/range";
import { isDash, isGap, type LineShape, skipBlanks } from "../yaml/lineShape";
import { isEmptyBehind, isNoKey, keyOf, marginLine, rootValue } from "./marginLine";
import { type ContentLine, mayHoldKey, OpenBlock, spacesFrom } from "./openBlock";

/** What the lines above a block make of its first line: the list its items would belong to, and their column. */
export interface CutState {
  readonly list?: ItemList | "unknown";
  /** column of the first item's dash, where there is one above */
  readonly indent?: number;
}

/**
 * What a block is. `lead` is what stands before the first key (comments, `---`); `key` a
 * top-level key with its value, or the bare `contributions:` above its items; `item` one entry of an
 * item list, with the comments above it, or of a list under a key that is none of the file's; `whole` a file that
 * cannot be cut; `unread` one that is beyond the limits.
 */
export interface Cut {
  readonly kind: "lead" | "key" | "item" | "whole" | "unread";
  /** the item list an `item` or a `key` belongs to */
  readonly list?: ItemList;
  /** columns an `item` stands off from its siblings: `-1` is one too few, `1` one too many; 0 in line */
  readonly offBy: number;
  readonly before: CutState;
}

export interface Piece extends Range, Cut {}

/** The index of the block that began at this place of a part and was cut in this state; nothing where none did. */
export type Known = (at: number, state: CutState) => number | undefined;

/**
 * @param most pieces that a file may have
 * @returns the pieces in order, covering the text without gaps; a single `whole` piece where the
 * text cannot be cut safely (several documents, a flow collection or a list at the root, directives,
 * an indented root) or is unreadable; a single `unread` one where there are too many
 */
export function cut(text: string, most = Number.POSITIVE_INFINITY): readonly Piece[] {
  if (isUnreadable(text)) return [wholeOf(text)];
  const cutter = new Cutter(text);
  const pieces = cutter.run(most);
  return (pieces?.length ?? 0) > most ? [unreadOf(text)] : (pieces ?? [wholeOf(text)]);
}

/** The text as one block that nobody reads. */
export function unreadOf(text: string): Piece {
  return { ...wholeOf(text), kind: "unread" };
}

/** The text as one block. */
export function wholeOf(text: string): Piece {
  return { kind: "whole", start: 0, end: text.length, offBy: 0, before: {} };
}

/**
 * Cuts a part of a file, up to where all is as before or to its end.
 * @param text the part, which begins with a block
 * @param before the state in which that block was cut; nothing for the file's first one
 * @returns the pieces, relative to the part, and the known block behind the last one; `undefined` where the file
 * cannot be cut
 */
export function cutAgain(
  text: string,
  before: CutState | undefined,
  known: Known,
): { readonly pieces: readonly Piece[]; readonly knownAt?: number } | undefined {
  const cutter = new Cutter(text, before, known);
  const pieces = cutter.run();
  return pieces && { pieces, ...(cutter.knownAt !== undefined && { knownAt: cutter.knownAt }) };
}

class Cutter {
  /** the block from which on all is cut as before */
  knownAt: number | undefined;
  readonly #text: string;
  readonly #isStart: boolean;
  readonly #known: Known | undefined;
  readonly #pieces: Piece[] = [];
  readonly #openBlock: OpenBlock;
  #open: Omit<Piece, "end">;
  #state: CutState;
  #pendingComment = -1;

  constructor(text: string, before?: CutState, known?: Known) {
    this.#text = text;
    this.#isStart = before === undefined;
    this.#known = known;
    this.#openBlock = new OpenBlock(text);
    this.#state = before ?? {};
    this.#open = { kind: before ? "key" : "lead", start: 0, offBy: 0, before: this.#state };
  }

  /** @param most pieces after which it gives up, with more than that */
  run(most = Number.POSITIVE_INFINITY): readonly Piece[] | undefined {
    const text = this.#text;
    // a byte order mark is no indentation
    for (let at = this.#isStart && text.startsWith("\uFEFF") ? 1 : 0; at <= text.length; ) {
      if (this.#known && this.#isClosed(at)) this.knownAt = this.#known(at, this.#state);
      if (this.knownAt !== undefined) return this.#closed(at);
      if (at === text.length) break;
      const newline = text.indexOf("\n", at);
      const end = newline < 0 ? text.length : newline + 1;
      if (!this.#line(at, end)) return undefined;
      if (this.#pieces.length > most) break;
      at = end;
    }
    return this.#closed(text.length);
  }

  /** True where nothing above the place can belong to a block below it. */
  #isClosed(at: number): boolean {
    if (at === 0 || this.#pendingComment >= 0 || this.#open.kind === "lead") return false;
    return !this.#openBlock.mayContinue(at, this.#state.indent) && this.#text[at - 1] === "\n";
  }

  #closed(end: number): readonly Piece[] {
    if (this.#open.start < end || (this.#pieces.length === 0 && this.#isStart))
      this.#pieces.push({ ...this.#open, end });
    return this.#pieces;
  }

  /** @returns false where the file cannot be cut */
  #line(start: number, end: number): boolean {
    const content = skipBlanks(this.#text, start, end);
    const char = this.#text[content];
    if (content >= end || char === "\r" || char === "\n") return true;
    if (char === "#") this.#comment(start, content - start);
    else if (this.#state.list !== undefined && isDash(this.#text, content))
      return this.#dash({ start, content, end });
    else if (content > start) return this.#continuation({ start, content, end });
    else return this.#margin(start, end);
    return true;
  }

  #comment(start: number, indent: number): void {
    this.#openBlock.takeComment();
    const { list, indent: base } = this.#state;
    const inner = list === undefined ? 0 : (base ?? Number.POSITIVE_INFINITY);
    if (indent > inner) this.#pendingComment = -1;
    else if (this.#pendingComment < 0) this.#pendingComment = start;
  }

  #dash(line: ContentLine): boolean {
    return this.#openBlock.continuesWithDash(line, this.#state.indent)
      ? this.#continuation(line)
      : this.#item(line);
  }

  #item(line: ContentLine): boolean {
    const { start, content } = line;
    const indent = content - start;
    const spaces = spacesFrom(this.#text, start, content);
    const hasTab = spaces < indent;
    const { list } = this.#state;
    const before = this.#state;
    if (before.indent === undefined && !hasTab && list) this.#state = { list, indent };
    const base = this.#state.indent ?? indent;
    // a column further in than its siblings there is nothing it could belong to; behind a tab it is more of a text
    if (spaces > base + 1) return this.#continuation(line);
    const own = list && list !== "unknown" && { list };
    this.#begin({ kind: "item", ...own, offBy: hasTab ? 0 : indent - base, before }, start);
    if (!mayHoldKey(this.#text, line)) this.#openBlock.begin("wordItem");
    return true;
  }

  /** What is ahead of the first dash below a key that is none of the file's is its value: a list in it is no list of items. */
  #continuation(line: ContentLine): boolean {
    this.#pendingComment = -1;
    const { list, indent } = this.#state;
    if (list === undefined || indent !== undefined) this.#openBlock.takeLine(line);
    else this.#openBlock.takeLineOfList(line, list !== "unknown");
    if (list === "unknown" && indent === undefined) this.#state = {};
    return this.#open.kind !== "lead";
  }

  /** A line that starts at the margin and is no item. */
  #margin(start: number, end: number): boolean {
    const text = this.#text;
    const isLead = this.#open.kind === "lead";
    const mark = text[start];
    const shape = marginLine(text, start, end);
    const key = keyOf(shape, isLead);
    if (key) {
      this.#key(key.name, shape);
    } else if (this.#openBlock.continuesAtMargin(start)) {
      this.#pendingComment = -1;
    } else if (!isLead && mark === "?" && isGap(text[start + 1])) {
      this.#explicitKey(start);
    } else if (text.startsWith("---", start) && isGap(text[start + 3])) {
      this.#pendingComment = -1;
      return isLead && isEmptyBehind(text, start + 3, shape);
    } else if (isNoKey(text.slice(start, start + 4), isLead)) {
      return false;
    } else if ((mark !== "]" && mark !== "}") || isLead) {
      this.#begin({ kind: "key", offBy: 0, before: this.#state }, start);
    }
    return true;
  }

  /** `? surveys` with `: …` in another line, and a key whose name nobody knows without a parser of YAML. */
  #explicitKey(start: number): void {
    this.#begin({ kind: "key", offBy: 0, before: this.#state }, start);
    this.#state = {};
    this.#openBlock.begin("explicitKey");
  }

  #key(name: string, line: LineShape): void {
    if (name.includes("\\")) {
      this.#explicitKey(line.start);
      return;
    }
    const own = itemLists.find((candidate) => candidate === name);
    const value = rootValue(this.#text, line);
    this.#begin({ kind: "key", ...(own && { list: own }), offBy: 0, before: this.#state }, line.start);
    // `Note: words` holds no list of its own: items below it continue the list above
    if (name !== "meeting" && own === undefined && (value === "words" || value === "quoted")) {
      if (value === "words" && line.commentStart === line.end) this.#openBlock.begin("words");
      return;
    }
    const list = name === "meeting" ? undefined : (own ?? "unknown");
    this.#state = list && value === "none" ? { list } : {};
  }

  #begin(next: Omit<Piece, "end" | "start">, line: number): void {
    const { kind, start: from } = this.#open;
    const start = this.#pendingComment >= 0 && kind !== "lead" ? this.#pendingComment : line;
    // a byte order mark is no block of its own: every block starts a line
    const isFirst = kind === "lead" && (start === from || this.#text.slice(from, start) === "\uFEFF");
    if (from < start && !isFirst) this.#pieces.push({ ...this.#open, end: start });
    this.#open = { ...next, start: isFirst ? from : start };
    this.#pendingComment = -1;
    this.#openBlock.begin();
  }
}
