/** A meeting's timetable as an iCalendar file (RFC 5545), the same bytes for the same text. */
import ical, { escape as escapeText, type ICalCalendar } from "ical-generator";
import type { MeetingDocument } from "../analysis/meetingDocument";
import type { PlacedItem } from "../document/blockDocument";
import { minutesOf } from "../document/itemSummary";
import { oneLine } from "../text/labelText";
import { slugOf, uniqueOf } from "../text/slug";
import { isCalendarDate } from "../time/calendarDate";
import { type Clock, clockOf } from "../time/timeZone";
import { entriesOf, isEmpty, type Node, pairOf, textOf } from "../yaml/nodes";

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
  const node = document.head()?.unit.node;
  const head = headOf(node);
  const calendar = ical({ prodId: { company: "WLCG", product: "k8s Notes" } });
  // the library writes the calendar's name as it is
  if (head.title) calendar.name(escapeText(head.title, false));
  const ids = new Map<string, number>();
  const talks = document.items().filter(({ summary }) => summary.kind === "contributions");
  const leftOut = talks.flatMap((item): readonly LeftOut[] => {
    const because = item.block.peek(() => {
      const obstacle = obstacleTo(item, head);
      if (obstacle === undefined) addEvent(calendar, item, head, ids);
      return obstacle;
    });
    const { title, titleRange } = item.summary;
    return because === undefined ? [] : [{ title, offset: item.start + titleRange.start, because }];
  });
  return { text: `${calendar.toString()}\r\n`, isFloating: head.clock?.isFloating ?? false, leftOut };
}

function headOf(node: Node | null | undefined): Head {
  const date = lineOf(node, "date");
  const place = lineOf(node, "place");
  const zone = pairOf(node, "timezone")?.value;
  const clock = clockOf(isEmpty(zone) ? undefined : (textOf(zone) ?? "?"));
  return {
    title: lineOf(node, "title") ?? "",
    ...(date !== undefined && isCalendarDate(date) && { date }),
    ...(place !== undefined && { place }),
    ...(clock && { clock }),
  };
}

function obstacleTo({ unit, summary }: PlacedItem, { date, clock }: Head): LeftOut["because"] | undefined {
  if (!summary.start)
    return isEmpty(pairOf(unit.node, "start")?.value) ? "it has no start" : "its start is no time of day";
  if (date === undefined) return "the meeting has no date";
  return clock ? undefined : "the meeting's time zone is unknown";
}

function addEvent(
  calendar: ICalCalendar,
  { unit, summary }: PlacedItem,
  { title, date = "", place, clock }: Head,
  ids: Map<string, number>,
): void {
  const start = clock?.instantOf(date, summary.start?.minute ?? 0) ?? new Date(Number.NaN);
  const minutes = minutesOf(summary);
  const url = urlOf(unit.node);
  const description = descriptionOf(unit.node, url);
  calendar.createEvent({
    id: `${uniqueOf(`${date}-${slugOf(title)}-${slugOf(summary.title)}`, ids)}@wlcg-notes`,
    // the clock is not asked: a file says nothing of when it was written
    stamp: new Date(`${date}T00:00:00Z`),
    start,
    end: minutes === undefined ? null : new Date(start.getTime() + minutes * 60_000),
    floating: clock?.isFloating ?? false,
    summary: oneLine(summary.title),
    ...(place !== undefined && { location: { title: place } }),
    ...(description && { description }),
    ...(url !== undefined && { url }),
  });
}

function descriptionOf(node: Node | null, url: string | undefined): string {
  const speakers = entriesOf(pairOf(node, "speakers")?.value).flatMap(
    (name) => oneLine(textOf(name) ?? "") || [],
  );
  return [...(speakers.length > 0 ? [`Speakers: ${speakers.join(", ")}`] : []), ...(url ? [url] : [])].join(
    "\n",
  );
}

/** The library writes an address as it is, so it must be one. */
function urlOf(node: Node | null): string | undefined {
  const url = lineOf(node, "url");
  return url !== undefined && /^https?:\/\/\S+$/.test(url) ? url : undefined;
}

function lineOf(node: Node | null | undefined, key: string): string | undefined {
  return oneLine(textOf(pairOf(node, key)?.value) ?? "") || undefined;
}
