import type { Summary } from "../document/itemSummary";
import { inMessage } from "../text/displayText";
import type { Range } from "../text/range";
import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "./rule";

/** A contribution with a place in the timetable; minutes after midnight. */
interface Timed {
  readonly item: PlacedSummary;
  readonly from: number;
  readonly to: number;
}

/** `schedule-overlap`: a contribution starts before the one ahead of it is over. */
export const scheduleOverlap: CrossItemRule = {
  codes: ["schedule-overlap"],
  isUnaffected: (before, after) =>
    before.kind === after.kind &&
    before.duration === after.duration &&
    before.start?.minute === after.start?.minute,
  find: (items) => {
    const found: CrossItemFinding[] = [];
    let longest: Timed | undefined;
    for (const next of timetable(items())) {
      if (longest && next.from < longest.to) found.push(findingFor(next, longest));
      if (!longest || next.to > longest.to) longest = next;
    }
    return found;
  },
};

/** The contributions that say when they start, by that, and then in the file's order. */
function timetable(items: readonly PlacedSummary[]): readonly Timed[] {
  const timed: Timed[] = [];
  for (const item of items) {
    const { kind, start, duration = 0 } = item.summary;
    if (kind === "contributions" && start)
      timed.push({ item, from: start.minute, to: start.minute + duration });
  }
  // sorting is stable
  return timed.sort((a, b) => a.from - b.from);
}

function findingFor(next: Timed, previous: Timed): CrossItemFinding {
  return {
    code: "schedule-overlap",
    own: next.item,
    other: previous.item,
    describe: (own, other) => ({
      message: `Overlaps “${inMessage(other.title)}”, which ends at ${clock(previous.to)}.`,
      range: startOf(own),
      related: { message: `It starts at ${clock(previous.from)}.`, range: startOf(other) },
    }),
  };
}

function startOf({ start, titleRange }: Summary): Range {
  return start?.range ?? titleRange;
}

/** Minutes after midnight as `HH:MM`. */
function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}
