/** The day and the place of items: their own, otherwise those of their session, otherwise those of the meeting. */
import type { ItemSummary } from "./itemSummary";

/** The values of an item that its day and its place follow from. */
export type ScheduledItem = Pick<ItemSummary, "kind" | "title" | "session" | "date" | "start" | "place">;

/** The meeting head and the sessions of a file. */
export interface ScheduleDefaults {
  readonly head?: ItemSummary;
  /** by `comparableSession` of their titles, in the file's order */
  readonly sessions: ReadonlyMap<string, readonly ItemSummary[]>;
  /** the results of `sessionOf` so far, by title, day and start: many sessions may have one title */
  readonly found: Map<string, ItemSummary | undefined>;
}

/** @param summaries of all units of a file; `document.units()` has them */
export function scheduleDefaults(summaries: Iterable<ItemSummary>): ScheduleDefaults {
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
  return { ...(head && { head }), sessions, found: new Map() };
}

/** Equal for the same title in another case or with other spaces. */
export function comparableSession(title: string): string {
  return title.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/**
 * The session that an item refers to; undefined if `sessions` does not have it. Of several with its title, that of its own
 * day, and of these the last one that starts by then, as in the notes.
 */
export function sessionOf(
  { session, date, start }: Pick<ScheduledItem, "session" | "date" | "start">,
  defaults: ScheduleDefaults,
): ItemSummary | undefined {
  if (!session) return undefined;
  const title = comparableSession(session.title);
  const key = `${date?.day} ${start?.minute} ${title}`;
  const { found } = defaults;
  if (!found.has(key)) found.set(key, searchSession(title, { date, start }, defaults));
  return found.get(key);
}

function searchSession(
  title: string,
  { date, start }: { readonly [key in "date" | "start"]: ScheduledItem[key] | undefined },
  { head, sessions }: ScheduleDefaults,
): ItemSummary | undefined {
  const sameTitle = sessions.get(title) ?? [];
  const sameDay = sameTitle.filter(
    (slot) => date === undefined || (slot.date ?? head?.date)?.day === date.day,
  );
  const started = sameDay.findLast(
    (slot) => start !== undefined && (slot.start === undefined || slot.start.minute <= start.minute),
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
