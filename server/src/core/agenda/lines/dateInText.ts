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
const to = "(?:\\s?(?:-|–|—|/|&)\\s?|\\s(?:to|until|bis|au|al|and|und|et|e|ed|y)\\s(?:(?:le|the|den)\\s)?)";
const monthName = "(?<month>\\p{L}{3,10})\\.?";
const lastMonth = "(?<lastMonth>\\p{L}{3,10})\\.?";
/** `4, 5 and 6 May` */
const dayBetween = `(?:,\\s\\d{1,2}${ordinal}(?=${to}\\d))?`;
const dayName = "(?:\\p{L}{2,10}\\.?,?\\s)?";
const year = "(?:,?\\s(?:de\\s|del\\s)?(?<year>(?:19|20)\\d\\d))?(?!\\d)";
const notBefore = "(?<![\\d.:/\\p{L}])";

const patterns = [
  /(?<![\d-])(?<iso>(?:19|20)\d\d-\d\d-\d\d)(?:T[\d:Z+]*)?(?:\s?(?:-|–|—|to|bis|au|al|→)\s?(?<isoEnd>(?:19|20)\d\d-\d\d-\d\d))?(?![\d-])/gu,
  new RegExp(
    `${notBefore}(?<day>\\d{1,2})${ordinal}${dayBetween}(?:${to}${dayName}(?<last>\\d{1,2})${ordinal})?\\s(?:of\\s|de\\s|di\\s)?${monthName}(?:${to}${dayName}(?<lastOf>\\d{1,2})${ordinal}\\s(?:of\\s|de\\s|di\\s)?${lastMonth})?${year}`,
    "gu",
  ),
  new RegExp(
    `${notBefore}${monthName}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?${dayBetween}(?:${to}${dayName}(?:${lastMonth}\\s)?(?<last>\\d{1,2})(?:st|nd|rd|th)?(?!:\\d))?${year}(?!\\s?[:h]\\d)`,
    "gu",
  ),
  /(?<![\d.:/-])(?<firstDay>\d{1,2})(?:[./](?<firstMonth>\d{1,2})?)?[./]?\s?[-–—/]\s?(?<lastNumeric>\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4})(?!\d)/gu,
  /(?<![\d.:/-])(?<numeric>\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d)|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-\d{4})(?![\d.:/-]\d)(?!\d)/gu,
  /(?<![\d.:/-])(?<short>\d{1,2}\/\d{1,2}|\d{1,2}\.\s?\d{1,2}\.)(?![\d.:/-]\d)(?!\d)/gu,
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
  const {
    iso,
    isoEnd,
    numeric,
    short,
    day,
    last,
    lastOf,
    month,
    lastMonth,
    year: written,
  } = found.groups ?? {};
  const start = found.index ?? 0;
  const around = textAround(text, start, start + found[0].length);
  if (iso !== undefined)
    return isCalendarDate(iso)
      ? { date: iso, ...endOf(iso, isoEnd), isYearGuessed: false, ...around }
      : undefined;
  const { firstDay = "", firstMonth, lastNumeric } = found.groups ?? {};
  if (lastNumeric !== undefined) {
    const endDate = numericDate(lastNumeric, today);
    if (endDate === undefined) return undefined;
    const monthText = firstMonth?.padStart(2, "0") ?? endDate.slice(5, 7);
    const date = `${endDate.slice(0, 5)}${monthText}-${firstDay.padStart(2, "0")}`;
    const isRange = isCalendarDate(date) && date < endDate;
    return isRange ? { date, endDate, isYearGuessed: false, ...around } : undefined;
  }
  if (numeric !== undefined) {
    const date = numericDate(numeric, today);
    return date === undefined ? undefined : { date, isYearGuessed: false, ...around };
  }
  if (short !== undefined) return dateOnWeekday(short, around, today);
  const monthNumber = monthOf(plainLetters(month ?? ""));
  if (monthNumber === undefined) return undefined;
  const inYear = (year: number | string, number: string, ofMonth = monthNumber): string =>
    `${year}-${String(ofMonth).padStart(2, "0")}-${number.padStart(2, "0")}`;
  const number = day ?? "";
  if (!isCalendarDate(inYear(2024, number))) return undefined;
  const later = monthOf(plainLetters(lastMonth ?? ""));
  const isOverNewYear = later !== undefined && later < monthNumber;
  const guess = (): string | undefined =>
    guessedDate((year) => inYear(year, number), around.weekday, today)?.date;
  // the year is written once, after the last day
  const date = written === undefined ? guess() : inYear(Number(written) - (isOverNewYear ? 1 : 0), number);
  if (date === undefined) return { isYearGuessed: true, ...around };
  if (!isCalendarDate(date)) return undefined;
  const lastYear = Number(date.slice(0, 4)) + (isOverNewYear ? 1 : 0);
  const lastDay = lastOf ?? last;
  return {
    date,
    ...endOf(date, lastDay && inYear(lastYear, lastDay, later)),
    isYearGuessed: written === undefined,
    ...around,
  };
}

function numericDate(written: string, today: string | undefined): string | undefined {
  return readDates(written.replaceAll(" ", ""), today ?? "2000-01-01")[0]?.date;
}

/** `Tuesday 6/10`: the day and the month in the order that gives the written day of the week. */
function dateOnWeekday(
  written: string,
  around: ReturnType<typeof textAround>,
  today: string | undefined,
): TextDate | undefined {
  const { weekday } = around;
  if (weekday === undefined) return undefined;
  const [one = "", other = ""] = written.match(/\d+/g) ?? [];
  const orders = written.includes("/")
    ? [
        [one, other],
        [other, one],
      ]
    : [[one, other]];
  for (const [day = "", month = ""] of orders) {
    const date = guessedDate(
      (year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
      weekday,
      today,
    );
    if (date?.isOnWeekday) return { date: date.date, isYearGuessed: true, ...around };
  }
  return undefined;
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

/** The date in the year in which it is on the written day of the week, otherwise the next one. */
function guessedDate(
  inYear: (year: number) => string,
  weekday: number | undefined,
  today: string | undefined,
): { readonly date: string; readonly isOnWeekday: boolean } | undefined {
  if (today === undefined) return undefined;
  const now = Number(today.slice(0, 4));
  const dates = [now, now + 1, now - 1].map(inYear).filter(isCalendarDate);
  const time = (date: string): number => Date.parse(`${date}T00:00:00Z`);
  const onDay = dates.find((date) => new Date(time(date)).getUTCDay() === weekday);
  const earliest = time(today) - maxDaysAgo * 86_400_000;
  const date = onDay ?? dates.find((candidate) => time(candidate) >= earliest) ?? dates[0];
  return date === undefined ? undefined : { date, isOnWeekday: date === onDay };
}
