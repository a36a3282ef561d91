/** The days of starts that are written as times of day only. */
import type { PlannedTime } from "./timetable";

const dayMinutes = 24 * 60;
/** A start that is further back than this is on the next day; a nearer one is out of order in the file. */
const maxBack = 12 * 60;
/** A start after midnight, followed by one that is further ahead than this, which is on the evening before. */
const maxAhead = 18 * 60;

/**
 * A start more than twelve hours before that of the item above it is on the next day: 00:15 after 23:30. So is a start at
 * the minute at which the item above it ends past midnight. An item of the evening after one of the night is on the day
 * before, out of order.
 * @param times in the file's order; starts are minutes after midnight
 * @returns the starts in minutes after the midnight that begins the first day
 */
export function startsOverMidnight(times: readonly PlannedTime[]): readonly (number | undefined)[] {
  let day = 0;
  let previous: PlannedTime | undefined;
  return times.map(({ start, duration }) => {
    if (start === undefined) return undefined;
    if (previous) day = Math.max(0, day + dayStep(start, previous));
    previous = { start, duration };
    return day * dayMinutes + start;
  });
}

/** 1 for a start on the next day, -1 for one on the day before, 0 for the same day. */
function dayStep(start: number, { start: previousStart = start, duration = 0 }: PlannedTime): number {
  if (previousStart - start > maxBack) return 1;
  if (start - previousStart > maxAhead) return -1;
  return start < previousStart && start + dayMinutes === previousStart + duration ? 1 : 0;
}
