import { isMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { schemaPathOf } from "../schema/itemKinds";
import { isDateKey } from "../schema/keyKinds";
import { keysAt } from "../schema/schema";
import { isPlaceholder } from "../text/placeholderWord";
import { isCalendarDate } from "../time/calendarDate";
import { readDates } from "../time/readDates";
import { replaceScalar } from "../yaml/edits";
import { type KeyedValue, type Node, pairOf, rangeOf, stringOf, type YAMLMap } from "../yaml/nodes";
import { actionMaps } from "./shared/actionMaps";
import type { RuleContext, UnitRule } from "./shared/rule";
import { dateFixes } from "./values/dateFixes";

/** `invalid-date`: a date that is not ISO 8601, not in the calendar, or before the date that it must follow. */
export const invalidDate: UnitRule = { codes: ["invalid-date"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const keys = keysAt(schemaPathOf(unit.kind)).filter(isDateKey);
  const ofUnit = keys.flatMap((key) => dateFinding(unit.node, pairOf(unit.node, key), context));
  const actions = actionMaps(unit);
  const ofActions =
    unit.kind === "actions" ? [] : actions.flatMap((action) => actionFindings(action, context));
  return [
    ...ofUnit,
    ...ofActions,
    ...wrongOrders(unit.node, context.text),
    ...actions.flatMap((action) => closedBefore(action, context.text)),
  ];
}

function actionFindings(action: YAMLMap, context: RuleContext): readonly Finding[] {
  return ["due", "closed", "since"].flatMap((key) => dateFinding(action, pairOf(action, key), context));
}

/** `endDate` and `nextMeeting` before the meeting. */
function wrongOrders(head: Node | null, text: string): readonly Finding[] {
  return ["endDate", "nextMeeting"].flatMap((key) => notBefore(head, key, "date", text));
}

function closedBefore(action: YAMLMap, text: string): readonly Finding[] {
  return notBefore(action, "closed", "since", text);
}

/** The finding for a date of `key` before that of `first`. */
function notBefore(map: Node | null, key: string, first: string, text: string): readonly Finding[] {
  const [pair, earlier] = [pairOf(map, key), pairOf(map, first)];
  const [day, start] = [stringOf(pair?.value) ?? "", stringOf(earlier?.value) ?? ""];
  if (!pair?.value || !earlier?.value || ![day, start].every(isCalendarDate) || day >= start) return [];
  const [value, other] = [pair.value, earlier.value];
  const message = `\`${key}\` must not be before \`${first}\`, which is ${start}.`;
  const fixes = (): readonly Fix[] => [
    ...(key === "endDate" || key === "closed"
      ? [
          {
            title: `Exchange \`${first}\` and \`${key}\``,
            edits: [replaceScalar(text, other, day), replaceScalar(text, value, start)],
          },
        ]
      : []),
    ...laterYear(day, start).map((date) => ({
      title: `Replace with \`${date}\``,
      edits: [replaceScalar(text, value, date)],
    })),
  ];
  return [{ code: "invalid-date", range: rangeOf(value), message, fixes }];
}

/** The same day in the year of the other date, or in the next year: people forget the new year. */
function laterYear(day: string, start: string): readonly string[] {
  const year = Number(start.slice(0, 4));
  return [year, year + 1]
    .map((candidate) => `${candidate}${day.slice(4)}`)
    .filter((date) => isCalendarDate(date) && date >= start)
    .slice(0, 1);
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
  const isOfMeeting = pair.name === "date" && pairOf(map, "break") === undefined;
  if (isPlaceholder(date) && !isOfMeeting) return [];
  const message = dateMessage(date, context.today);
  const fixes = () => dateFixes(map, pair, date, context);
  return [{ code: "invalid-date", range: rangeOf(pair.value), message, fixes }];
}
