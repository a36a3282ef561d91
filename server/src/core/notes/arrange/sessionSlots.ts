/**
 * The entries of one day as slots: those of a session without interruption, and those outside of sessions. A session is
 * interrupted by an entry outside of sessions that is between its entries.
 */
import { comparableSession } from "../../document/itemDay";
import { groupBy } from "../../text/groupBy";
import type { NotesSession } from "../read/notes";
import type { AgendaDay, AgendaEntry } from "./agendaDays";

export interface Slot {
  /** the session as the entries name it; undefined for entries outside of sessions */
  readonly session?: string;
  /** in time order; those without a start after the entry above them in the file */
  readonly entries: readonly AgendaEntry[];
  /** minutes after midnight: the first start, if one is known */
  readonly start?: number;
  /** of a session without entries */
  readonly declared?: NotesSession;
}

/** An entry with the start by which it is sorted: its own, or that of the entry above it. */
interface Placed {
  readonly entry: AgendaEntry;
  readonly session: string;
  readonly sortStart: number;
}

/**
 * @param day its entries, and its sessions without entries
 * @param slotKey distinguishes the declared slots of a session
 * @returns the slots by start; slots without a session are joined if they follow each other
 */
export function slotsOf(
  { entries, emptySessions }: Pick<AgendaDay, "entries" | "emptySessions">,
  slotKey: (entry: AgendaEntry) => string,
): readonly Slot[] {
  const placed = placedEntries(withSessionsOfBreaks(entries));
  const outside = placed.filter(({ session }) => session === "");
  const inSessions = [...groupBy(placed, ({ session }) => session)].filter(([session]) => session !== "");
  const starts = outside.flatMap(({ entry }) => entry.start ?? []).sort((a, b) => a - b);
  const slots = inSessions.flatMap(([, group]) =>
    splitSession(byStart(group), starts, slotKey).map((part) => toSlot(part, true)),
  );
  const singles = outside.map((entry) => toSlot([entry], false));
  return joined(sorted([...slots, ...singles, ...emptySessions.map(emptySlot)], placed));
}

function byStart(placed: readonly Placed[]): readonly Placed[] {
  return [...placed].sort((a, b) => a.sortStart - b.sortStart || 0);
}

/** In the file's order; the sort start of an entry without one is that of the entry above it in its session. */
function placedEntries(entries: readonly AgendaEntry[]): readonly Placed[] {
  const latest = new Map<string, number>();
  let latestOfAll = -1;
  return entries.map((entry) => {
    const session = comparableSession(entry.session ?? "");
    const inherited = session === "" ? latestOfAll : (latest.get(session) ?? latestOfAll);
    const sortStart = entry.start ?? inherited;
    latest.set(session, sortStart);
    latestOfAll = sortStart;
    return { entry, session, sortStart };
  });
}

/** A break without a session belongs to the only session that is held before and after it. */
function withSessionsOfBreaks(entries: readonly AgendaEntry[]): readonly AgendaEntry[] {
  const spans = sessionSpans(entries);
  return entries.map((entry, index) => {
    if (entry.kind !== "breaks" || entry.session !== undefined) return entry;
    const { start } = entry;
    const around = spans.filter(({ first, last }) => start !== undefined && first < start && start <= last);
    const [above, below] = [entries[index - 1]?.session, entries[index + 1]?.session];
    const neighbour = start === undefined && above === below ? above : undefined;
    const session = around.length === 1 ? around[0]?.session : neighbour;
    return session === undefined ? entry : { ...entry, session };
  });
}

interface Span {
  readonly session: string;
  /** the first and the last start of its entries */
  readonly first: number;
  readonly last: number;
}

function sessionSpans(entries: readonly AgendaEntry[]): readonly Span[] {
  const spans = new Map<string, Span>();
  for (const { session, start } of entries) {
    if (session === undefined || start === undefined) continue;
    const span = spans.get(comparableSession(session));
    const [first, last] = [Math.min(start, span?.first ?? start), Math.max(start, span?.last ?? start)];
    spans.set(comparableSession(session), { session, first, last });
  }
  return [...spans.values()];
}

/**
 * @param entries of one session, by start
 * @param starts of the entries outside of sessions, ascending
 */
function splitSession(
  entries: readonly Placed[],
  starts: readonly number[],
  slotKey: (entry: AgendaEntry) => string,
): readonly (readonly Placed[])[] {
  const parts: Placed[][] = [];
  let previous: Placed | undefined;
  for (const placed of entries) {
    const isInterrupted =
      previous &&
      (hasValueBetween(starts, previous.entry.end ?? previous.sortStart + 1, placed.sortStart) ||
        slotKey(previous.entry) !== slotKey(placed.entry));
    if (!previous || isInterrupted) parts.push([placed]);
    else parts.at(-1)?.push(placed);
    previous = placed;
  }
  return parts;
}

/** True for a value from `from` up to, but not including, `until`. @param sorted ascending */
function hasValueBetween(sorted: readonly number[], from: number, until: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const value = sorted[low];
  return value !== undefined && value < until;
}

function toSlot(placed: readonly Placed[], isSession: boolean): Slot {
  const [first] = placed;
  const starts = placed.flatMap(({ entry }) => entry.start ?? []);
  return {
    ...(isSession && first?.entry.session !== undefined && { session: first.entry.session }),
    entries: placed.map(({ entry }) => entry),
    ...(starts.length > 0 && { start: starts.reduce((a, b) => Math.min(a, b)) }),
  };
}

function emptySlot(declared: NotesSession): Slot {
  const { title, start } = declared;
  return { session: title, entries: [], ...(start !== undefined && { start }), declared };
}

/** By the sort start of their first entry, empty slots without a start last; slots that start together in the file's order. */
function sorted(slots: readonly Slot[], placed: readonly Placed[]): readonly Slot[] {
  const order = new Map(placed.map(({ entry, sortStart }, index) => [entry.key, { index, sortStart }]));
  const atEnd = { index: placed.length, sortStart: Number.MAX_VALUE };
  const placeOf = ({ entries: [first], start = atEnd.sortStart }: Slot) =>
    (first && order.get(first.key)) ?? { ...atEnd, sortStart: start };
  return [...slots].sort((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left.sortStart - right.sortStart || left.index - right.index;
  });
}

/** Joins the entries outside of sessions that follow each other. */
function joined(slots: readonly Slot[]): readonly Slot[] {
  const groups: Slot[][] = [];
  for (const slot of slots) {
    const previous = groups.at(-1)?.[0];
    const isOutside = previous && previous.session === undefined && slot.session === undefined;
    if (isOutside) groups.at(-1)?.push(slot);
    else groups.push([slot]);
  }
  return groups.flatMap((group) =>
    group[0] ? { ...group[0], entries: group.flatMap(({ entries }) => entries) } : [],
  );
}
