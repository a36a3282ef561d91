/** What runs one after the other: the items of a session or of a room on one day. */
import { groupBy } from "../text/groupBy";
import { comparableSession, dayOf, type ScheduleDefaults, type ScheduledItem, sessionOf } from "./itemDay";

/**
 * The groups of items that must not overlap: those of one session, or of each of its rooms if it has several, and those of
 * one room in different sessions. Items without a session and a room are one group.
 * @param items in the file's order
 * @returns each with at least two items, in the file's order
 */
export function parallelTracks<T>(
  items: readonly T[],
  valuesOf: (item: T) => ScheduledItem,
  defaults: ScheduleDefaults,
): readonly (readonly T[])[] {
  const places = items.map((item) => placeIn(valuesOf(item), defaults));
  const roomsOf = groupBy(places, ({ session }) => session);
  const isSplit = new Map(
    [...roomsOf].map(([session, all]) => [session, new Set(all.map(({ room }) => room)).size > 1]),
  );
  const keyOf = ({ session, room }: Place): string =>
    isSplit.get(session) ? `${session}\n${room}` : session;
  const indices = items.map((_, at) => at);
  const placeAt = (at: number): Place => places[at] as Place;
  const bySession = groupBy(indices, (at) => keyOf(placeAt(at)));
  const inRooms = indices.filter((at) => placeAt(at).room !== "");
  const byRoom = groupBy(inRooms, (at) => `${placeAt(at).day}\n${placeAt(at).room}`);
  return [...bySession.values(), ...byRoom.values()]
    .filter(({ length }) => length > 1)
    .map((group) => group.map((at) => items[at] as T));
}

interface Place {
  readonly day: string;
  /** the day and the session */
  readonly session: string;
  /** empty if neither the item nor its session has a place */
  readonly room: string;
}

function placeIn(item: ScheduledItem, defaults: ScheduleDefaults): Place {
  const day = dayOf(item, defaults) ?? "";
  const room = item.place ?? sessionOf(item, defaults)?.place ?? "";
  const session = comparableSession(item.session?.title ?? "");
  return { day, session: `${day}\n${session}`, room: comparableSession(room) };
}
