/** Keys and scalars as they stand in a text, half-typed ones too. */
import type { Range } from "../text/range";
import { blanksStart, keyAt, skipBlanks } from "../yaml/lineShape";
import { commentStartFrom } from "../yaml/openMarks";
import { columnOf, endOfLine, nextLine } from "./lines";

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
    const until =
      quotedEnd(text, at, end) ?? blanksStart(text, at + 1, matchEnd(/[^,\]}\n]*/y, text, at + 1));
    return quotedToken(text, at, until);
  }
  const pattern = isKey ? /(?:[^,[\]{}:\n]|:(?![\s,[\]{}]|$))*/y : /[^,[\]{}\n]*/y;
  return plainToken(text, at, matchEnd(pattern, text, at));
}

/** Where a match ends that begins at `at`, or with its line. */
function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  const end = sticky.test(text) ? sticky.lastIndex : at;
  return end > at && text.startsWith("\r\n", end - 1) ? end - 1 : end;
}

/** What stands up to `end`, without a comment and the blanks ahead of it. */
function plainToken(text: string, start: number, end: number): Token {
  const until = blanksStart(text, start, commentStartFrom(text, start, end));
  return { start, end: until, text: text.slice(start, until) };
}

/** @param limit a quoted text goes on in lines right of this column only */
export function readScalar(text: string, at: number, end: number, limit: number): Token {
  if (text[at] !== '"' && text[at] !== "'") return plainToken(text, at, end);
  const closed =
    quotedEnd(text, at, end) ??
    (limit === Number.POSITIVE_INFINITY ? undefined : quotedEnd(text, at, endOfRegion(text, end, limit)));
  return quotedToken(text, at, closed ?? blanksStart(text, at, end));
}

/** The end of the last line in a row that is empty or stands right of `limit`. */
function endOfRegion(text: string, from: number, limit: number): number {
  let end = from;
  for (let line = nextLine(text, from); line <= text.length; line = nextLine(text, line)) {
    const lineEnd = endOfLine(text, line);
    const ink = skipBlanks(text, line, lineEnd);
    if (ink < lineEnd && columnOf(text, line, ink) <= limit) break;
    end = lineEnd;
  }
  return end;
}

/** Behind the closing quote; a quote in the middle of a word closes nothing: `["sec, "storage"]`. */
function quotedEnd(text: string, at: number, end: number): number | undefined {
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

/** The key that begins at an offset, or behind an anchor and a tag there, with the offset of its colon. */
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
