import { type ScheduleDefaults, scheduleDefaults, sessionOf } from "../document/itemDay";
import { type ItemSummary, plannedTime } from "../document/itemSummary";
import { parallelTracks } from "../document/parallelTracks";
import { hasSameSchedule } from "../document/sameSchedule";
import { startsOverMidnight } from "../document/startDays";
import { type Overlap, timetable } from "../document/timetable";
import { messageText } from "../text/displayText";
import type { Range } from "../text/range";
import { plural } from "../text/wording";
import { minutesOfDay, timeAndDays, timeOfDay } from "../time/timeOfDay";
import type { CrossItemFinding, CrossItemFix, CrossItemRule, PlacedSummary } from "./shared/rule";

/** Maximum UTF-16 units of a talk's title in the title of a fix. */
const maxTitleLength = 40;

/** `schedule-overlap`: a contribution or a break starts before the previous one of its session or room ends. */
export const scheduleOverlap: CrossItemRule = {
  codes: ["schedule-overlap"],
  isUnaffected: (before, after) => before.duration === after.duration && hasSameSchedule(before, after),
  find: (items) => {
    const all = items();
    const timed = all.filter(({ summary }) => isTimed(summary));
    if (timed.length < 2) return [];
    const defaults = scheduleDefaults(all.map(({ summary }) => summary));
    const reported = new Set<PlacedSummary>();
    return parallelTracks(timed, ({ summary }) => summary, defaults).flatMap((track) =>
      overlapsIn(track, defaults).filter(({ item }) => !reported.has(item) && reported.add(item)),
    );
  },
};

function isTimed({ kind, start }: ItemSummary): boolean {
  return (kind === "contributions" || kind === "breaks") && start !== undefined;
}

/** @param track the items of one session or room on one day */
function overlapsIn(
  track: readonly PlacedSummary[],
  defaults: ScheduleDefaults,
): readonly CrossItemFinding[] {
  const times = track.map(({ summary }) => plannedTime(summary));
  // a day that is written is not the night before
  const hasDay = track.some(({ summary }) => summary.date ?? sessionOf(summary, defaults)?.date);
  const starts = hasDay ? times.map(({ start }) => start) : startsOverMidnight(times);
  const talks = track.map((item, index): Talk => ({ item, start: starts[index] ?? 0 }));
  const slots = timetable(talks, ({ item, start }) => ({ ...plannedTime(item.summary), start }));
  return slots.flatMap(({ item, overlaps }, at) =>
    overlaps ? [findingFor(item, overlaps, slots[at + 1]?.item.start)] : [],
  );
}

/** A contribution with its start, in minutes after the midnight that begins the meeting's day. */
interface Talk {
  readonly item: PlacedSummary;
  readonly start: number;
}

/** @param followingStart the start of the talk after `next`, in minutes as in `Talk` */
function findingFor(
  next: Talk,
  { item: previous, end }: Overlap<Talk>,
  followingStart: number | undefined,
): CrossItemFinding {
  const minutesBetween = next.start - previous.start;
  const isSameDay = Math.floor(end / minutesOfDay) === Math.floor(next.start / minutesOfDay);
  return {
    code: "schedule-overlap",
    item: next.item,
    otherItem: previous.item,
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
        const shorter = shortenFix(earlierItem, minutesBetween, sources.otherItem);
        const later = isSameDay ? startFix(item, earlierItem, end, sources.item) : [];
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

/** Starts the talk when the earlier one ends. */
function startFix(
  { start }: ItemSummary,
  earlier: ItemSummary,
  end: number,
  text: string,
): readonly CrossItemFix[] {
  if (!start) return [];
  const source = text.slice(start.range.start, start.range.end);
  if (!/^["']?\d{1,2}:\d\d["']?$/.test(source)) return [];
  const time = timeOfDay(Math.ceil(end) % minutesOfDay);
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
  { title, duration, durationRange }: ItemSummary,
  minutes: number,
  text: string,
): readonly CrossItemFix[] {
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
