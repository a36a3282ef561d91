/** Reads dates and ranges of dates as people write them. */
import { plainLetters, typedText } from "../text/typedText";
import { isCalendarDate } from "./calendarDate";
import { weekdayOf } from "./monthNames";
import { type PartialDate, partialDates } from "./partialDate";

export interface DateReading {
  /** ISO 8601 */
  readonly date: string;
  /** ISO 8601, the last day of a range */
  readonly endDate?: string;
  /** false if a part is a guess, or if the day of the week is another one */
  readonly isCertain: boolean;
  /** the day of the week, if another one is written */
  readonly otherWeekday?: string;
  /** text after the date: a time of day, a remark in brackets */
  readonly rest?: string;
}

/**
 * @param today ISO 8601; its year and the next one complete a date without a year
 * @returns the possible readings; empty for any other text
 */
export function readDates(text: string, today: string): readonly DateReading[] {
  const { date, rest } = withoutRest(withDigits(typedText(text)));
  const single = partialDates(date).flatMap((partial) => completed(partial, today));
  const readings = single.length > 0 ? single : readRanges(date, today);
  return rest === "" ? readings : readings.map((reading) => ({ ...reading, rest }));
}

const romanMonths = "I II III IV V VI VII VIII IX X XI XII".split(" ");

/** `2019年12月10日` and `10 XII 2019` as `2019-12-10` and `10.12.2019` */
function withDigits(text: string): string {
  return text
    .replace(/^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/, "$1-$2-$3")
    .replace(/^(\d{1,2})[. ]{1,2}([IVX]{1,4})[. ]{1,2}(?=\d{4})/, (whole, day: string, month: string) =>
      romanMonths.includes(month) ? `${day}.${romanMonths.indexOf(month) + 1}.` : whole,
    );
}

/** What is between a date and a time: `2019-12-10T14:00`, `10 December at 14h00`. */
const beforeTime = /(?:(?<=\d)[Tt ]|,? (?:at |um |@ ?)?)(?=\d)/g;
const timeAtStart = /^\d{1,2}(?:[:h]\d{2}|(?= ?[ap]\.?m))/;
const textAfterTime = /^[^()]{0,40}$/;

/** The first time up to the end of the text, with the offset at which the date ends. */
function timeAfterDate(text: string): { readonly index: number; readonly time: string } | undefined {
  for (const { 0: separator, index } of [...text.matchAll(beforeTime)]) {
    const time = text.slice(index + separator.length);
    if (timeAtStart.test(time) && textAfterTime.test(time)) return { index, time };
  }
  return undefined;
}

/** `2019-12-10T14:00`, `10 December 2019 (afternoon)` */
function withoutRest(text: string): { readonly date: string; readonly rest: string } {
  const remark = /^(.*\S) ?\(([^()]+)\)$/.exec(text);
  if (remark) return { date: remark[1] ?? "", rest: remark[2] ?? "" };
  const time = timeAfterDate(text);
  if (!time || time.index === 0) return { date: text, rest: "" };
  const rest = time.time.trim();
  return {
    date: text.slice(0, time.index),
    rest: /^00:00(?::00(?:\.0+)?)?\s*(?:Z|UTC)?$/.test(rest) ? "" : rest,
  };
}

/** The date if it is in the calendar; without a year, with the year of today and the next. */
function completed(partial: PartialDate, today: string): readonly DateReading[] {
  const { year, month, day, weekday, order } = partial;
  if (month === undefined || day === undefined) return [];
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? yearsNear(thisYear, partial) : [year];
  const isCertain = order === undefined && years.length === 1;
  return years.flatMap((candidate): readonly DateReading[] => {
    const date = isoDate(candidate, month, day);
    if (!isCalendarDate(date)) return [];
    if (isOnWeekday(date, weekday)) return [{ date, isCertain }];
    return [{ date, isCertain: false, otherWeekday: weekdayName(date) }];
  });
}

