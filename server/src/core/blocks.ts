/**
 * Cuts a contributions file into blocks by indentation alone: each top-level key, and each entry of
 * the item lists. A broken block never spills into the next one.
 */
import type { Range } from "./range";
import { isUnreadable } from "./unreadable";

export const itemLists = ["contributions", "surveys", "discussion"] as const;
export type ItemList = (typeof itemLists)[number];

/**
 * One block of the file. `lead` is what stands before the first key (comments, `---`); `key` a
 * top-level key with its value, or the bare `contributions:` above its items; `item` one entry of an
 * item list, with the comments above it.
 */
export interface Piece extends Range {
  readonly kind: "lead" | "key" | "item" | "whole";
  /** the item list an `item` or a `key` belongs to */
  readonly list?: ItemList;
  /** columns an `item` stands off from its siblings: `-1` is one too few, `1` one too many; 0 in line */
  readonly offBy: number;
}

const keyLine =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:#,[\]{}&*!|>%@`?'"-][^:]*?|-[^\s:][^:]*?)[ \t]*:(?=\s|$)/;
const emptyValue = /^[ \t]*(#.*)?\r?$/;
/** `Note: words` at the margin holds no list of its own: items below it go on with the list above. */
const plainValue = /^[ \t]+[^\s#|>[{&!*"'%@`]/;

/**
 * @returns the pieces in order, covering the text without gaps; a single `whole` piece where the
 * text cannot be cut safely (several documents, a flow collection or a list at the root, directives,
 * an indented root) or is unreadable.
 */
export function cut(text: string): readonly Piece[] {
  const whole: readonly Piece[] = [{ kind: "whole", start: 0, end: text.length, offBy: 0 }];
  if (isUnreadable(text)) return whole;
  const pieces: Piece[] = [];
  let open: Omit<Piece, "end"> = { kind: "lead", start: 0, offBy: 0 };
  let list: ItemList | undefined;
  let listIndent: number | undefined;
  let pendingComment = -1;

  const begin = (next: Omit<Piece, "end" | "start">, lineStart: number): void => {
    const start = pendingComment >= 0 && open.kind !== "lead" ? pendingComment : lineStart;
    if (open.start < start) pieces.push({ ...open, end: start });
    open = {
      ...next,
      start: pieces.length === 0 && open.kind === "lead" && open.start === start ? 0 : start,
    };
    pendingComment = -1;
  };

  // a byte order mark is no indentation
  for (let lineStart = text.startsWith("\uFEFF") ? 1 : 0; lineStart < text.length; ) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? text.length : newline + 1;
    const first = firstInk(text, lineStart, lineEnd);
    const indent = first - lineStart;
    const ink = text[first];

    if (first >= lineEnd || ink === "\r" || ink === "\n") {
      lineStart = lineEnd;
      continue;
    }
    if (ink === "#") {
      const inner = list === undefined ? 0 : (listIndent ?? Number.POSITIVE_INFINITY);
      if (indent <= inner && pendingComment < 0) pendingComment = lineStart;
      else if (indent > inner) pendingComment = -1;
      lineStart = lineEnd;
      continue;
    }
    const isDash = ink === "-" && isGap(text[first + 1]);
    const hasTab = text.slice(lineStart, first).includes("\t");
    if (isDash && list !== undefined) {
      listIndent ??= hasTab ? undefined : indent;
      const base = listIndent ?? indent;
      // a column further in than its siblings there is nothing it could belong to
      if (hasTab || indent <= base + 1)
        begin({ kind: "item", list, offBy: hasTab ? 0 : indent - base }, lineStart);
      pendingComment = -1;
    } else if (indent > 0) {
      if (open.kind === "lead") return whole;
      pendingComment = -1;
    } else {
      const line = text.slice(lineStart, Math.min(lineEnd, lineStart + 1000));
      const key = keyLine.exec(line);
      if (key) {
        const name = unquote(key[1] ?? "");
        const value = text.slice(lineStart + key[0].length, lineEnd).trimEnd();
        const own = itemLists.find((candidate) => candidate === name);
        begin({ kind: "key", ...(own && { list: own }), offBy: 0 }, lineStart);
        if (isMeeting(name) || !plainValue.test(value)) {
          list = emptyValue.test(value) ? own : undefined;
          listIndent = undefined;
        }
      } else if (/^---(?=\s|$)/.test(line)) {
        if (open.kind !== "lead" || !emptyValue.test(line.slice(3).trimEnd())) return whole;
        pendingComment = -1;
      } else if (
        /^(\.\.\.(?=\s|$)|[%{[&!*|>?]|-(?=\s|$))/.test(line) &&
        (open.kind === "lead" || /^[.%]/.test(line))
      ) {
        return whole;
      } else if (!/^[\]}]/.test(line) || open.kind === "lead") {
        begin({ kind: "key", offBy: 0 }, lineStart);
      }
    }
    lineStart = lineEnd;
  }
  if (open.start < text.length || pieces.length === 0) pieces.push({ ...open, end: text.length });
  return pieces;
}

function firstInk(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] === " " || text[at] === "\t")) at++;
  return at;
}

function isGap(char: string | undefined): boolean {
  return char === undefined || char === " " || char === "\t" || char === "\r" || char === "\n";
}

function isMeeting(name: string): boolean {
  return name === "meeting" || itemLists.some((list) => list === name);
}

function unquote(key: string): string {
  return /^["'].*["']$/.test(key) ? key.slice(1, -1) : key;
}
