/** Reads keys and scalars, including incomplete ones. */
import type { Range } from "../text/range";
import { blanksStart, keyAt, skipBlanks } from "../yaml/lineShape";
import { commentStartFrom } from "../yaml/openMarks";
import { columnOf, endOfLine, nextLine } from "./cursorLines";

export type Quote = '"' | "'";

export interface Token extends Range {
  /** unquoted */
  readonly text: string;
  readonly quote?: Quote;
}

export function emptyToken(offset: number): Token {
  return { start: offset, end: offset, text: "" };
}

export function readFlowScalar(text: string, at: number, isKey: boolean): Token {
  if (text[at] === '"' || text[at] === "'") {
    const end = endOfLine(text, at);
    const tokenEnd =
      closingQuoteEnd(text, at, end) ?? blanksStart(text, at + 1, matchEnd(/[^,\]}\n]*/y, text, at + 1));
    return quotedToken(text, at, tokenEnd);
  }
  const pattern = isKey ? /(?:[^,[\]{}:\n]|:(?![\s,[\]{}]|$))*/y : /[^,[\]{}\n]*/y;
  return plainToken(text, at, matchEnd(pattern, text, at));
}

/** The end of a match that begins at `at`, without the CR of a line end; `at` if there is no match. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const end = pattern.test(text) ? pattern.lastIndex : at;
  return end > at && text.startsWith("\r\n", end - 1) ? end - 1 : end;
}

/** The text up to `end`, without a comment and the blanks before it. */
function plainToken(text: string, start: number, end: number): Token {
  const tokenEnd = blanksStart(text, start, commentStartFrom(text, start, end));
  return { start, end: tokenEnd, text: text.slice(start, tokenEnd) };
}

/** @param ownerColumn a quoted scalar continues only on lines that are indented deeper than this column */
export function readScalar(text: string, at: number, end: number, ownerColumn: number): Token {
  if (text[at] !== '"' && text[at] !== "'") return plainToken(text, at, end);
  const quoteEnd =
    closingQuoteEnd(text, at, end) ??
    (ownerColumn === Number.POSITIVE_INFINITY
      ? undefined
      : closingQuoteEnd(text, at, scalarRegionEnd(text, end, ownerColumn)));
  return quotedToken(text, at, quoteEnd ?? blanksStart(text, at, end));
}

/** The end of the last consecutive line that is empty or indented deeper than `ownerColumn`. */
function scalarRegionEnd(text: string, from: number, ownerColumn: number): number {
  let end = from;
  for (let line = nextLine(text, from); line <= text.length; line = nextLine(text, line)) {
    const lineEnd = endOfLine(text, line);
    const contentStart = skipBlanks(text, line, lineEnd);
    if (contentStart < lineEnd && columnOf(text, line, contentStart) <= ownerColumn) break;
    end = lineEnd;
  }
  return end;
}

/**
 * The offset after the closing quote; a quote inside a word does not close the scalar: `["sec, "storage"]`.
 */
function closingQuoteEnd(text: string, at: number, end: number): number | undefined {
  const pattern =
    text[at] === '"' ? /^"(?:[^"\\]|\\[\s\S])*"(?=[\s,\]}:]|$)/ : /^'(?:[^']|'')*'(?=[\s,\]}:]|$)/;
  const match = pattern.exec(text.slice(at, end));
  return match ? at + match[0].length : undefined;
}

function quotedToken(text: string, start: number, end: number): Token {
  const quote = text[start] === '"' ? '"' : "'";
  const isClosed = end - start > 1 && text[end - 1] === quote;
  return { start, end, text: text.slice(start + 1, isClosed ? end - 1 : end), quote };
}

/** The key that begins at an offset, or after an anchor and a tag there, with the offset of its colon. */
export function readKey(
  text: string,
  at: number,
  end: number,
): (Token & { readonly colon: number }) | undefined {
  const key = keyAt(text, at, end);
  if (!key) return undefined;
  const { name, ...rest } = key;
  return { ...rest, text: name };
}