/** A day of the week decides for one of the years near today. */
function yearsNear(thisYear: number, { month, day, weekday }: PartialDate): readonly number[] {
  const years = [thisYear, thisYear + 1];
  if (weekday === undefined) return years;
  const matching = [...years, thisYear - 1].filter((year) =>
    isOnWeekday(isoDate(year, month ?? 1, day ?? 1), weekday),
  );
  return matching.length > 0 ? matching : years;
}

function isOnWeekday(date: string, weekday: number | undefined): boolean {
  return weekday === undefined || weekdayAt(date) === weekday;
}

function weekdayAt(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const weekdayNames = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

function weekdayName(date: string): string {
  return weekdayNames[weekdayAt(date)] ?? "";
}

function isoDate(year: number, month: number, day: number): string {
  const pad = (part: number, length: number): string => String(part).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The words and marks between the two dates of a range; those with spaces around them come first. */
const rangeSeparators = [
  /\s(?:-+|to|until|till|through|bis|au|al|a|und|and|et|e|y|&)\s/gi,
  /(?<=\.)-|-|\.{2,3}|\/|&|,/g,
] as const;

/** Maximum number of separators that are tested. */
const maxSplits = 12;

/** `10–12 December 2019`, `2019-12-10/12` */
function readRanges(text: string, today: string): readonly DateReading[] {
  const from = withoutWeekdays(text).replace(/^(?:from|vom|von|du|dal|del)\s/i, "");
  const splits = rangeSeparators.flatMap((separator) => [...from.matchAll(separator)]).slice(0, maxSplits);
  for (const { index, 0: separator } of splits) {
    const starts = partialDates(from.slice(0, index));
    const ends = partialDates(from.slice(index + separator.length));
    const ranges = starts.flatMap((start) => ends.flatMap((end) => rangeOf(start, end, today)));
    if (ranges.length > 0) return uniqueRanges(ranges);
  }
  return [];
}

/** `Tue-Thu 10-12 December 2019` without its days of the week, which are not compared with the dates. */
function withoutWeekdays(text: string): string {
  const [range = "", first = "", last = ""] =
    /^(\p{L}{2,12})\.? ?(?:-|to|bis|&) ?(\p{L}{2,12})\.?,? /u.exec(text) ?? [];
  const areWeekdays = [first, last].every((name) => weekdayOf(plainLetters(name)) !== undefined);
  return areWeekdays ? text.slice(range.length) : text;
}

/** Maximum days of a meeting; the dates of a longer range are not a certain reading. */
const maxDays = 31;

/** Both dates take the parts that they lack from each other. */
function rangeOf(start: PartialDate, end: PartialDate, today: string): readonly DateReading[] {
  if (start.order !== undefined && end.order !== undefined && start.order !== end.order) return [];
  if (start.day === undefined || end.day === undefined) return [];
  const { order = end.order } = start;
  const common = { ...inherited(end, start), ...(order && { order }) };
  const last = { ...inherited(start, end), ...(order && { order }) };
  return completed(last, today).flatMap((until): readonly DateReading[] => {
    const year = Number(until.date.slice(0, 4));
    const starts = [year, year - 1].flatMap((candidate) =>
      completed({ ...common, year: start.year ?? candidate }, today),
    );
    const first = starts.find(({ date }) => date <= until.date);
    if (!first) return [];
    const days = (Date.parse(until.date) - Date.parse(first.date)) / 86_400_000;
    const isCertain = until.isCertain && first.isCertain && days <= maxDays;
    return [{ date: first.date, ...(days > 0 && { endDate: until.date }), isCertain }];
  });
}

/** A date with the year and the month of another where it has none. */
function inherited(from: PartialDate, to: PartialDate): PartialDate {
  const { year = from.year, month = from.month } = to;
  const { day, weekday } = to;
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(weekday !== undefined && { weekday }),
  };
}

function uniqueRanges(ranges: readonly DateReading[]): readonly DateReading[] {
  const isSame = (a: DateReading, b: DateReading): boolean => a.date === b.date && a.endDate === b.endDate;
  return ranges.filter((range, at) => ranges.findIndex((other) => isSame(range, other)) === at);
}
