/** The day and the place of items: their own, otherwise those of their session, otherwise those of the meeting. */
import { groupBy } from "../text/groupBy";
import type { ItemSummary } from "./itemSummary";
import { type SlotItem, sessionDays } from "./sessionDays";

/** The values of an item that its day and its place follow from. */
export type ScheduledItem = Pick<ItemSummary, "kind" | "title" | "session" | "date" | "start" | "place">;

/** The meeting head and the sessions of a file. */
export interface ScheduleDefaults {
  readonly head?: ItemSummary;
  /** by `comparableSession` of their titles, in the file's order */
  readonly sessions: ReadonlyMap<string, readonly ItemSummary[]>;
  /** ISO 8601: the days of items without a date in sessions with several days, see `sessionDays` */
  readonly days: ReadonlyMap<SlotItem, string>;
  /** the results of `sessionOf` so far, by title, day and start: many sessions may have one title */
  readonly found: Map<string, ItemSummary | undefined>;
}

/** @param summaries of all units of a file; `document.units()` has them */
export function scheduleDefaults(summaries: readonly ItemSummary[]): ScheduleDefaults {
  const sessions = new Map<string, ItemSummary[]>();
  let head: ItemSummary | undefined;
  for (const summary of summaries) {
    if (summary.kind === "meeting") head ??= summary;
    if (summary.kind !== "sessions" || summary.title === "") continue;
    const title = comparableSession(summary.title);
    const sameTitle = sessions.get(title);
    if (sameTitle) sameTitle.push(summary);
    else sessions.set(title, [summary]);
  }
  const days = daysInSessions(summaries, sessions, head?.date?.day);
  return { ...(head && { head }), sessions, days, found: new Map() };
}

function daysInSessions(
  summaries: readonly ItemSummary[],
  sessions: ScheduleDefaults["sessions"],
  meetingDay: string | undefined,
): ScheduleDefaults["days"] {
  const repeated = new Set([...sessions].flatMap(([title, { length }]) => (length > 1 ? title : [])));
  if (repeated.size === 0) return new Map();
  const bySession = groupBy(summaries, ({ session }) => comparableSession(session?.title ?? ""));
  return new Map(
    [...repeated].flatMap((title) => [
      ...sessionDays(bySession.get(title) ?? [], sessions.get(title) ?? [], meetingDay, comparableSession),
    ]),
  );
}

/** Equal for the same title in another case or with other spaces. */
export function comparableSession(title: string): string {
  return title.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/**
 * The session that an item refers to; undefined if `sessions` does not have it. Of several with its title, that of its own
 * day, and of these the last one that starts by then, as in the notes.
 */
export function sessionOf(item: ScheduledItem, defaults: ScheduleDefaults): ItemSummary | undefined {
  if (!item.session) return undefined;
  const title = comparableSession(item.session.title);
  const slot = { day: dayInSession(item, defaults), start: item.start?.minute };
  const key = `${slot.day} ${slot.start} ${title}`;
  const { found } = defaults;
  if (!found.has(key)) found.set(key, searchSession(title, slot, defaults));
  return found.get(key);
}

/** The day that its date, or the order of the items of its session, gives an item; ISO 8601. */
export function dayInSession(
  item: Pick<ScheduledItem, "date" | "start" | "place">,
  { days }: ScheduleDefaults,
): string | undefined {
  return item.date?.day ?? days.get(item);
}

/** @param start minutes after midnight */
function searchSession(
  title: string,
  { day, start }: { readonly day: string | undefined; readonly start: number | undefined },
  { head, sessions }: ScheduleDefaults,
): ItemSummary | undefined {
  const sameTitle = sessions.get(title) ?? [];
  const sameDay = sameTitle.filter((slot) => day === undefined || (slot.date ?? head?.date)?.day === day);
  const started = sameDay.findLast(
    (slot) => start !== undefined && (slot.start === undefined || slot.start.minute <= start),
  );
  return started ?? sameDay[0] ?? sameTitle[0];
}

/** The day of an item or of a session, as YYYY-MM-DD; undefined if the file does not say it. */
export function dayOf(item: ScheduledItem, defaults: ScheduleDefaults): string | undefined {
  return item.date?.day ?? sessionOf(item, defaults)?.date?.day ?? defaults.head?.date?.day;
}

/** The place of an item or of a session, as written. */
export function placeOf(item: ScheduledItem, defaults: ScheduleDefaults): string | undefined {
  return item.place ?? sessionOf(item, defaults)?.place ?? defaults.head?.place;
}
