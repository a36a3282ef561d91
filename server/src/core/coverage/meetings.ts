/** The heads of meetings, in order. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { Item } from "../document/item";
import { isCalendarDate } from "../time/calendarDate";

export interface CoveredMeeting {
  /** its place among the meetings given, 0-based */
  readonly given: number;
  readonly title: string;
  /** as it is written; nothing where there is none */
  readonly date?: string;
  /** true where some of its text could not be read, so that items may be missing */
  readonly isBroken: boolean;
}

export interface ReadMeeting {
  readonly document: MeetingDocument;
  readonly meeting: CoveredMeeting;
}

/** Oldest first; without a day in the calendar in front of all; else in the order given. */
export function meetingsByDate(documents: readonly MeetingDocument[]): readonly ReadMeeting[] {
  const read = documents.map((document, given) => ({ document, meeting: headOf(document, given) }));
  const day = ({ meeting: { date = "" } }: ReadMeeting): string => (isCalendarDate(date) ? date : "");
  return read.sort((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b))));
}

function headOf(document: MeetingDocument, given: number): CoveredMeeting {
  const head = document.head();
  const date = head?.withUnit((unit) => new Item(unit).text("date"));
  return {
    given,
    title: head?.summary.title || "(no title)",
    ...(date !== undefined && { date }),
    isBroken: document.isBroken(),
  };
}
