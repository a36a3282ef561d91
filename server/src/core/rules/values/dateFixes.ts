/** Fixes for dates that are not written as in ISO 8601. */

import type { Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { isPlaceholder } from "../../text/placeholderWord";
import { type Edit, lineAt } from "../../text/range";
import { daysIn, isCalendarDate } from "../../time/calendarDate";
import { type DateReading, readDates } from "../../time/readDates";
import { addKey, replaceValue } from "../../yaml/edits";
import { type KeyedValue, type Node, pairOf, stringOf, type YAMLMap } from "../../yaml/nodes";

/**
 * @param map with the pair
 * @param written the value without its quotes
 * @param today ISO 8601
 */
export function dateFixes(
  map: YAMLMap,
  { name, value }: KeyedValue,
  written: string,
  { text, today }: { readonly text: string; readonly today: string },
): readonly Fix[] {
  if (!value) return [];
  const inMonth = withinMonth(written);
  if (inMonth !== undefined)
    return [
      { title: `Replace with \`${inMonth}\``, edits: [replaceValue(text, value, inMonth)], preferred: true },
    ];
  // a meeting must have a date
  if (name === "date" && isPlaceholder(written))
    return [{ title: `Write today's date, \`${today}\``, edits: [replaceValue(text, value, today)] }];
  const readings = readDates(written, today);
  return readings.flatMap((reading) => {
    const preferred = reading.isCertain && readings.length === 1;
    const rank = { preferred, safe: preferred && isUnmistakable(written) };
    return readingFixes(reading, rank, map, { name, value }, text);
  });
}

type Rank = Required<Pick<Fix, "preferred" | "safe">>;

/**
 * False for a year of two digits or none, for a day where the month must be, `2019-31-12`, and for days of the week
 * that are not compared with the dates, `Tue-Thu 10-12 December 2019`.
 */
function isUnmistakable(written: string): boolean {
  const hasDayAsMonth = /\d{4}[-/. ](?:1[3-9]|[23]\d)(?!\d)/.test(written);
  const hasWeekdays = /^\W{0,3}\p{L}{2,12}\.? ?(?:[-–—&]|to|bis) ?\p{L}/u.test(written);
  return /\d{4}/.test(written) && !hasDayAsMonth && !hasWeekdays;
}

function readingFixes(
  reading: DateReading,
  rank: Rank,
  map: YAMLMap,
  { name, value }: { readonly name: string; readonly value: Node },
  text: string,
): readonly Fix[] {
  const { date, endDate, rest } = reading;
  const { preferred, safe } = rank;
  const edit = replaceValue(text, value, date);
  if (rest !== undefined) return restFixes(date, rest, preferred && endDate === undefined, edit, text);
  if (endDate === undefined) return [{ title: `Replace with \`${date}\``, edits: [edit], preferred, safe }];
  if (name !== "date") return eitherDay(date, endDate, value, text);
  return rangeFixes(date, endDate, edit, rank, map, text);
}

/** Two fixes if the meeting has another `endDate`. */
function rangeFixes(
  date: string,
  endDate: string,
  edit: Edit,
  rank: Rank,
  map: YAMLMap,
  text: string,
): readonly Fix[] {
  const existing = pairOf(map, "endDate");
  const title = `Replace with \`${date}\` and \`endDate: ${endDate}\``;
  if (!existing) {
    const added = addKey(text, map, "endDate", endDate, keysBeforeEndDate());
    return [{ title, edits: [edit, added], ...rank }];
  }
  const dateOnly = { title: `Replace with \`${date}\``, edits: [edit] };
  if (!existing.value || stringOf(existing.value) === endDate)
    return [{ ...dateOnly, preferred: rank.preferred }];
  return [{ title, edits: [edit, replaceValue(text, existing.value, endDate)] }, dateOnly];
}

/** The time or remark after a date becomes a comment where the line has a place for one. */
function restFixes(date: string, rest: string, preferred: boolean, edit: Edit, text: string): readonly Fix[] {
  const isAtEnd = text.slice(edit.end, lineAt(text, edit.end).end).trim() === "";
  const title = `Replace with \`${date}\``;
  if (!isAtEnd) return [{ title, edits: [edit] }];
  return [
    {
      title: `${title}, keep \`${rest}\` as a comment`,
      edits: [{ ...edit, text: `${edit.text} # ${rest}` }],
      preferred,
    },
  ];
}

/** `due: 10-12 December 2019` is one of both days. */
function eitherDay(date: string, endDate: string, value: Node, text: string): readonly Fix[] {
  return [endDate, date].map((day) => ({
    title: `Replace with \`${day}\``,
    edits: [replaceValue(text, value, day)],
  }));
}

function keysBeforeEndDate(): readonly string[] {
  const keys = keysAt(schemaPathOf("meeting"));
  return keys.slice(0, keys.indexOf("endDate"));
}

/** `2019-02-30` as the last day of its month. */
function withinMonth(written: string): string | undefined {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  const count = daysIn(Number(year), Number(month));
  if (isCalendarDate(written) || count === 0 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month}-${count}`;
}
