/** Makes an agenda of entries that have all details: sorts them, and leaves out what their session or the meeting says. */
import type {
  Agenda,
  AgendaBreak,
  AgendaContribution,
  AgendaEntry,
  AgendaMeeting,
  AgendaSession,
} from "./agenda";
import { distinctPersons } from "./distinct";
import { isSamePlace, type Place, placeText } from "./place";
import type { Remarks } from "./remarks";

/** An agenda with the day and the place of each entry. */
export interface FullAgenda {
  readonly meeting: Omit<AgendaMeeting, "place"> & { readonly place?: Place };
  /** the slots of one session have its title */
  readonly slots: readonly FullSlot[];
  readonly entries: readonly FullEntry[];
}

export type FullSlot = Omit<AgendaSession, "place"> & { readonly place?: Place };

export type FullEntry =
  | (Omit<AgendaContribution, "place"> & { readonly place?: Place })
  | (Omit<AgendaBreak, "place"> & { readonly place?: Place });

export function compactAgenda({ meeting, slots, entries }: FullAgenda, remarks: Remarks): Agenda {
  const { place, date: _first, endDate: _last, ...head } = meeting;
  const dated = { ...head, ...daysOf(meeting, slots, entries) };
  const sessions = sessionsOf(inOrder(slots), inOrder(entries), { place, ...dated });
  const order = new Map([...sessions.keys()].map((key, index) => [key, index]));
  const orderOf = ({ session }: FullEntry): number => order.get(sessionKey(session)) ?? -1;
  const inTime = inOrder(entries, (one, other) => orderOf(one) - orderOf(other));
  const text = place && placeText(place);
  return {
    meeting: { ...dated, ...(text !== undefined && { place: text }) },
    sessions: [...sessions.values()].map(({ session }) => session),
    entries: inTime.map((entry) =>
      compactEntry(entry, { meeting: { place, ...dated }, session: sessions.get(sessionKey(entry.session)) }),
    ),
    remarks: remarks.list(),
  };
}

function sessionKey(title: string | undefined): string {
  return (title ?? "").toLowerCase();
}

interface Timed {
  readonly date?: string;
  readonly start?: number;
}

/** By day and start; those without a start are after the others, in the order that they have. */
function inOrder<T extends Timed>(
  list: readonly T[],
  otherwise: (one: T, other: T) => number = () => 0,
): readonly T[] {
  return list.toSorted((one, other) => compareTimes(one, other) || otherwise(one, other));
}

function compareTimes(one: Timed, other: Timed): number {
  if (one.start === undefined || other.start === undefined)
    return Number(one.start === undefined) - Number(other.start === undefined);
  const [date = "", otherDate = ""] = [one.date, other.date];
  return date === otherDate ? one.start - other.start : date < otherDate ? -1 : 1;
}

/** The first day and the last day of the meeting; by default those of its entries. */
function daysOf(
  { date, endDate }: FullAgenda["meeting"],
  ...lists: readonly (readonly Timed[])[]
): { readonly date?: string; readonly endDate?: string } {
  const dates = [...new Set(lists.flat().flatMap((timed) => timed.date ?? []))].sort();
  const first = date ?? dates[0];
  const last = endDate ?? (date === undefined ? dates.at(-1) : undefined);
  if (first === undefined) return {};
  return { date: first, ...(last !== undefined && last > first && { endDate: last }) };
}

interface PlacedSession {
  readonly session: AgendaSession;
  readonly place?: Place | undefined;
}

interface Head {
  readonly date?: string;
  readonly place: Place | undefined;
}

function sessionsOf(
  slots: readonly FullSlot[],
  entries: readonly FullEntry[],
  meeting: Head & { readonly endDate?: string },
): ReadonlyMap<string, PlacedSession> {
  const slotsByTitle = new Map<string, FullSlot[]>();
  for (const slot of slots) {
    const same = slotsByTitle.get(sessionKey(slot.title));
    if (same) same.push(slot);
    else slotsByTitle.set(sessionKey(slot.title), [slot]);
  }
  for (const { session: title } of entries)
    if (title !== undefined && !slotsByTitle.has(sessionKey(title)))
      slotsByTitle.set(sessionKey(title), [{ title, conveners: [] }]);
  return new Map([...slotsByTitle].map(([key, same]) => [key, sessionOf(same, meeting)]));
}

/** A session with the details that its slots share. */
function sessionOf(slots: readonly FullSlot[], meeting: Head & { readonly endDate?: string }): PlacedSession {
  const [first] = slots;
  const { title = "", start, duration } = first ?? {};
  const date = shared(slots.map((slot) => slot.date));
  const hasOnePlace = slots.every((slot) => isSamePlace(slot.place, first?.place, meeting.place));
  const isElsewhere = !isSamePlace(first?.place, meeting.place, meeting.place);
  const place = hasOnePlace && isElsewhere ? first?.place : undefined;
  const text = place && placeText(place, meeting.place);
  const url = shared(slots.map((slot) => slot.url));
  const isOtherDay = date !== undefined && (meeting.endDate !== undefined || date !== meeting.date);
  const session: AgendaSession = {
    title,
    ...(isOtherDay && { date }),
    ...(slots.length === 1 && start !== undefined && { start }),
    ...(slots.length === 1 && duration !== undefined && { duration }),
    ...(text !== undefined && { place: text }),
    conveners: distinctPersons(slots.flatMap(({ conveners }) => conveners)),
    ...(url !== undefined && { url }),
    ...(slots.every(({ isComplete }) => isComplete) && { isComplete: true }),
  };
  return { session, place };
}

/** The value that all have. */
function shared(values: readonly (string | undefined)[]): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function compactEntry(
  entry: FullEntry,
  { meeting, session }: { readonly meeting: Head; readonly session: PlacedSession | undefined },
): AgendaEntry {
  const { place, date, session: _, ...rest } = entry;
  const around = session?.place ?? meeting.place;
  const isElsewhere = !isSamePlace(place, around, meeting.place);
  const text = place && isElsewhere ? placeText(place, meeting.place) : undefined;
  const isOtherDay = date !== (session?.session.date ?? meeting.date);
  return {
    ...rest,
    ...(session && { session: session.session.title }),
    ...(date !== undefined && isOtherDay && { date }),
    ...(text !== undefined && { place: text }),
  };
}
