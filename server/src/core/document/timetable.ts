/** The order of a meeting's contributions in time, with what overlaps and the gaps between. Times are minutes after midnight. */

/** What the timetable needs to know of a contribution. */
export interface Timed {
  readonly start?: number;
  /** minutes; nothing where it is unknown */
  readonly duration?: number;
}

export interface Slot<T> {
  readonly item: T;
  /** nothing where start or duration is unknown; may be past the next midnight */
  readonly end?: number;
  /** the one before that ends last, where it ends after this one starts */
  readonly overlaps?: { readonly item: T; readonly end: number };
  /** where nothing is planned right before this one */
  readonly gap?: { readonly start: number; readonly end: number };
}

/** The one before that ends last; it may end later where an item without a known end follows. */
interface Latest<T> {
  readonly item: T;
  readonly end: number;
  readonly isSure: boolean;
}

/** When it ends, in minutes after midnight; may be past the next midnight. */
export function endOf({ start, duration }: Timed): number | undefined {
  return start === undefined || duration === undefined ? undefined : start + duration;
}

/**
 * @param items in the file's order; one without a start stays behind the one that it follows there
 * @param timeOf when an item starts and how long it takes
 */
export function timetable<T>(items: readonly T[], timeOf: (item: T) => Timed): readonly Slot<T>[] {
  let latest: Latest<T> | undefined;
  return inTime(items, timeOf).map(({ item, time }) => {
    const slot = slotOf(item, time, latest);
    latest = latestAfter(item, time, latest);
    return slot;
  });
}

function slotOf<T>(item: T, time: Timed, latest: Latest<T> | undefined): Slot<T> {
  const end = endOf(time);
  const slot = { item, ...(end !== undefined && { end }) };
  const { start } = time;
  if (!latest || start === undefined) return slot;
  if (start < latest.end) return { ...slot, overlaps: { item: latest.item, end: latest.end } };
  return start > latest.end && latest.isSure ? { ...slot, gap: { start: latest.end, end: start } } : slot;
}

function latestAfter<T>(item: T, time: Timed, latest: Latest<T> | undefined): Latest<T> | undefined {
  const { start } = time;
  if (start === undefined) return latest && { ...latest, isSure: false };
  const end = endOf(time);
  if (latest && (end ?? start) < latest.end) return latest;
  return { item, end: end ?? start, isSure: end !== undefined };
}

function inTime<T>(items: readonly T[], timeOf: (item: T) => Timed) {
  let latest = Number.NEGATIVE_INFINITY;
  const timed = items.map((item) => {
    const time = timeOf(item);
    latest = time.start ?? latest;
    return { item, time, at: latest };
  });
  // the same infinity on both sides has no difference; sorting is stable
  return timed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
}
