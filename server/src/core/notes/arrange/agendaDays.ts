/** The contributions and breaks of a meeting by day. */
import { comparableSession } from "../../document/itemDay";
import { groupBy } from "../../text/groupBy";
import { firstCalendarDate } from "../../time/calendarDate";
import type { Notes, NotesBreak, NotesItem, NotesSession } from "../read/notes";
import { SessionLookup } from "../read/sessions";

export type AgendaEntry = NotesItem | NotesBreak;

export interface AgendaDay {
  /** ISO 8601; undefined if it is unknown */
  readonly date?: string;
  /** in the file's order */
  readonly entries: readonly AgendaEntry[];
  /** the sessions of this day that have no entries, in the file's order */
  readonly emptySessions: readonly NotesSession[];
}

/** The days with entries or sessions, an unknown day first. */
export function agendaDays(notes: Notes): readonly AgendaDay[] {
  const entries = agendaEntries(notes);
  const lookup = new SessionLookup(notes.sessions);
  const used = new Set(entries.flatMap((entry) => usedSlots(entry, lookup)));
  const emptySessions = notes.sessions.filter(
    (session) => !used.has(session.key) && !used.has(slotOnDay(session.title, session)) && isPlanned(session),
  );
  const dates = new Set([...entries, ...emptySessions].map(({ date = "" }) => date));
  const byDate = groupBy(entries, ({ date = "" }) => date);
  const sessionsByDate = groupBy(emptySessions, ({ date = "" }) => date);
  return [...dates].sort().map((date) => ({
    ...(date !== "" && { date }),
    entries: byDate.get(date) ?? [],
    emptySessions: sessionsByDate.get(date) ?? [],
  }));
}

/** The declared session of an entry, and its session on its day: that of the same title. */
function usedSlots({ session, ...slot }: AgendaEntry, lookup: SessionLookup): readonly string[] {
  if (session === undefined) return [];
  const declared = lookup.find(session, slot);
  return [...(declared ? [declared.key] : []), slotOnDay(session, slot)];
}

/** A session on a day, by its title. */
function slotOnDay(title: string, { date = "" }: { readonly date?: string }): string {
  return `${date} ${comparableSession(title)}`;
}

/** True for a session that has more values than its title. */
function isPlanned({ start, place, conveners, url }: NotesSession): boolean {
  return start !== undefined || place !== undefined || conveners.length > 0 || url !== undefined;
}

/** The entries in the file's order; one that does not parse has the day and the session of the entry above it. */
function agendaEntries({ agenda, items, breaks, meeting }: Notes): readonly AgendaEntry[] {
  const byKey = new Map([...items, ...breaks].map((entry) => [entry.key, entry]));
  const meetingDay = firstCalendarDate(meeting.date);
  let previous: Pick<AgendaEntry, "date" | "session"> = meetingDay === undefined ? {} : { date: meetingDay };
  return agenda.flatMap((key) => {
    const found = byKey.get(key);
    if (!found) return [];
    const isPartial = found.kind !== "breaks" && found.isBroken && found.date === undefined;
    const { date, session } = isPartial ? { ...previous, ...found } : found;
    previous = { ...(date !== undefined && { date }), ...(session !== undefined && { session }) };
    return isPartial ? { ...found, ...previous } : found;
  });
}
