/** A meeting's timetable as an iCalendar file (RFC 5545), the same bytes for the same text. */
import ical, { escape as escapeText, type ICalCalendar } from "ical-generator";
import type { MeetingDocument } from "../analysis/meetingDocument";
import { Item } from "../document/item";
import { slugOf, uniqueOf } from "../text/slug";
import { isCalendarDate } from "../time/calendarDate";
import { type Clock, clockOf } from "../time/timeZone";

export interface CalendarFile {
  readonly text: string;
  /** true where the meeting has no time zone: then 09:30 is 09:30 wherever one reads it */
  readonly isFloating: boolean;
  /** contributions without an event, in the file's order */
  readonly leftOut: readonly LeftOut[];
}

interface LeftOut {
  readonly title: string;
  /** of the title, in the file */
  readonly offset: number;
  readonly because:
    | "it has no start"
    | "its start is no time of day"
    | "the meeting has no date"
    | "the meeting's time zone is unknown";
}

interface Head {
  readonly title: string;
  /** ISO 8601 */
  readonly date?: string;
  readonly place?: string;
  /** nothing where the time zone is unknown */
  readonly clock?: Clock;
}

/** An event for each contribution that starts at a known time. */
export function calendarOf(document: MeetingDocument): CalendarFile {
  const head = document.head()?.withUnit((unit) => headOf(new Item(unit))) ?? noHead;
  const calendar = ical({ prodId: { company: "WLCG", product: "k8s Notes" } });
  // the library writes the calendar's name as it is
  if (head.title) calendar.name(escapeText(head.title, false));
  const ids = new Map<string, number>();
  const talks = document.items().filter(({ summary }) => summary.kind === "contributions");
  const leftOut = talks.flatMap((item): readonly LeftOut[] => {
    const because = item.withUnit((unit) => {
      const talk = new Item(unit);
      const obstacle = obstacleTo(talk, head);
      if (obstacle === undefined) addEvent(calendar, talk, head, ids);
      return obstacle;
    });
    const { title, titleRange } = item.summary;
    return because === undefined ? [] : [{ title, offset: item.start + titleRange.start, because }];
  });
  return { text: `${calendar.toString()}\r\n`, isFloating: head.clock?.isFloating ?? false, leftOut };
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

function obstacleTo(talk: Item, { date, clock }: Head): LeftOut["because"] | undefined {
  if (talk.start === undefined) return talk.has("start") ? "its start is no time of day" : "it has no start";
  if (date === undefined) return "the meeting has no date";
  return clock ? undefined : "the meeting's time zone is unknown";
}

function addEvent(
  calendar: ICalCalendar,
  talk: Item,
  { title, date = "", place, clock }: Head,
  ids: Map<string, number>,
): void {
  const start = clock?.instantOf(date, talk.start ?? 0) ?? new Date(Number.NaN);
  const { duration, url } = talk;
  const description = descriptionOf(talk);
  calendar.createEvent({
    id: `${uniqueOf(`${date}-${slugOf(title)}-${slugOf(talk.title)}`, ids)}@wlcg-notes`,
    // the clock is not asked: a file says nothing of when it was written
    stamp: new Date(`${date}T00:00:00Z`),
    start,
    end: duration === undefined ? null : new Date(start.getTime() + duration * 60_000),
    floating: clock?.isFloating ?? false,
    summary: talk.title,
    ...(place !== undefined && { location: { title: place } }),
    ...(description && { description }),
    ...(url !== undefined && { url }),
  });
}

function descriptionOf(talk: Item): string {
  const speakers = talk.texts("speakers");
  return [speakers.length > 0 ? `Speakers: ${speakers.join(", ")}` : [], talk.url ?? []].flat().join("\n");
}
