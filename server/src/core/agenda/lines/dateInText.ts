/** The date in a line of text, as people write it in mails and headings. */
import { plainLetters } from "../../text/typedText";
import { isCalendarDate } from "../../time/calendarDate";
import { monthOf, weekdayOf } from "../../time/monthNames";
import { readDates } from "../../time/readDates";

export interface TextDate {
  /** ISO 8601; undefined if the year is not written and today is not known */
  readonly date?: string;
  /** ISO 8601, the last day of a range */
  readonly endDate?: string;
  /** true if the year is a guess */
  readonly isYearGuessed: boolean;
  /** the text before and after the date, without the day of the week */
  readonly before: string;
  readonly after: string;
}

const ordinal = "(?:st|nd|rd|th|er|ère|º|°|\\.)?";
const to = "\\s?(?:-|–|—|/|to|bis|au|al|and|&)\\s?";
const monthName = "(?<month>\\p{L}{3,10})\\.?";
const year = "(?:,?\\s(?:de\\s|del\\s)?(?<year>(?:19|20)\\d\\d))?(?!\\d)";
const notBefore = "(?<![\\d.:/\\p{L}])";

const patterns = [
  /(?<![\d-])(?<iso>(?:19|20)\d\d-\d\d-\d\d)(?:T[\d:Z+]*)?(?:\s?(?:-|–|—|to|bis|au|al|→)\s?(?<isoEnd>(?:19|20)\d\d-\d\d-\d\d))?(?![\d-])/gu,
  new RegExp(
    `${notBefore}(?<day>\\d{1,2})${ordinal}(?:${to}(?<last>\\d{1,2})${ordinal})?\\s(?:of\\s|de\\s|di\\s)?${monthName}${year}`,
    "gu",
  ),
  new RegExp(
    `${notBefore}${monthName}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s?(?:-|–|—|to)\\s?(?<last>\\d{1,2})(?:st|nd|rd|th)?)?${year}(?!\\s?[:h]\\d)`,
    "gu",
  ),
  /(?<![\d.:/-])(?<numeric>\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d)|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-\d{4})(?![\d.:/-]\d)(?!\d)/gu,
];

/** Days before today up to which a date without a year is this year's. */
const maxDaysAgo = 60;

/** @param text at most 500 UTF-16 units @param today ISO 8601; completes a date without a year */
export function dateInText(text: string, today: string | undefined): TextDate | undefined {
  for (const pattern of patterns) {
    // a month may be any word: later matches count as well
    for (const found of text.matchAll(pattern)) {
      const read = dateOf(found, text, today);
      if (read) return read;
    }
  }
  return undefined;
}

function dateOf(found: RegExpMatchArray, text: string, today: string | undefined): TextDate | undefined {
  const { iso, isoEnd, numeric, day, last, month, year: written } = found.groups ?? {};
  const start = found.index ?? 0;
  const around = textAround(text, start, start + found[0].length);
  if (iso !== undefined)
    return isCalendarDate(iso)
      ? { date: iso, ...endOf(iso, isoEnd), isYearGuessed: false, ...around }
      : undefined;
  if (numeric !== undefined) {
    const [reading] = readDates(numeric.replaceAll(" ", ""), today ?? "2000-01-01");
    return reading && { date: reading.date, isYearGuessed: false, ...around };
  }
  const monthNumber = monthOf(plainLetters(month ?? ""));
  if (monthNumber === undefined) return undefined;
  const inYear = (year: number | string, number: string): string =>
    `${year}-${String(monthNumber).padStart(2, "0")}-${number.padStart(2, "0")}`;
  if (!isCalendarDate(inYear(2024, day ?? ""))) return undefined;
  const chosen = written ?? guessedYear((candidate) => inYear(candidate, day ?? ""), around.weekday, today);
  if (chosen === undefined) return { isYearGuessed: true, ...around };
  const date = inYear(chosen, day ?? "");
  if (!isCalendarDate(date)) return undefined;
  return {
    date,
    ...endOf(date, last && inYear(chosen, last)),
    isYearGuessed: written === undefined,
    ...around,
  };
}

function endOf(date: string, end: string | undefined): { readonly endDate?: string } {
  return end !== undefined && isCalendarDate(end) && end > date ? { endDate: end } : {};
}

const weekdayBefore = /(?<!\p{L})(\p{L}{2,10})\.?,?\s(?:the\s|le\s|den\s|der\s)?$/u;

function textAround(
  text: string,
  start: number,
  end: number,
): { readonly before: string; readonly after: string; readonly weekday?: number } {
  const lead = text.slice(0, start);
  const [matched = "", word = ""] = weekdayBefore.exec(lead.slice(-30)) ?? [];
  const weekday = word === "" ? undefined : weekdayOf(plainLetters(word));
  const before = weekday === undefined ? lead : lead.slice(0, lead.length - matched.length);
  return { before, after: text.slice(end), ...(weekday !== undefined && { weekday }) };
}

/** The year in which the date is on the written day of the week, otherwise the next one. */
function guessedYear(
  inYear: (year: number) => string,
  weekday: number | undefined,
  today: string | undefined,
): number | undefined {
  if (today === undefined) return undefined;
  const now = Number(today.slice(0, 4));
  const years = [now, now + 1, now - 1].filter((year) => isCalendarDate(inYear(year)));
  const time = (year: number): number => Date.parse(`${inYear(year)}T00:00:00Z`);
  const onDay = years.find((year) => new Date(time(year)).getUTCDay() === weekday);
  const earliest = Date.parse(`${today}T00:00:00Z`) - maxDaysAgo * 86_400_000;
  return onDay ?? years.find((year) => time(year) >= earliest) ?? years[0];
}
