/** The day and the place of items: their own, otherwise those of their session, otherwise those of the meeting. */
import type { ItemSummary } from "./itemSummary";

/** The values of an item that its day and its place follow from. */
export type ScheduledItem = Pick<ItemSummary, "kind" | "title" | "session" | "date" | "place">;

/** The meeting head and the sessions of a file. */
export interface ScheduleDefaults {
  readonly head?: ItemSummary;
  /** by `comparableSession` of their titles; of two sessions with one title, the first */
  readonly sessions: ReadonlyMap<string, ItemSummary>;
}

/** @param summaries of all units of a file; `document.units()` has them */
export function scheduleDefaults(summaries: Iterable<ItemSummary>): ScheduleDefaults {
  const sessions = new Map<string, ItemSummary>();
  let head: ItemSummary | undefined;
  for (const summary of summaries) {
    if (summary.kind === "meeting") head ??= summary;
    if (summary.kind !== "sessions" || summary.title === "") continue;
    const title = comparableSession(summary.title);
    if (!sessions.has(title)) sessions.set(title, summary);
  }
  return { ...(head && { head }), sessions };
}

/** Equal for the same title in another case or with other spaces. */
export function comparableSession(title: string): string {
  return title.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** The session that an item refers to; undefined if `sessions` does not have it. */
export function sessionOf(
  { session }: Pick<ScheduledItem, "session">,
  { sessions }: ScheduleDefaults,
): ItemSummary | undefined {
  return session === undefined ? undefined : sessions.get(comparableSession(session.title));
}

/** The day of an item or of a session, as YYYY-MM-DD; undefined if the file does not say it. */
export function dayOf(item: ScheduledItem, defaults: ScheduleDefaults): string | undefined {
  return item.date?.day ?? sessionOf(item, defaults)?.date?.day ?? defaults.head?.date?.day;
}

/** The place of an item or of a session, as written. */
export function placeOf(item: ScheduledItem, defaults: ScheduleDefaults): string | undefined {
  return item.place ?? sessionOf(item, defaults)?.place ?? defaults.head?.place;
}
