import { type ItemSummary, plannedTime } from "../document/itemSummary";
import { startsOverMidnight } from "../document/startDays";
import { type Overlap, type PlannedTime, type Slot, timetable } from "../document/timetable";
import { messageText } from "../text/displayText";
import type { Range } from "../text/range";
import { timeAndDays, timeOfDay } from "../time/timeOfDay";
import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "./rule";

/** `schedule-overlap`: a contribution starts before the previous one ends. */
export const scheduleOverlap: CrossItemRule = {
  codes: ["schedule-overlap"],
  isUnaffected: (before, after) =>
    before.kind === after.kind &&
    before.duration === after.duration &&
    before.start?.minute === after.start?.minute,
  find: (items) => {
    const timed = items().filter(({ summary }) => summary.kind === "contributions" && summary.start);
    const findings: CrossItemFinding[] = [];
    for (const { item, overlaps } of slotsOf(timed)) if (overlaps) findings.push(findingFor(item, overlaps));
    return findings;
  },
};

function slotsOf(items: readonly PlacedSummary[]): readonly Slot<PlacedSummary>[] {
  const starts = startsOverMidnight(items.map(timeOf));
  return timetable(items, (item, index) => ({ ...timeOf(item), start: starts[index] }));
}

function timeOf({ summary }: PlacedSummary): PlannedTime {
  return plannedTime(summary);
}

function findingFor(next: PlacedSummary, { item: previous, end }: Overlap<PlacedSummary>): CrossItemFinding {
  return {
    code: "schedule-overlap",
    item: next,
    otherItem: previous,
    describe: (item, earlierItem) => ({
      message: `Overlaps “${messageText(earlierItem.title)}”, which ends at ${timeAndDays(end)}.`,
      range: startRange(item),
      related: {
        message: `It starts at ${timeOfDay(earlierItem.start?.minute ?? 0)}.`,
        range: startRange(earlierItem),
      },
    }),
  };
}

function startRange({ start, titleRange }: ItemSummary): Range {
  return start?.range ?? titleRange;
}
