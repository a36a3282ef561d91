/**
 * Sorts the contributions of a meeting by time and finds overlaps and gaps. Times are minutes after the midnight that begins
 * the meeting's day (`startDays.ts`).
 */

/** The values of a contribution that the timetable uses. */
export interface PlannedTime {
  readonly start?: number | undefined;
  /** minutes; undefined if unknown */
  readonly duration?: number | undefined;
}

export interface Slot<T> {
  readonly item: T;
  /** the previous item that ends last, if it ends after this one starts */
  readonly overlaps?: Overlap<T> | undefined;
  /** the free time directly before this item, if any */
  readonly gap?: { readonly start: number; readonly end: number } | undefined;
}

export interface Overlap<T> {
  readonly item: T;
  /** may be past the next midnight */
  readonly end: number;
}

/** The item so far that ends last; `isEndKnown` is false if an item without a known end follows it. */
interface LatestEnd<T> extends Overlap<T> {
  readonly isEndKnown: boolean;
}

type TimeOf<T> = (item: T, index: number) => PlannedTime;

/** The end of an item; may be past the next midnight. */
export function endOf({ start, duration }: PlannedTime): number | undefined {
  return start === undefined || duration === undefined ? undefined : start + duration;
}

/**
 * @param items in the file's order; an item without a start stays after the item that it follows there
 * @param timeOf returns the start and the duration of an item
 */
export function timetable<T>(items: readonly T[], timeOf: TimeOf<T>): readonly Slot<T>[] {
  let latest: LatestEnd<T> | undefined;
  return sortedByStart(items, timeOf).map(({ item, time }) => {
    const slot = slotOf(item, time.start, latest);
    latest = latestAfter(item, time, latest);
    return slot;
  });
}

function slotOf<T>(item: T, start: number | undefined, latest: LatestEnd<T> | undefined): Slot<T> {
  if (!latest || start === undefined) return { item };
  if (start < latest.end) return { item, overlaps: latest };
  return start > latest.end && latest.isEndKnown
    ? { item, gap: { start: latest.end, end: start } }
    : { item };
}

function latestAfter<T>(
  item: T,
  time: PlannedTime,
  latest: LatestEnd<T> | undefined,
): LatestEnd<T> | undefined {
  const { start } = time;
  if (start === undefined) return latest && { ...latest, isEndKnown: false };
  const end = endOf(time);
  if (latest && (end ?? start) < latest.end) return latest;
  return { item, end: end ?? start, isEndKnown: end !== undefined };
}

interface SortableItem<T> {
  readonly item: T;
  readonly time: PlannedTime;
  readonly sortKey: number;
}

function sortedByStart<T>(items: readonly T[], timeOf: TimeOf<T>): readonly SortableItem<T>[] {
  let latest = Number.NEGATIVE_INFINITY;
  const placed = items.map((item, index): SortableItem<T> => {
    const time = timeOf(item, index);
    latest = time.start ?? latest;
    return { item, time, sortKey: latest };
  });
  // the difference of two infinities is NaN
  return placed.sort((a, b) => (a.sortKey === b.sortKey ? 0 : a.sortKey - b.sortKey));
}
