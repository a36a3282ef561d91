import type { Summary } from "../document/itemSummary";
import { type Slot, timetable } from "../document/timetable";
import { inMessage } from "../text/displayText";
import type { Range } from "../text/range";
import { timeAndDays, timeOfDay } from "../time/timeOfDay";
import type { AcrossFinding, AcrossRule, PlacedSummary } from "./rule";

/** `schedule-overlap`: a contribution starts before the one ahead of it is over. */
export const scheduleOverlap: AcrossRule = {
  seesNoChange: (before, after) =>
    before.kind === after.kind &&
    before.duration === after.duration &&
    before.start?.minute === after.start?.minute,
  find: (items) => {
    const timed = items().filter(({ summary }) => summary.kind === "contributions" && summary.start);
    return timetable(timed, timeOf).flatMap(({ item, overlaps }) =>
      overlaps ? findingFor(item, overlaps) : [],
    );
  },
};

function timeOf({ summary: { start, duration } }: PlacedSummary) {
  return { ...(start && { start: start.minute }), ...(duration !== undefined && { duration }) };
}

function findingFor(
  next: PlacedSummary,
  { item: previous, end }: NonNullable<Slot<PlacedSummary>["overlaps"]>,
): AcrossFinding {
  return {
    code: "schedule-overlap",
    own: next,
    other: previous,
    tell: (own, other) => ({
      message: `Overlaps “${inMessage(other.title)}”, which ends at ${timeAndDays(end)}.`,
      range: startRange(own),
      related: { message: `It starts at ${timeOfDay(other.start?.minute ?? 0)}.`, range: startRange(other) },
    }),
  };
}

function startRange({ start, titleRange }: Summary): Range {
  return start?.range ?? titleRange;
}
