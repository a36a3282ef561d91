import { type ICalCalendar, ICalEventTransparency } from "ical-generator";
import { slugOf } from "../../text/slug";
import { isCalendarDate } from "../../time/calendarDate";
import { personsText, untitled } from "../arrange/notesText";
import type { MeetingHead } from "../read/notes";
import { revisionOf } from "./eventRevision";
import { urlOf } from "./eventUrl";

const dayMilliseconds = 24 * 60 * 60_000;

/**
 * Adds the meeting itself, from its first day to its last: an event of whole days, which calendars show above the
 * contributions, and which leaves the time free. A meeting without a date has none.
 */
export function addMeeting(calendar: ICalCalendar, meeting: MeetingHead): void {
  const { date, endDate, place } = meeting;
  if (date === undefined || !isCalendarDate(date)) return;
  const lastDay = endDate !== undefined && isCalendarDate(endDate) && endDate > date ? endDate : date;
  const start = new Date(`${date}T00:00:00Z`);
  const end = new Date(Date.parse(`${lastDay}T00:00:00Z`) + dayMilliseconds);
  const title = meeting.title || untitled;
  const description = descriptionOf(meeting);
  const revision = revisionOf(date, { start, end, texts: [title, place ?? "", description] });
  calendar.createEvent({
    id: `${date}-${slugOf(meeting.title)}-meeting@wlcg-notes`,
    stamp: revision,
    lastModified: revision,
    start,
    end,
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: title,
    ...(place !== undefined && { location: { title: place } }),
    ...(description && { description }),
    ...urlOf(meeting),
  });
}

function descriptionOf({ chairs, series, links, url }: MeetingHead): string {
  return [
    series === undefined ? [] : `Series: ${series}`,
    chairs.length > 0 ? `${chairs.length > 1 ? "Chairs" : "Chair"}: ${personsText(chairs)}` : [],
    links.map((link) => (link.title === undefined ? link.url : `${link.title}: ${link.url}`)),
    url ?? [],
  ]
    .flat()
    .join("\n");
}
