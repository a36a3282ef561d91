import type { Summary } from "../document/itemSummary";
import { type Overlapped, type Timed, timetable } from "../document/timetable";
import { inMessage } from "../text/displayText";
import type { Range } from "../text/range";
import { timeAndDays, timeOfDay } from "../time/timeOfDay";
import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "./rule";

/** `schedule-overlap`: a contribution starts before the one ahead of it is over. */
export const scheduleOverlap: CrossItemRule = {
  codes: ["schedule-overlap"],
  isUnaffected: (before, after) =>
    before.kind === after.kind &&
    before.duration === after.duration &&
    before.start?.minute === after.start?.minute,
  find: (items) => {
    const timed = items().filter(({ summary }) => summary.kind === "contributions" && summary.start);
    const found: CrossItemFinding[] = [];
    for (const { item, overlaps } of timetable(timed, timeOf))
      if (overlaps) found.push(findingFor(item, overlaps));
    return found;
  },
};

function timeOf({ summary: { start, duration } }: PlacedSummary): Timed {
  return { start: start?.minute, duration };
}

function findingFor(
  next: PlacedSummary,
  { item: previous, end }: Overlapped<PlacedSummary>,
): CrossItemFinding {
  return {
    code: "schedule-overlap",
    own: next,
    other: previous,
    describe: (own, other) => ({
      message: `Overlaps “${inMessage(other.title)}”, which ends at ${timeAndDays(end)}.`,
      range: startRange(own),
      related: { message: `It starts at ${timeOfDay(other.start?.minute ?? 0)}.`, range: startRange(other) },
    }),
  };
}

function startRange({ start, titleRange }: Summary): Range {
  return start?.range ?? titleRange;
}
