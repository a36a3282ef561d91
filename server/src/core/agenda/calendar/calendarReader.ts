/** Makes the parts of an agenda of the events of a calendar. */
import type { Person } from "../../document/persons";
import { isBreakTitle } from "../../text/breakTitle";
import { titleOfAddress } from "../../text/linkText";
import type { LocalTime } from "../../time/timeZone";
import type { AgendaLink } from "../agenda";
import type { FullAgenda, FullEntry, FullSlot } from "../compactAgenda";
import { distinctLinks } from "../distinct";
import { linkAddress, pageAddress } from "../linkAddress";
import { DescriptionReader } from "../markdown/descriptionReader";
import { type Place, readPlace } from "../place";
import type { Remarks } from "../remarks";
import { durationOf, lastDayOf, minutesBetween } from "../spans";
import type { CalendarEvent } from "./calendarEvents";
import { readEventDescription } from "./eventDescription";
import { isContribution, isOwn, type TimedEvent } from "./eventKind";

export class CalendarReader {
  readonly #remarks: Remarks;
  readonly #descriptions = new DescriptionReader();

  constructor(remarks: Remarks) {
    this.#remarks = remarks;
  }

  /** The meeting of an event that is the meeting itself. */
  meeting(timed: TimedEvent): Omit<FullAgenda["meeting"], "timezone"> {
    const { event, start, end } = timed;
    const { persons, links, text } = this.#details(event);
    const organizer = event.organizer?.includes("@") ? undefined : event.organizer;
    const chairs = persons.length > 0 || organizer === undefined ? persons : [{ name: organizer }];
    return {
      title: event.title,
      ...(start?.date !== undefined && { date: start.date }),
      ...lastDay(start, end),
      chairs,
      ...placeOf(event),
      ...this.#url(event),
      links,
      ...(text !== undefined && { context: text }),
    };
  }

  slot(timed: TimedEvent): FullSlot {
    const { event } = timed;
    const conveners = this.#details(event).persons;
    return { title: event.title, ...times(timed), ...placeOf(event), conveners, ...this.#url(event) };
  }

  entry(timed: TimedEvent): FullEntry {
    const { event } = timed;
    const { persons, session, links, text } = this.#details(event);
    const entry = {
      title: event.title,
      ...(session !== undefined && { session }),
      ...times(timed),
      ...placeOf(event),
    };
    const isBreak =
      isBreakTitle(event.title) && !isContribution(event) && persons.length === 0 && text === undefined;
    if (isBreak) return { kind: "break", ...entry };
    return {
      kind: "contribution",
      ...entry,
      speakers: persons,
      ...this.#url(event),
      links,
      ...(text !== undefined && { abstract: text }),
      parts: [],
    };
  }

  #details(event: CalendarEvent): {
    readonly persons: readonly Person[];
    readonly session?: string;
    readonly links: readonly AgendaLink[];
    readonly text?: string;
  } {
    const description = readEventDescription(event.description, { url: event.url, isOwn: isOwn(event) });
    const text = this.#descriptions.read(description.text);
    if (this.#descriptions.isShortened)
      this.#remarks.add("There are very long descriptions: a part of them, or their layout, is left out.");
    const { persons, session } = description;
    return {
      persons,
      ...(session !== undefined && { session }),
      links: distinctLinks([...description.links, ...attachmentsOf(event)]),
      ...(text !== undefined && { text }),
    };
  }

  #url({ url }: CalendarEvent): { readonly url?: string } {
    if (url === undefined) return {};
    const address = pageAddress(url);
    if (address === undefined) this.#remarks.addName("Addresses without https are left out", url);
    return address === undefined ? {} : { url: address };
  }
}

function attachmentsOf({ attachments }: CalendarEvent): readonly AgendaLink[] {
  return attachments.flatMap(({ title, url: written }) => {
    const url = linkAddress(written);
    return url === undefined ? [] : [{ title: title ?? titleOfAddress(url), url }];
  });
}

function placeOf({ location }: CalendarEvent): { readonly place?: Place } {
  return location === undefined ? {} : { place: readPlace(location) };
}

/** A whole day has no start. */
function times({ event, start, end }: TimedEvent): {
  readonly date?: string;
  readonly start?: number;
  readonly duration?: number;
} {
  const duration = durationOf(event.duration) ?? minutesBetween(complete(start), complete(end));
  return {
    ...(start?.date !== undefined && { date: start.date }),
    ...(start?.minute !== undefined && { start: start.minute }),
    ...(start?.minute !== undefined && duration !== undefined && { duration }),
  };
}

/** The end of a whole day is the first day after it. */
function lastDay(start: TimedEvent["start"], end: TimedEvent["end"]): { readonly endDate?: string } {
  if (start?.date === undefined || end?.date === undefined) return {};
  const [first, last] = [
    { minute: 0, ...start, date: start.date },
    { minute: 0, ...end, date: end.date },
  ];
  return { endDate: lastDayOf(first, last) };
}

function complete(time: Partial<LocalTime> | undefined): LocalTime | undefined {
  const { date, minute } = time ?? {};
  return date === undefined || minute === undefined ? undefined : { date, minute };
}
