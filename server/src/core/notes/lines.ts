import type { Range } from "../range";
import type { Place } from "./model";

export interface Lines {
  /** @returns 1-based */
  lineOf(offset: number): number;
  /** From the first text in the range to its last, blank lines left out. */
  placeOf(range: Range): Place;
}

export function linesOf(text: string): Lines {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return {
    lineOf,
    placeOf: ({ start, end }) => {
      const own = text.slice(start, end);
      const first = start + (own.length - own.trimStart().length);
      const last = start + own.trimEnd().length - 1;
      return { line: lineOf(Math.min(first, end)), endLine: lineOf(Math.max(last, Math.min(first, end))) };
    },
  };
}
