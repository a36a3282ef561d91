/** The heads of meetings, in order. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { Item } from "../document/item";
import { isCalendarDate } from "../time/calendarDate";

export interface CoverageMeeting {
  /** its index in the input, 0-based */
  readonly inputIndex: number;
  readonly title: string;
  /** as written; undefined if there is none */
  readonly date?: string;
  /** true if part of the file could not be parsed, so that items may be missing */
  readonly isBroken: boolean;
}

export interface DatedMeeting {
  readonly document: MeetingDocument;
  readonly meeting: CoverageMeeting;
}

/** Oldest first; meetings without a valid date come before all others; ties keep the input order. */
export function meetingsByDate(documents: readonly MeetingDocument[]): readonly DatedMeeting[] {
  const read = documents.map((document, inputIndex) => ({ document, meeting: headOf(document, inputIndex) }));
  const day = ({ meeting: { date = "" } }: DatedMeeting): string => (isCalendarDate(date) ? date : "");
  return read.sort((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b))));
}

function headOf(document: MeetingDocument, inputIndex: number): CoverageMeeting {
  const head = document.head();
  const date = head?.withUnit((unit) => new Item(unit).text("date"));
  return {
    inputIndex,
    title: head?.summary.title || "(no title)",
    ...(date !== undefined && { date }),
    isBroken: document.hasSyntaxErrors(),
  };
}
