import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { daysIn, isCalendarDate } from "../time/calendarDate";
import { replaceValue } from "../yaml/edits";
import { entriesOf, type KeyedValue, type Node, pairOf, rangeOf, stringOf } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./rule";

/** `invalid-date`: a date that is not ISO 8601, or not in the calendar. */
export const invalidDate: UnitRule = { codes: ["invalid-date"], check };

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  const date = unit.kind === "meeting" ? pairOf(unit.node, "date") : undefined;
  const actions = entriesOf(pairOf(unit.node, "actions")?.value).flatMap(
    (action) => pairOf(action, "due") ?? [],
  );
  return [...(date ? [date] : []), ...actions].flatMap((pair) => dateFinding(pair, text));
}

function dateFinding({ value }: KeyedValue, text: string): readonly Finding[] {
  const date = stringOf(value);
  if (!value || date === undefined || isCalendarDate(date)) return [];
  const message = /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? `${date} is not a date of the calendar.`
    : "A date must be written as year-month-day, such as `2019-12-10`.";
  return [
    { code: "invalid-date", range: rangeOf(value), message, fixes: () => dateFixes(date, value, text) },
  ];
}

/** @returns the date as ISO 8601, if its text is one */
export function dateFixes(date: string, value: Node, text: string): readonly Fix[] {
  const better = toIsoDate(date);
  if (better === undefined) return [];
  const edits = [replaceValue(text, value, better)];
  return [{ title: `Replace with \`${better}\``, edits, preferred: true }];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `10 December 2019`, `2019/12/10` and `10.12.2019` as ISO 8601; a day beyond the end of the month becomes its last day. */
function toIsoDate(text: string): string | undefined {
  const named = /^(\d{1,2})\.? ([A-Za-z]{3})[a-z]*\.?,? (\d{4})$/.exec(text.trim());
  if (named) return isoDate(named[3], String(months.indexOf((named[2] ?? "").toLowerCase()) + 1), named[1]);
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text.trim());
  if (yearFirst) return isoDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  return dayFirst ? isoDate(dayFirst[3], dayFirst[2], dayFirst[1]) : undefined;
}

function isoDate(year = "", month = "", day = ""): string | undefined {
  const count = daysIn(Number(year), Number(month));
  if (count === 0 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month.padStart(2, "0")}-${String(Math.min(Number(day), count)).padStart(2, "0")}`;
}
