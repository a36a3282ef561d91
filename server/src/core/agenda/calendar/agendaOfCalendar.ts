/** The agenda of a meeting from an iCalendar file: of Indico, of this program or of another one. */
import type { AgendaReading } from "../agenda";
import { tooManyEntries } from "../agendaLimits";
import { compactAgenda, type FullAgenda, type FullEntry, type FullSlot } from "../compactAgenda";
import { usualPlace } from "../place";
import { Remarks } from "../remarks";
import { type CalendarEvent, type CalendarFile, calendarEvents } from "./calendarEvents";
import { CalendarReader } from "./calendarReader";
import { CalendarClock } from "./calendarZone";
import { eventsByKind, type TimedEvent } from "./eventKind";
import { sessionTitles } from "./slotTitles";

interface CalendarOptions {
  /** IANA name of the zone for a calendar that has only times in UTC */
  readonly timezone?: string;
}

export function agendaOfCalendar(text: string, { timezone }: CalendarOptions = {}): AgendaReading {
  const file = calendarEvents(text);
  if (!file) return { problem: "This is not a valid calendar: a part of it may be missing." };
  if (file.events.length === 0) return { problem: "The calendar has no events." };
  const problem = tooManyEntries(file.events.length);
  return problem === undefined ? agendaOfFile(file, timezone) : { problem };
}

function agendaOfFile(file: CalendarFile, timezone: string | undefined): AgendaReading {
  const remarks = new Remarks();
  const clock = new CalendarClock(file, remarks, timezone);
  const events = usedEvents(file.events, remarks).map((event): TimedEvent => {
    const [start, end] = [event.start && clock.read(event.start), event.end && clock.read(event.end)];
    return { event, ...(start && { start }), ...(end && { end }) };
  });
  const { meetings, sessions, contributions } = eventsByKind(events);
  if (meetings.length > 1)
    return { problem: `The calendar has ${meetings.length} meetings; import one of them.` };
  const reader = new CalendarReader(remarks);
  const entries = contributions.map((timed) => reader.entry(timed));
  const slots = withSessionTitles(
    sessions.map((timed) => reader.slot(timed)),
    remarks,
  );
  if (entries.length === 0) remarks.add("The calendar has no contributions.");
  const [meeting] = meetings.map((timed) => reader.meeting(timed));
  const head = meeting ?? headOf(file, [...slots, ...entries]);
  const zone = clock.zone === undefined ? {} : { timezone: clock.zone };
  const agenda = compactAgenda({ meeting: { ...head, ...zone }, slots, entries }, remarks);
  return { agenda: { ...agenda, isPartial: true } };
}

/** The events that take place, each repeated one once. */
function usedEvents(events: readonly CalendarEvent[], remarks: Remarks): readonly CalendarEvent[] {
  const repeated = new Set(events.filter(({ isRepeated }) => isRepeated).map(({ uid }) => uid));
  return events.filter((event) => {
    if (event.isRepeated) remarks.addName("Only the first date of repeated events is read", event.title);
    if (event.isCancelled) remarks.addName("Cancelled events are left out", event.title);
    return !event.isCancelled && !(event.isException && repeated.has(event.uid));
  });
}

function withSessionTitles(slots: readonly FullSlot[], remarks: Remarks): readonly FullSlot[] {
  const titles = sessionTitles(slots);
  return slots.map((slot, index) => {
    const title = titles[index] ?? slot.title;
    if (title !== slot.title) remarks.addName("Titles of parts of sessions are left out", slot.title);
    return { ...slot, title };
  });
}

/** The head of a calendar that has only contributions. */
function headOf({ name }: CalendarFile, entries: readonly (FullSlot | FullEntry)[]): FullAgenda["meeting"] {
  const place = usualPlace(entries.flatMap((entry) => entry.place ?? []));
  const urls = entries.map((entry) => ("url" in entry ? eventAddress(entry.url) : undefined));
  const [url] = new Set(urls).size === 1 ? urls : [];
  return {
    ...(name !== undefined && { title: name }),
    chairs: [],
    ...(place && { place }),
    ...(url !== undefined && { url }),
    links: [],
  };
}

/** The address of the event that a contribution or a session of Indico belongs to. */
function eventAddress(url: string | undefined): string | undefined {
  return /^(https?:\/\/.{1,1000}?\/event\/[\w-]{1,40}\/)(?:contributions|sessions)\//.exec(url ?? "")?.[1];
}
