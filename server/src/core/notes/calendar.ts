/** A meeting's timetable and its actions as an iCalendar file (RFC 5545), the same bytes for the same text. */
import ical, { escape as escapeText, foldLines, type ICalCalendar } from "ical-generator";
import type { MeetingDocument } from "../analysis/meetingDocument";
import { Item } from "../document/item";
import { isCalendarDate } from "../time/calendarDate";
import { clockOf, type ZoneClock } from "../time/timeZone";
import { addMeeting } from "./calendar/meetingEvent";
import { addTalk, type CalendarHead } from "./calendar/talkEvent";
import { plannedTalks, type Talk } from "./calendar/talks";
import { todosOf } from "./calendar/todos";
import type { Notes } from "./read/notes";
import { notesOf } from "./read/notesOf";

export interface CalendarFile {
  readonly text: string;
  /**
   * true if the meeting has no time zone: times are local wherever the calendar is read (iCalendar "floating"
   * time)
   */
  readonly isFloating: boolean;
  /** contributions that are not in the calendar, in file order */
  readonly skipped: readonly SkippedItem[];
}

interface SkippedItem {
  readonly title: string;
  /** of the title, in the file */
  readonly offset: number;
  readonly reason:
    | "no start time"
    | "the start is not a time of day"
    | "the meeting has no date"
    | "the meeting's time zone is unknown";
}

/** An event for the meeting's days, one for each contribution with a start time, and a task for each action. */
export function calendarOf(document: MeetingDocument): CalendarFile {
  const notes = notesOf(document);
  const { title, date, place } = notes.meeting;
  const clock = clockFor(document);
  const head: CalendarHead = {
    title,
    ...(date !== undefined && isCalendarDate(date) && { date }),
    ...(place !== undefined && { place }),
  };
  const calendar = ical({ prodId: { company: "WLCG", product: "k8s Notes" } });
  // the library does not escape the calendar's name
  if (title) calendar.name(escapeText(title, false));
  addMeeting(calendar, notes.meeting);
  const skipped = addTalks(calendar, plannedTalks(document, notes), head, clock);
  return {
    text: withLines(withPlainAddresses(withZone(calendar.toString(), notes)), todosOf(notes)),
    isFloating: clock?.isFloating ?? false,
    skipped,
  };
}

/** @returns undefined if the time zone is unknown; a list is no time zone, and a meeting with one has no known time */
function clockFor(document: MeetingDocument): ZoneClock | undefined {
  const zone = document.head()?.withUnit((unit) => {
    const head = new Item(unit);
    return head.has("timezone") ? (head.text("timezone") ?? "?") : undefined;
  });
  return clockOf(zone);
}

function addTalks(
  calendar: ICalCalendar,
  talks: readonly Talk[],
  head: CalendarHead,
  clock: ZoneClock | undefined,
): readonly SkippedItem[] {
  const ids = new Map<string, number>();
  return talks.flatMap((talk): readonly SkippedItem[] => {
    const reason = reasonToSkip(talk, clock);
    if (reason !== undefined) return [{ title: talk.title, offset: talk.offset, reason }];
    if (clock) addTalk(calendar, talk, { head, clock, ids });
    return [];
  });
}

function reasonToSkip(talk: Talk, clock: ZoneClock | undefined): SkippedItem["reason"] | undefined {
  if (talk.start === undefined) return talk.hasStart ? "the start is not a time of day" : "no start time";
  if (talk.date === undefined) return "the meeting has no date";
  return clock ? undefined : "the meeting's time zone is unknown";
}

/** Times are in UTC; programs that know this property show them in the zone of the meeting. */
function withZone(text: string, { meeting: { timezone } }: Notes): string {
  if (!timezone?.isKnown) return text;
  return text.replace("\r\nBEGIN:VEVENT\r\n", (start) => `\r\nX-WR-TIMEZONE:${timezone.name}${start}`);
}

/** The library escapes addresses as text; RFC 5545, section 3.3.13, has no escapes in them. */
function withPlainAddresses(text: string): string {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  return lines
    .map((line) => (line.startsWith("URL;") ? line.replaceAll(/\\([\\,;])/g, "$1") : line))
    .join("\r\n");
}

/** @param lines to insert before the end of the calendar; none of them folded yet */
function withLines(calendar: string, lines: readonly string[]): string {
  const end = "END:VCALENDAR";
  const body = calendar.slice(0, calendar.lastIndexOf(end));
  return `${foldLines(`${body}${lines.map((line) => `${line}\r\n`).join("")}${end}`)}\r\n`;
}
