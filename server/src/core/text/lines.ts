/** Lines as editors count them: each ends in LF, CRLF or a lone CR. Lines, columns and offsets are 0-based. */
import type { Range } from "./range";

/** A position in a text; the column is in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** The start offset of each line; the first is 0. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  const hasReturns = text.includes("\r");
  for (let at = nextLineStart(text, 0, hasReturns); at >= 0; at = nextLineStart(text, at, hasReturns))
    starts.push(at);
  return starts;
}

/** The number of line ends in the text. */
export function lineEndsIn(text: string): number {
  const hasReturns = text.includes("\r");
  let count = 0;
  for (let at = nextLineStart(text, 0, hasReturns); at >= 0; at = nextLineStart(text, at, hasReturns))
    count++;
  return count;
}

/** The start of the line after the one at `from`; negative if there is none. */
function nextLineStart(text: string, from: number, hasReturns: boolean): number {
  if (!hasReturns) return text.indexOf("\n", from) + 1 || -1;
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === lineFeed) return at + 1;
    if (char === carriageReturn) return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
  }
  return -1;
}

/**
 * The index of the last value of the ascending `starts` that is at most `at`; 0 if all are greater. Binary
 * search.
 */
export function lastIndexUpTo(starts: ArrayLike<number>, at: number, length = starts.length): number {
  let low = 0;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The end of a line that may end in LF, CRLF or CR, before its line end. */
export function trimLineEnd(text: string, { start, end }: Range): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === lineFeed || text.charCodeAt(at - 1) === carriageReturn))
    at--;
  return at;
}

/** True for a line that ends in a backslash that no other one escapes: a line break of Markdown. */
export function endsInBackslash(line: string): boolean {
  let start = line.length;
  while (line[start - 1] === "\\") start--;
  return (line.length - start) % 2 === 1;
}

/** The line without the backslash that breaks it and the spaces before it; any other line as it is. */
export function withoutBreak(line: string): string {
  const text = line.trimEnd();
  return endsInBackslash(text) ? text.slice(0, -1).trimEnd() : line;
}
