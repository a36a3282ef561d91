/** The starts of contributions and breaks, which are written as times of day, on the days of a meeting. */
import { comparableSession } from "../../document/itemDay";
import { startsOverMidnight } from "../../document/startDays";
import { endOf } from "../../document/timetable";
import { groupBy } from "../../text/groupBy";
import { isBreak, type Reading } from "./readResult";

/**
 * @param readings in the file's order; each start is a time of day
 * @returns them with starts in minutes after the midnight that begins their day; sessions do not affect each other
 */
export function withActualStarts(readings: readonly Reading[]): readonly Reading[] {
  const results = [...readings];
  for (const indices of groupsOf(readings)) {
    const starts = startsOverMidnight(indices.map((index) => readings[index]?.item ?? {}));
    indices.forEach((index, at) => {
      const [reading, start] = [readings[index], starts[at]];
      if (reading && start !== undefined && start !== reading.item.start)
        results[index] = startingAt(reading, start);
    });
  }
  return results;
}

function startingAt(reading: Reading, start: number): Reading {
  const end = endOf({ ...reading.item, start });
  const times = { start, ...(end !== undefined && { end }) };
  return isBreak(reading)
    ? { ...reading, item: { ...reading.item, ...times } }
    : { ...reading, item: { ...reading.item, ...times } };
}

/** The indices of the entries of each day and session; a break without a session follows the entry above it. */
function groupsOf(readings: readonly Reading[]): readonly (readonly number[])[] {
  let previous = "";
  const groups = readings.map(({ item }) => {
    const session =
      item.kind === "breaks" && item.session === undefined ? previous : comparableSession(item.session ?? "");
    previous = session;
    return `${item.date ?? ""} ${session}`;
  });
  const indices = groups.map((_, index) => index);
  return [...groupBy(indices, (index) => groups[index]).values()];
}
