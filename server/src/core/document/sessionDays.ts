/** The days of the items of a session that has entries for several days. */
import type { ItemSummary } from "./itemSummary";

const dayMinutes = 24 * 60;
/** A start that is further back than this may be after midnight. */
const maxBack = 12 * 60;
/** With more days than this, the starts of the entries of a session do not decide. */
const maxComparedDays = 100;

/** The values that the day of an item in its session follows from. */
export type SlotItem = Pick<ItemSummary, "date" | "start" | "place">;

/**
 * The items are in the order of the days: a start that is not after the one above it is on the next day. An item without a
 * start is on the day of the item above it. Items in a place that the session has on one day only are on that day; those in
 * a place that it has on several days are read in a separate order.
 * @param items of one session, in the file's order
 * @param slots the entries of `sessions` with its title
 * @param meetingDay the day of entries without a date, ISO 8601
 * @param comparable equal for two names of one place
 * @returns ISO 8601, by item, for those without a date; empty if the session has one day
 */
export function sessionDays<T extends SlotItem>(
  items: readonly T[],
  slots: readonly SlotItem[],
  meetingDay: string | undefined,
  comparable: (place: string) => string,
): ReadonlyMap<T, string> {
  const days = new Map<T, string>();
  const tracks = tracksOf(slots, meetingDay, comparable);
  const main = tracks.get("");
  if (!main || main.days.length < 2) return days;
  const trackOf = ({ place = "" }: T): Track => tracks.get(comparable(place)) ?? main;
  for (const item of items) countRun(item.start, trackOf(item));
  for (const track of tracks.values()) track.last = undefined;
  let current = main.days[0]?.day ?? "";
  for (const item of items) {
    const [track, { start }] = [trackOf(item), item];
    const ownDay = item.date?.day ?? (track.days.length === 1 ? track.days[0]?.day : undefined);
    if (ownDay !== undefined) {
      current = moveTo(ownDay, start, main) ? ownDay : current;
      if (!item.date) days.set(item, ownDay);
      continue;
    }
    if (start) {
      addStart(start.minute, track);
      current = track.days[track.at]?.day ?? current;
    }
    days.set(item, current);
  }
  return days;
}

/** A day of a session. */
interface SessionDay {
  readonly day: string;
  /** of its first entry, in minutes after midnight; 0 if an entry has none */
  readonly start: number;
}

/** The items that follow each other, and how far they are read. */
interface Track {
  /** in order */
  readonly days: readonly SessionDay[];
  /** how often a start is not after the one above it, and one more */
  runs: number;
  /** index of the day of the last item */
  at: number;
  /** the start of the last item, in minutes after the midnight that begins its day */
  last: number | undefined;
}

/** By place; that of all entries has no place. */
function tracksOf(
  slots: readonly SlotItem[],
  meetingDay: string | undefined,
  comparable: (place: string) => string,
): ReadonlyMap<string, Track> {
  const starts = new Map<string, Map<string, number>>();
  for (const { date, start, place } of slots) {
    const day = date?.day ?? meetingDay;
    if (day === undefined) continue;
    for (const key of new Set(["", comparable(place ?? "")])) {
      const byDay = starts.get(key) ?? new Map<string, number>();
      starts.set(key, byDay.set(day, Math.min(byDay.get(day) ?? dayMinutes, start?.minute ?? 0)));
    }
  }
  return new Map(
    [...starts].map(([key, byDay]) => {
      const days = [...byDay].map(([day, start]) => ({ day, start }));
      days.sort((a, b) => (a.day < b.day ? -1 : 1));
      return [key, { days, runs: 1, at: 0, last: undefined }];
    }),
  );
}

function countRun(start: ItemSummary["start"], track: Track): void {
  if (!start) return;
  if (track.last !== undefined && start.minute <= track.last) track.runs++;
  track.last = start.minute;
}

/** @returns false if the session has no entry on this day */
function moveTo(day: string, start: ItemSummary["start"], track: Track): boolean {
  const at = track.days.findIndex((other) => other.day === day);
  if (at < 0) return false;
  track.at = at;
  track.last = start?.minute;
  return true;
}

/** @param start minutes after midnight, of the next item */
function addStart(start: number, track: Track): void {
  const { days, at, last, runs } = track;
  const isBack = last !== undefined && start <= last;
  const next = Math.min(isBack ? at + 1 : at, days.length - 1);
  if (isBack && last - start > maxBack && (next === at || start < (days[next]?.start ?? 0))) {
    track.last = start + dayMinutes;
    return;
  }
  track.last = start;
  const isEachDayUsed = runs >= days.length || days.length > maxComparedDays;
  track.at = isEachDayUsed ? next : dayAround(start, days, next);
}

/** The index of the day, from the given one on, whose first entry is the last to start by then; of several, the first. */
function dayAround(start: number, days: readonly SessionDay[], from: number): number {
  const startAt = (at: number): number => days[at]?.start ?? 0;
  let best = from;
  for (let at = from + 1; at < days.length; at++) {
    if (startAt(at) > start) continue;
    if (startAt(best) > start || startAt(at) > startAt(best)) best = at;
  }
  return best;
}
