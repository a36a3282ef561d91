import type { ItemSummary } from "../document/itemSummary";
import { type Overlap, type PlannedTime, timetable } from "../document/timetable";
import { messageText } from "../text/displayText";
import type { Range } from "../text/range";
import { plural } from "../text/wording";
import { minutesOfDay, timeAndDays, timeOfDay } from "../time/timeOfDay";
import type { CrossItemFinding, CrossItemFix, CrossItemRule, PlacedSummary } from "./rule";

/** Maximum UTF-16 units of a talk's title in the title of a fix. */
const maxTitleLength = 40;

/** `schedule-overlap`: a contribution starts before the previous one ends. */
export const scheduleOverlap: CrossItemRule = {
  codes: ["schedule-overlap"],
  isUnaffected: (before, after) =>
    before.kind === after.kind &&
    before.duration === after.duration &&
    before.start?.minute === after.start?.minute,
  find: (items) => {
    const timed = items().filter(({ summary }) => summary.kind === "contributions" && summary.start);
    const slots = timetable(timed, timeOf);
    return slots.flatMap(({ item, overlaps }, at) =>
      overlaps ? [findingFor(item, overlaps, slots[at + 1]?.item)] : [],
    );
  },
};

function timeOf({ summary: { start, duration } }: PlacedSummary): PlannedTime {
  return { start: start?.minute, duration };
}

function findingFor(
  next: PlacedSummary,
  { item: previous, end }: Overlap<PlacedSummary>,
  following: PlacedSummary | undefined,
): CrossItemFinding {
  const followingStart = following?.summary.start?.minute;
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
      fixes: (sources) => {
        // moved to the end of the earlier talk, the talk may overlap the one after it
        const movesIntoNext = followingStart !== undefined && followingStart < end + (item.duration ?? 0);
        const shorter = shortenFix(earlierItem, item, sources.otherItem);
        const later = startFix(item, earlierItem, end, sources.item);
        return movesIntoNext && shorter.length > 0
          ? preferFirst([...shorter, ...later])
          : preferFirst([...later, ...shorter]);
      },
    }),
  };
}

function preferFirst(fixes: readonly CrossItemFix[]): readonly CrossItemFix[] {
  return fixes.map((fix, at) => ({ ...fix, preferred: at === 0 }));
}

/** Starts the talk when the earlier one ends, on the same day. */
function startFix(
  { start }: ItemSummary,
  earlier: ItemSummary,
  end: number,
  text: string,
): readonly CrossItemFix[] {
  if (!start || end >= minutesOfDay) return [];
  const source = text.slice(start.range.start, start.range.end);
  if (!/^["']?\d{1,2}:\d\d["']?$/.test(source)) return [];
  const time = timeOfDay(Math.ceil(end));
  const quote = /^["']/.exec(source)?.[0] ?? "";
  return [
    {
      title: `Start at ${time}, when “${messageText(earlier.title, maxTitleLength)}” ends`,
      edits: [{ ...start.range, text: quote + time + quote }],
    },
  ];
}

/** Ends the earlier talk when the later one starts. */
function shortenFix(
  { title, start, duration, durationRange }: ItemSummary,
  later: ItemSummary,
  text: string,
): readonly CrossItemFix[] {
  const minutes = (later.start?.minute ?? 0) - (start?.minute ?? 0);
  const source = durationRange && text.slice(durationRange.start, durationRange.end);
  if (!durationRange || source !== String(duration) || minutes <= 0) return [];
  return [
    {
      title: `Shorten “${messageText(title, maxTitleLength)}” to ${plural(minutes, "minute")}`,
      edits: [{ ...durationRange, text: String(minutes) }],
      isInOtherItem: true,
    },
  ];
}

function startRange({ start, titleRange }: ItemSummary): Range {
  return start?.range ?? titleRange;
}
