import type { AcrossFinding, AcrossRule, PlacedSummary } from "../across";
import type { Range } from "../range";

/** A contribution with a place in the timetable; minutes after midnight. */
interface Timed extends PlacedSummary {
  readonly from: number;
  readonly to: number;
  readonly range: Range;
}

/** `schedule-overlap`: a contribution starts before the one ahead of it is over. */
export const scheduleOverlap: AcrossRule = (items) => {
  const found: AcrossFinding[] = [];
  let longest: Timed | undefined;
  for (const next of timetable(items)) {
    if (longest && next.from < longest.to) found.push(findingFor(next, longest));
    if (!longest || next.to > longest.to) longest = next;
  }
  return found;
};

/** The contributions that say when they start, by that, and then in the file's order. */
function timetable(items: readonly PlacedSummary[]): readonly Timed[] {
  const timed: Timed[] = [];
  for (const { summary, index } of items) {
    const { kind, start, duration = 0 } = summary;
    if (kind === "contributions" && start)
      timed.push({ summary, index, from: start.minute, to: start.minute + duration, range: start.range });
  }
  // sorting is stable
  return timed.sort((a, b) => a.from - b.from);
}

function findingFor(next: Timed, previous: Timed): AcrossFinding {
  return {
    code: "schedule-overlap",
    index: next.index,
    range: next.range,
    message: () =>
      `It starts at ${clock(next.from)}, but “${previous.summary.title}” runs until ${clock(previous.to)}.`,
    related: {
      index: previous.index,
      range: previous.range,
      message: () => `It starts at ${clock(previous.from)}.`,
    },
  };
}

/** Minutes after midnight as `HH:MM`. */
function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}
