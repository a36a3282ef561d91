import type { ICalCalendar } from "ical-generator";
import { repeatedText } from "../../text/displayText";
import { slugOf, uniqueId } from "../../text/slug";
import type { ZoneClock } from "../../time/timeZone";
import { personsText } from "../arrange/notesText";
import { revisionOf } from "./eventRevision";
import { urlOf } from "./eventUrl";
import type { Talk } from "./talks";

/** What the events of a meeting share. */
export interface CalendarHead {
  readonly title: string;
  /** ISO 8601 */
  readonly date?: string;
  readonly place?: string;
}

interface Surroundings {
  readonly head: CalendarHead;
  readonly clock: ZoneClock;
  /** counts the ids used so far */
  readonly ids: Map<string, number>;
}

/** UTF-16 units of a place: that of a meeting or a session is in many events. */
const maxPlaceLength = 200;

/** Adds the event of a contribution that has a day and a start. The id has the day of the meeting, so that it stays when the contribution moves. */
export function addTalk(calendar: ICalCalendar, talk: Talk, { head, clock, ids }: Surroundings): void {
  const { title, date = "", start: startMinute = 0, duration } = talk;
  const meetingDate = head.date ?? date;
  const start = clock.instantOf(date, startMinute);
  const end = duration === undefined ? null : new Date(start.getTime() + duration * 60_000);
  const fullPlace = talk.place ?? head.place;
  const place = fullPlace === undefined ? undefined : repeatedText(fullPlace, maxPlaceLength);
  const description = descriptionOf(talk);
  const texts = [title, place ?? "", description, String(clock.isFloating)];
  const revision = revisionOf(meetingDate, { start, end, texts });
  calendar.createEvent({
    id: `${uniqueId(`${meetingDate}-${slugOf(head.title)}-${slugOf(title)}`, ids)}@wlcg-notes`,
    // not the current time: the output depends on the file only
    stamp: revision,
    lastModified: revision,
    start,
    end,
    floating: clock.isFloating,
    summary: title,
    ...(place !== undefined && { location: { title: place } }),
    ...(description && { description }),
    ...urlOf(talk),
  });
}

function descriptionOf({ speakers, session, url }: Talk): string {
  return [
    speakers.length > 0 ? `Speakers: ${personsText(speakers)}` : [],
    session === undefined ? [] : `Session: ${session}`,
    url ?? [],
  ]
    .flat()
    .join("\n");
}
