import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { Range } from "../../text/range";
import type { LineRange } from "./notes";

export interface LineLookup {
  /** @returns 1-based */
  lineOf(offset: number): number;
  /** The lines from the first to the last non-blank text in the range, 1-based. */
  lineRangeOf(range: Range): LineRange;
}

export function lineLookupOf(document: MeetingDocument): LineLookup {
  const lineOf = (offset: number): number => document.lineColumnOf(offset).line + 1;
  return {
    lineOf,
    lineRangeOf: ({ start, end }) => {
      const source = document.slice(start, end);
      const first = start + (source.length - source.trimStart().length);
      const last = start + source.trimEnd().length - 1;
      return { line: lineOf(Math.min(first, end)), endLine: lineOf(Math.max(last, Math.min(first, end))) };
    },
  };
}
