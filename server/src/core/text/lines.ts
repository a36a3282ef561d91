/** Lines as editors count them: each ends in LF, CRLF or a lone CR. Lines, columns and offsets are 0-based. */
import type { Range } from "./range";

/** A place in a text; the column in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Where each line of the text starts; the first starts at 0. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  const hasReturns = text.includes("\r");
  for (let at = nextEnd(text, 0, hasReturns); at >= 0; at = nextEnd(text, at, hasReturns)) starts.push(at);
  return starts;
}

/** How many line ends the text has. */
export function lineEndsIn(text: string): number {
  const hasReturns = text.includes("\r");
  let count = 0;
  for (let at = nextEnd(text, 0, hasReturns); at >= 0; at = nextEnd(text, at, hasReturns)) count++;
  return count;
}

/** Where the line after the one at `from` starts; negative in the last one. */
function nextEnd(text: string, from: number, hasReturns: boolean): number {
  if (!hasReturns) return text.indexOf("\n", from) + 1 || -1;
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === lineFeed) return at + 1;
    if (char === carriageReturn) return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
  }
  return -1;
}

/** The index of the last of the ascending `starts` that is not behind `at`; 0 where all are. */
export function lastUpTo(starts: ArrayLike<number>, at: number, length = starts.length): number {
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
export function beforeLineEnd(text: string, { start, end }: Range): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === lineFeed || text.charCodeAt(at - 1) === carriageReturn))
    at--;
  return at;
}
