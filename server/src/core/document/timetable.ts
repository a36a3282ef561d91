/** The order of a meeting's contributions in time, with what overlaps and the gaps between. Times are minutes after midnight. */

/** What the timetable needs to know of a contribution. */
export interface Timed {
  readonly start?: number | undefined;
  /** minutes; nothing where it is unknown */
  readonly duration?: number | undefined;
}

export interface Slot<T> {
  readonly item: T;
  /** the one before that ends last, where it ends after this one starts */
  readonly overlaps?: Overlapped<T> | undefined;
  /** where nothing is planned right before this one */
  readonly gap?: { readonly start: number; readonly end: number } | undefined;
}

export interface Overlapped<T> {
  readonly item: T;
  /** may be past the next midnight */
  readonly end: number;
}

/** The one before that ends last; `isSure` is false where an item without a known end comes after it. */
interface Latest<T> extends Overlapped<T> {
  readonly isSure: boolean;
}

/** When it ends; may be past the next midnight. */
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
    const slot = slotOf(item, time.start, latest);
    latest = latestAfter(item, time, latest);
    return slot;
  });
}

function slotOf<T>(item: T, start: number | undefined, latest: Latest<T> | undefined): Slot<T> {
  if (!latest || start === undefined) return { item };
  if (start < latest.end) return { item, overlaps: latest };
  return start > latest.end && latest.isSure ? { item, gap: { start: latest.end, end: start } } : { item };
}

function latestAfter<T>(item: T, time: Timed, latest: Latest<T> | undefined): Latest<T> | undefined {
  const { start } = time;
  if (start === undefined) return latest && { ...latest, isSure: false };
  const end = endOf(time);
  if (latest && (end ?? start) < latest.end) return latest;
  return { item, end: end ?? start, isSure: end !== undefined };
}

interface Placed<T> {
  readonly item: T;
  readonly time: Timed;
  readonly at: number;
}

function inTime<T>(items: readonly T[], timeOf: (item: T) => Timed): readonly Placed<T>[] {
  let latest = Number.NEGATIVE_INFINITY;
  const placed = items.map((item): Placed<T> => {
    const time = timeOf(item);
    latest = time.start ?? latest;
    return { item, time, at: latest };
  });
  // two infinities: their difference is NaN
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
}
