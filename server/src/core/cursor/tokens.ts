/** Keys and scalars as they stand in a text, half-typed ones too. */
import type { Range } from "../range";
import { columnOf, endOfLine, nextLine, skipBlanks } from "./lines";

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
  const end = endOfLine(text, at);
  if (text[at] === '"' || text[at] === "'") {
    const closed = quotedEnd(text, at, end);
    const until = closed ?? at + (/^.[^,\]}]*/.exec(text.slice(at, end))?.[0].trimEnd().length ?? 1);
    return quotedToken(text, at, until);
  }
  const pattern = isKey ? /^(?:[^,[\]{}:]|:(?![\s,[\]{}]|$))*/ : /^[^,[\]{}]*/;
  const source =
    pattern
      .exec(text.slice(at, end))?.[0]
      .replace(/\s#.*$/, "")
      .trimEnd() ?? "";
  return { start: at, end: at + source.length, text: source };
}

/** @param limit a quoted text goes on in lines right of this column only */
export function readScalar(text: string, at: number, end: number, limit: number): Token {
  if (text[at] !== '"' && text[at] !== "'") {
    const source = text
      .slice(at, end)
      .replace(/[ \t]#.*$/, "")
      .trimEnd();
    return { start: at, end: at + source.length, text: source };
  }
  const closed =
    quotedEnd(text, at, end) ??
    (limit === Number.POSITIVE_INFINITY ? undefined : quotedEnd(text, at, endOfRegion(text, end, limit)));
  return quotedToken(text, at, closed ?? at + text.slice(at, end).trimEnd().length);
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

const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^\s"'[\]{},#&*!|>%@`?-]|[?-](?=\S))[^#]*?)[ \t]*:(?=\s|$)/;

export function readKey(
  text: string,
  at: number,
  end: number,
): (Token & { readonly colon: number }) | undefined {
  const match = keyPattern.exec(text.slice(at, Math.min(end, at + 500)));
  const source = match?.[1];
  if (!match || source === undefined) return undefined;
  const colon = at + match[0].length - 1;
  const isQuoted = source[0] === '"' || source[0] === "'";
  const token = isQuoted
    ? quotedToken(text, at, at + source.length)
    : { start: at, end: at + source.length, text: source };
  return { ...token, colon };
}
