/** A meeting's timetable as an iCalendar file (RFC 5545), the same bytes for the same text. */
import ical, { escape as escapeText, foldLines, type ICalCalendar } from "ical-generator";
import type { MeetingDocument } from "../analysis/meetingDocument";
import { Item } from "../document/item";
import { plannedTime } from "../document/itemSummary";
import { startsOverMidnight } from "../document/startDays";
import { slugOf, uniqueId } from "../text/slug";
import { isCalendarDate } from "../time/calendarDate";
import { clockOf, type ZoneClock } from "../time/timeZone";
import { revisionOf } from "./eventRevision";

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

interface Head {
  readonly title: string;
  /** ISO 8601 */
  readonly date?: string;
  readonly place?: string;
  /** undefined if the time zone is unknown */
  readonly clock?: ZoneClock;
}

/** One event for each contribution with a start time. */
export function calendarOf(document: MeetingDocument): CalendarFile {
  const head = document.head()?.withUnit((unit) => headOf(new Item(unit))) ?? noHead;
  const calendar = ical({ prodId: { company: "WLCG", product: "k8s Notes" } });
  // the library does not escape the calendar's name
  if (head.title) calendar.name(escapeText(head.title, false));
  const ids = new Map<string, number>();
  const contributions = document.items().filter(({ summary }) => summary.kind === "contributions");
  const starts = startsOverMidnight(contributions.map(({ summary }) => plannedTime(summary)));
  const skipped = contributions.flatMap((item, index): readonly SkippedItem[] => {
    const start = starts[index];
    const reason = item.withUnit((unit) => {
      const talk = new Item(unit);
      if (start === undefined || reasonToSkip(talk, head) !== undefined) return reasonToSkip(talk, head);
      addEvent(calendar, { talk, start }, head, ids);
      return undefined;
    });
    const { title, titleRange } = item.summary;
    return reason === undefined ? [] : [{ title, offset: item.start + titleRange.start, reason }];
  });
  return {
    text: `${withPlainAddresses(calendar.toString())}\r\n`,
    isFloating: head.clock?.isFloating ?? false,
    skipped,
  };
}

/** The library escapes addresses as text; RFC 5545, section 3.3.13, has no escapes in them. */
function withPlainAddresses(text: string): string {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const plain = lines.map((line) => (line.startsWith("URL;") ? line.replaceAll(/\\([\\,;])/g, "$1") : line));
  return foldLines(plain.join("\r\n"));
}

const noHead: Head = { title: "", ...clockIn(undefined) };

function headOf(head: Item): Head {
  const [date, place, timezone] = [head.text("date"), head.text("place"), head.text("timezone")];
  return {
    title: head.title,
    ...(date !== undefined && isCalendarDate(date) && { date }),
    ...(place !== undefined && { place }),
    // a list is no time zone, and a meeting with one has no known time
    ...clockIn(head.has("timezone") ? (timezone ?? "?") : undefined),
  };
}

function clockIn(zone: string | undefined): Pick<Head, "clock"> {
  const clock = clockOf(zone);
  return clock ? { clock } : {};
}

function reasonToSkip(talk: Item, { date, clock }: Head): SkippedItem["reason"] | undefined {
  if (talk.start === undefined) return talk.has("start") ? "the start is not a time of day" : "no start time";
  if (date === undefined) return "the meeting has no date";
  return clock ? undefined : "the meeting's time zone is unknown";
}

interface DatedTalk {
  readonly talk: Item;
  /** minutes after the midnight that begins the meeting's day */
  readonly start: number;
}

function addEvent(
  calendar: ICalCalendar,
  { talk, start: startMinute }: DatedTalk,
  { title, date = "", place, clock }: Head,
  ids: Map<string, number>,
): void {
  const start = clock?.instantOf(date, startMinute) ?? new Date(Number.NaN);
  const { duration, url } = talk;
  const end = duration === undefined ? null : new Date(start.getTime() + duration * 60_000);
  const isFloating = clock?.isFloating ?? false;
  const description = descriptionOf(talk);
  const texts = [talk.title, place ?? "", description, String(isFloating)];
  const revision = revisionOf(date, { start, end, texts });
  calendar.createEvent({
    id: `${uniqueId(`${date}-${slugOf(title)}-${slugOf(talk.title)}`, ids)}@wlcg-notes`,
    // not the current time: the output depends on the file only
    stamp: revision,
    lastModified: revision,
    start,
    end,
    floating: isFloating,
    summary: talk.title,
    ...(place !== undefined && { location: { title: place } }),
    ...(description && { description }),
    ...(url !== undefined && { url }),
  });
}

function descriptionOf(talk: Item): string {
  const speakers = talk.names("speakers");
  return [speakers.length > 0 ? `Speakers: ${speakers.join(", ")}` : [], talk.url ?? []].flat().join("\n");
}
