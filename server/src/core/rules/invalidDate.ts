import { isMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { isPlaceholder } from "../text/placeholderWord";
import { isCalendarDate } from "../time/calendarDate";
import { readDates } from "../time/readDates";
import { entriesOf, type KeyedValue, type Node, pairOf, rangeOf, stringOf } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./shared/rule";
import { dateFixes } from "./values/dateFixes";

/** `invalid-date`: a date that is not ISO 8601, not in the calendar, or before the first day of the meeting. */
export const invalidDate: UnitRule = { codes: ["invalid-date"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const ofMeeting = unit.kind === "meeting" ? headFindings(unit.node, context) : [];
  const ofActions = entriesOf(pairOf(unit.node, "actions")?.value).flatMap((action) =>
    dateFinding(action, pairOf(action, "due"), context),
  );
  return [...ofMeeting, ...ofActions];
}

function headFindings(head: Node | null, context: RuleContext): readonly Finding[] {
  const findings = ["date", "endDate"].flatMap((key) => dateFinding(head, pairOf(head, key), context));
  return findings.length > 0 ? findings : endBeforeStart(head);
}

function endBeforeStart(head: Node | null): readonly Finding[] {
  const end = pairOf(head, "endDate")?.value;
  const [first, last] = [stringOf(pairOf(head, "date")?.value) ?? "", stringOf(end) ?? ""];
  if (!end || ![first, last].every(isCalendarDate) || last >= first) return [];
  const message = `\`endDate\` must not be before \`date\`, which is ${first}.`;
  return [{ code: "invalid-date", range: rangeOf(end), message }];
}

function dateMessage(written: string, today: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return `${written} is not a date of the calendar.`;
  const rule = "A date must be written as year-month-day, such as `2019-12-10`.";
  const [reading] = readDates(written, today);
  return reading?.otherWeekday === undefined ? rule : `${rule} ${reading.date} is a ${reading.otherWeekday}.`;
}

function dateFinding(
  map: Node | null,
  pair: KeyedValue | undefined,
  context: RuleContext,
): readonly Finding[] {
  const date = stringOf(pair?.value);
  if (!isMap(map) || !pair?.value || date === undefined || isCalendarDate(date)) return [];
  // `placeholder-value` reports these words, except for the date that a meeting must have
  if (isPlaceholder(date) && pair.name !== "date") return [];
  const message = dateMessage(date, context.today);
  const fixes = () => dateFixes(map, pair, date, context);
  return [{ code: "invalid-date", range: rangeOf(pair.value), message, fixes }];
}
