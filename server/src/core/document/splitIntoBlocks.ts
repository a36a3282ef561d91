/**
 * Cuts a contributions file into blocks by indentation alone: each top-level key, and each entry of
 * the item lists. A broken block never spills into the next one.
 */

import { type ItemList, itemLists } from "../schema/itemKinds";
import { isUnreadable } from "../syntaxErrors/unreadableText";
import type { Range } from "../text/range";

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

/** A key at the margin, with its anchor and tag ahead of it; a colon in it has no white space behind. */
const keyLine =
  /^(?:[&!][^\s,[\]{}]*[ \t]+){0,2}("(?:[^"\\]|\\.)*"[ \t]*|'(?:[^']|'')*'[ \t]*|(?:[^\s:#,[\]{}&*!|>%@`?'"-]|[-?:](?=[^\s:]))(?:[^:]|:(?=\S))*):(?=\s|$)/;
/** Nothing, or an anchor or a tag of what stands below; a comment. */
const emptyValue = /^[ \t]*(?:[&!][^\s,[\]{}]*(?:[ \t]+|$)){0,2}(#.*)?\r?$/;
/** `Note: words` at the margin holds no list of its own: items below it go on with the list above. */
const plainValue =
  /^[ \t]+(?:[^\s#|>[{&!*"'%@`]|(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?:$|(?<=[ \t])#))/;

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
  #open: Omit<Piece, "end">;
  #state: CutState;
  #pendingComment = -1;
  /**
   * What of the lines below is more of the open block, though it looks as if it began one: all below the colon of a
   * key in more than one line, `? surveys`; more of the words behind a key that is none of the file's, `Note: words`; more of
   * an item without keys, `- Coffee`; lists of the keys below `contributions:` that lack their dash
   */
  #holds: "all" | "words" | "entry" | "map" | undefined;
  /** the keys below a list's key that lack their dash, while `#holds` is `map` */
  #map: MapBelow = { column: 0, isBelowKey: false, isInList: false };

  constructor(text: string, before?: CutState, known?: Known) {
    this.#text = text;
    this.#isStart = before === undefined;
    this.#known = known;
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
    const isMore = this.#holds === "entry" ? this.#isMisaligned(at) : this.#holds !== undefined;
    const isBetween = this.#pendingComment < 0 && !isMore && this.#open.kind !== "lead";
    return at > 0 && isBetween && this.#text[at - 1] === "\n";
  }

  #closed(end: number): readonly Piece[] {
    if (this.#open.start < end || (this.#pieces.length === 0 && this.#isStart))
      this.#pieces.push({ ...this.#open, end });
    return this.#pieces;
  }

  /** @returns false where the file cannot be cut */
  #line(start: number, end: number): boolean {
    const first = firstInk(this.#text, start, end);
    const ink = this.#text[first];
    if (first >= end || ink === "\r" || ink === "\n") return true;
    if (ink === "#") this.#comment(start, first - start);
    else if (ink === "-" && this.#state.list !== undefined && isGap(this.#text[first + 1]))
      return this.#isText(start, first, end) ? this.#continuation(first, end) : this.#item(start, first, end);
    else if (first > start) return this.#continuation(first, end);
    else return this.#margin(start, end);
    return true;
  }

  /**
   * `  - x` below `Note: words`, and ` - x` below `- Coffee`, which go on with it; with a colon in it the file is
   * broken, and it is an item.
   */
  #isText(start: number, dash: number, end: number): boolean {
    const isBelowWords = this.#holds === "words" && start < dash;
    const isBelowEntry = this.#holds === "entry" && this.#isMisaligned(start);
    if (this.#holds === "map" && this.#isInMap(dash - start)) return true;
    return (isBelowWords || isBelowEntry) && !hasColon(this.#text, dash, end);
  }

  /** True for a dash in a list of one of the keys that lack their own dash. */
  #isInMap(column: number): boolean {
    const { column: own, isBelowKey, isInList } = this.#map;
    return column > own || (column === own && (isBelowKey || isInList));
  }

  /** Takes a line of the keys that lack their dash: `speakers:` may have its list in its own column. */
  #takeMapLine(from: number, end: number): void {
    const line = this.#text.slice(from, end);
    const column = from - (this.#text.lastIndexOf("\n", from) + 1);
    if (this.#holds !== "map") this.#map = { column, isBelowKey: false, isInList: false };
    const { column: own, isBelowKey, isInList } = this.#map;
    const isDash = line.startsWith("-") && isGap(line[1]);
    this.#map =
      column > own
        ? { column: own, isBelowKey: false, isInList }
        : {
            column: own,
            isBelowKey: !isDash && isKeyAlone(line),
            isInList: isDash && (isBelowKey || isInList),
          };
    this.#holds = "map";
  }

  /** True for a line that is one space right of the items. */
  #isMisaligned(start: number): boolean {
    const spaces = spacesFrom(this.#text, start, this.#text.length);
    return this.#state.indent !== undefined && spaces === this.#state.indent + 1;
  }

  #comment(start: number, indent: number): void {
    if (this.#holds !== "all" && this.#holds !== "map") this.#holds = undefined;
    const { list, indent: base } = this.#state;
    const inner = list === undefined ? 0 : (base ?? Number.POSITIVE_INFINITY);
    if (indent > inner) this.#pendingComment = -1;
    else if (this.#pendingComment < 0) this.#pendingComment = start;
  }

  #item(start: number, dash: number, end: number): boolean {
    const indent = dash - start;
    const spaces = spacesFrom(this.#text, start, dash);
    const hasTab = spaces < indent;
    const { list } = this.#state;
    const before = this.#state;
    if (before.indent === undefined && !hasTab && list) this.#state = { list, indent };
    const base = this.#state.indent ?? indent;
    // a column further in than its siblings there is nothing it could belong to; behind a tab it is more of a text
    if (spaces > base + 1) return this.#continuation(dash, end);
    const own = list && list !== "unknown" && { list };
    this.#begin({ kind: "item", ...own, offBy: hasTab ? 0 : indent - base, before }, start);
    if (!hasColon(this.#text, dash, end)) this.#holds = "entry";
    return true;
  }

  /** What stands ahead of the first dash below a key that is none of the file's is its value: a list in it is no list of items. */
  #continuation(from: number, end: number): boolean {
    this.#pendingComment = -1;
    const isWords = !hasColon(this.#text, from, end);
    if (this.#holds === "entry" && !isWords) this.#holds = undefined;
    const isBelowList = this.#state.list !== undefined && this.#state.indent === undefined;
    if (this.#holds === "map" || (isBelowList && !isWords && this.#state.list !== "unknown"))
      this.#takeMapLine(from, end);
    else if (isBelowList) this.#holds = isWords ? "words" : undefined;
    if (this.#state.list === "unknown" && this.#state.indent === undefined) this.#state = {};
    return this.#open.kind !== "lead";
  }

  /** A line that starts at the margin and is no item. */
  #margin(start: number, end: number): boolean {
    const line = this.#text.slice(start, Math.min(end, start + 1000));
    const key = keyLine.exec(line);
    const isLead = this.#open.kind === "lead";
    if (key && (!isLead || !/^[&!]/.test(line))) {
      this.#key(
        unquote((key[1] ?? "").trimEnd()),
        this.#text.slice(start + key[0].length, end).trimEnd(),
        start,
      );
    } else if (this.#holds === "all" && /^[:-](?=\s|$)/.test(line)) {
      this.#pendingComment = -1;
    } else if (!isLead && /^\?(?=\s|$)/.test(line)) {
      this.#explicitKey(start);
    } else if (/^---(?=\s|$)/.test(line)) {
      this.#pendingComment = -1;
      return isLead && emptyValue.test(line.slice(3).trimEnd());
    } else if (/^(\.\.\.(?=\s|$)|[%{[&!*|>?]|-(?=\s|$))/.test(line) && (isLead || /^[.%]/.test(line))) {
      return false;
    } else if (!/^[\]}]/.test(line) || isLead) {
      this.#begin({ kind: "key", offBy: 0, before: this.#state }, start);
    }
    return true;
  }

  /** `? surveys` with `: …` in another line, and a key whose name nobody knows without a parser of YAML. */
  #explicitKey(start: number): void {
    this.#begin({ kind: "key", offBy: 0, before: this.#state }, start);
    this.#state = {};
    this.#holds = "all";
  }

  #key(name: string, value: string, start: number): void {
    if (name.includes("\\")) {
      this.#explicitKey(start);
      return;
    }
    const own = itemLists.find((candidate) => candidate === name);
    this.#begin({ kind: "key", ...(own && { list: own }), offBy: 0, before: this.#state }, start);
    if (name !== "meeting" && own === undefined && plainValue.test(value)) {
      if (!/^[ \t]+["']|[ \t]#/.test(value)) this.#holds = "words";
      return;
    }
    const list = name === "meeting" ? undefined : (own ?? "unknown");
    this.#state = list && emptyValue.test(value) ? { list } : {};
  }

  #begin(next: Omit<Piece, "end" | "start">, line: number): void {
    const { kind, start: from } = this.#open;
    const start = this.#pendingComment >= 0 && kind !== "lead" ? this.#pendingComment : line;
    // a byte order mark is no block of its own: every block starts a line
    const isFirst = kind === "lead" && (start === from || this.#text.slice(from, start) === "\uFEFF");
    if (from < start && !isFirst) this.#pieces.push({ ...this.#open, end: start });
    this.#open = { ...next, start: isFirst ? from : start };
    this.#pendingComment = -1;
    this.#holds = undefined;
  }
}

interface MapBelow {
  readonly column: number;
  /** the line above is a key without a value */
  readonly isBelowKey: boolean;
  /** the dashes in the keys' own column are of a list of one of them */
  readonly isInList: boolean;
}

const space = 32;
const tab = 9;

function firstInk(text: string, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const char = text.charCodeAt(at);
    if (char !== space && char !== tab) break;
  }
  return at;
}

/** True for a key without a value, a comment behind it or not. */
function isKeyAlone(line: string): boolean {
  const comment = line.search(/[ \t]#/);
  return (comment < 0 ? line : line.slice(0, comment)).trimEnd().endsWith(":");
}

/** True where a part of a text may hold a key. */
function hasColon(text: string, from: number, to: number): boolean {
  return /:(?=\s|$)/.test(text.slice(from, to));
}

function spacesFrom(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === space) at++;
  return at - from;
}

function isGap(char: string | undefined): boolean {
  return char === undefined || char === " " || char === "\t" || char === "\r" || char === "\n";
}

function unquote(key: string): string {
  return /^["'].*["']$/.test(key) ? key.slice(1, -1) : key;
}
