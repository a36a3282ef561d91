import type { ItemSummary, SummaryDate } from "../document/itemSummary";
import { withArticle } from "../schema/itemKinds";
import { lineAt, lineEndOf } from "../text/range";
import { daysBetween } from "../time/calendarDate";
import type { CrossItemFinding, CrossItemFix, CrossItemRule, PlacedSummary } from "./shared/rule";
import { capitalized } from "./shared/schemaLocation";

/** `date-outside-meeting`: an item on a day before or after the meeting, and an action closed before the meeting. */
export const dateOutsideMeeting: CrossItemRule = {
  codes: ["date-outside-meeting"],
  isUnaffected: (before, after) =>
    before.kind === after.kind &&
    before.date?.day === after.date?.day &&
    before.endDate?.day === after.endDate?.day &&
    closedDays(before) === closedDays(after),
  find: (items) => {
    const all = items();
    const head = all.find(({ summary }) => summary.kind === "meeting");
    const days = head && daysOf(head.summary);
    return days ? [...daysOutside(all, head, days), ...closedBefore(all, head, days)] : [];
  },
};

/** The first and the last day of the meeting. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/** Undefined without a date, and if `endDate` is before it. */
function daysOf({ date, endDate }: ItemSummary): Days | undefined {
  if (!date || (endDate && endDate.day < date.day)) return undefined;
  return { first: date.day, last: endDate?.day ?? date.day };
}

/** One finding for each day outside, at the first item of that day. */
function daysOutside(
  items: readonly PlacedSummary[],
  head: PlacedSummary,
  { first, last }: Days,
): readonly CrossItemFinding[] {
  const reported = new Set<string>();
  return items.flatMap((item): readonly CrossItemFinding[] => {
    const { kind, date } = item.summary;
    if (kind === "meeting" || !date || (date.day >= first && date.day <= last)) return [];
    if (reported.has(date.day)) return [];
    reported.add(date.day);
    return [dayFinding(item, head)];
  });
}

function dayFinding(item: PlacedSummary, head: PlacedSummary): CrossItemFinding {
  return {
    code: "date-outside-meeting",
    item,
    otherItem: head,
    describe: ({ kind, date, titleRange }, meeting) => {
      const days = daysOf(meeting);
      return {
        message: `${capitalized(withArticle(kind))} must be on a day of the meeting, which is ${daysText(days)}.`,
        range: date?.range ?? titleRange,
        related: { message: "The day of the meeting.", range: meeting.date?.range ?? meeting.titleRange },
        fixes: ({ otherItem }) => (date && days ? dayFixes(date, meeting, days, otherItem) : []),
      };
    },
  };
}

/** `on 2019-12-10`, `from 2019-12-10 to 2019-12-12` */
function daysText(days: Days | undefined): string {
  if (!days) return "not dated";
  return days.first === days.last ? `on ${days.first}` : `from ${days.first} to ${days.last}`;
}

/** Days by which a meeting is extended at most by a preferred fix. */
const maxExtension = 7;
/** Maximum number of days that are offered. */
const maxDays = 5;

function dayFixes(
  date: SummaryDate,
  meeting: ItemSummary,
  { first, last }: Days,
  head: string,
): readonly CrossItemFix[] {
  const extension = date.day > last ? extendFix(date.day, meeting, head) : [];
  const isNear = daysBetween(last, date.day) <= maxExtension;
  const sameDay =
    first === last ? [first] : allDays(first, last).filter((day) => day.slice(5) === date.day.slice(5));
  const days = [...new Set([...sameDay, ...allDays(first, last)])].slice(0, maxDays);
  const replacements = days.map(
    (day): CrossItemFix => ({ title: `Replace with \`${day}\``, edits: [{ ...date.range, text: day }] }),
  );
  const isOtherYear = days[0]?.slice(5) === date.day.slice(5);
  if (isOtherYear) return [...replacements.map((fix, at) => ({ ...fix, preferred: at === 0 })), ...extension];
  return [...extension.map((fix) => ({ ...fix, preferred: isNear })), ...replacements];
}

function allDays(first: string, last: string): readonly string[] {
  const count = Math.min(daysBetween(first, last), maxDays * 2);
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: count + 1 }, (_, at) =>
    new Date(start + at * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Writes the last day of the meeting. @param head the text of the block with the meeting */
function extendFix(day: string, { date, endDate }: ItemSummary, head: string): readonly CrossItemFix[] {
  const title = `Extend the meeting to ${day}`;
  if (endDate) return [{ title, edits: [{ ...endDate.range, text: day }], isInOtherItem: true }];
  if (!date) return [];
  const line = lineAt(head, date.range.start);
  const [, indent] = /^([ \t]*)date:[ \t]/.exec(head.slice(line.start, line.end)) ?? [];
  if (indent === undefined) return [];
  const text = `${lineEndOf(head)}${indent}endDate: ${day}`;
  return [{ title, edits: [{ start: line.end, end: line.end, text }], isInOtherItem: true }];
}

function closedDays({ actions = [] }: ItemSummary): string {
  return actions.map(({ closed }) => closed?.day ?? "").join(" ");
}

/** Actions that were closed before the meeting that raised them; one that was carried over has `since`. */
function closedBefore(
  items: readonly PlacedSummary[],
  head: PlacedSummary,
  { first }: Days,
): readonly CrossItemFinding[] {
  return items.flatMap((item) =>
    (item.summary.actions ?? []).flatMap(({ closed }, at) =>
      closed && closed.day < first ? [closedFinding(item, head, at)] : [],
    ),
  );
}

function closedFinding(item: PlacedSummary, head: PlacedSummary, at: number): CrossItemFinding {
  return {
    code: "date-outside-meeting",
    item,
    otherItem: head,
    describe: ({ actions, titleRange }, { date, titleRange: headRange }) => {
      const closed = actions?.[at]?.closed;
      const day = date?.day ?? "";
      return {
        message: `\`closed\` must not be before the meeting, which is on ${day}, unless it has \`since\`, the date of the earlier meeting that raised it.`,
        range: closed?.range ?? titleRange,
        related: { message: "The day of the meeting.", range: date?.range ?? headRange },
        fixes: () =>
          closed ? [{ title: `Replace with \`${day}\``, edits: [{ ...closed.range, text: day }] }] : [],
      };
    },
  };
}
