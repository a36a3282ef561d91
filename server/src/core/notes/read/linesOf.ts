import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { Range } from "../../text/range";
import type { Place } from "./model";

export interface Lines {
  /** @returns 1-based */
  lineOf(offset: number): number;
  /** From the first text in the range to its last, blank lines left out. */
  placeOf(range: Range): Place;
}

export function linesOf(document: MeetingDocument): Lines {
  const lineOf = (offset: number): number => document.placeOf(offset).line + 1;
  return {
    lineOf,
    placeOf: ({ start, end }) => {
      const own = document.slice(start, end);
      const first = start + (own.length - own.trimStart().length);
      const last = start + own.trimEnd().length - 1;
      return { line: lineOf(Math.min(first, end)), endLine: lineOf(Math.max(last, Math.min(first, end))) };
    },
  };
}
