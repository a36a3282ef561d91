/** Dates with some of their parts, as they are written on both sides of a range: `10` and `12 December 2019`. */
import { plainLetters } from "../text/typedText";
import { monthOf, weekdayOf } from "./monthNames";

export interface PartialDate {
  readonly year?: number;
  /** 1 to 12 */
  readonly month?: number;
  readonly day?: number;
  /** 0 for Sunday */
  readonly weekday?: number;
  /** set for numbers in an order that is a guess: `10/11/2019` */
  readonly order?: "day first" | "month first";
}

const fillers = new Set(
  "of|de|du|le|the|den|der|del|di|am|on|el|la|il|st|nd|rd|th|er|ter|te|o|'|,|(|)".split("|"),
);

interface Parts {
  readonly numbers: readonly string[];
  /** the characters between numbers */
  readonly separators: string;
  /** true if the first name is after the first number and before the second: `10 Dec 19` */
  readonly isNameBetween: boolean;
  readonly month?: number;
  readonly weekday?: number;
}

/** @param text at most 100 UTF-16 units @returns the possible readings; empty for any other text */
export function partialDates(text: string): readonly PartialDate[] {
  const parts = partsOf(plainLetters(text));
  if (!parts) return [];
  const { weekday, month } = parts;
  const dates = month === undefined ? numericDates(parts) : namedDates(parts, month);
  return dates.map((date) => ({ ...date, ...(weekday !== undefined && { weekday }) }));
}

/** Numbers, names and separators; undefined if there is anything else. */
function partsOf(text: string): Parts | undefined {
  const tokens = text.match(/\d+|\p{L}+|\S/gu) ?? [];
  const numbers: string[] = [];
  const names: string[] = [];
  let separators = "";
  let isNameBetween = false;
  for (const token of tokens) {
    if (/^\d/.test(token)) numbers.push(token);
    else if (/^[./-]$/.test(token)) separators += token;
    else if (!fillers.has(token)) {
      names.push(token);
      isNameBetween ||= numbers.length === 1;
    }
  }
  const named = namesOf(names);
  return named && { numbers, separators, isNameBetween, ...named };
}

/** A month, a day of the week, or both; `mar` is a day of the week if another word is the month. */
function namesOf(names: readonly string[]): Pick<Parts, "month" | "weekday"> | undefined {
  if (names.length > 2) return undefined;
  for (const monthName of [...names.toReversed(), undefined]) {
    const month = monthName === undefined ? undefined : monthOf(monthName);
    const others = names.filter((name) => name !== monthName);
    const weekday = others[0] === undefined ? undefined : weekdayOf(others[0]);
    const isRead = (monthName === undefined) === (month === undefined) && others.length < 2;
    if (isRead && (others.length === 0 || weekday !== undefined))
      return { ...(month !== undefined && { month }), ...(weekday !== undefined && { weekday }) };
  }
  return undefined;
}

/** `10 December 2019`, `10 Dec 19` and `10 Dec`; `10-12 Dec` is a range */
function namedDates({ numbers, isNameBetween }: Parts, month: number): readonly PartialDate[] {
  const [first = "", second, ...others] = numbers;
  if (others.length > 0 || first === "") return [];
  if (second === undefined) return dayOf(first).map((day) => ({ month, day }));
  const [dayText, yearText] = first.length === 4 ? [second, first] : [first, second];
  if (yearText.length === 2 && !isNameBetween) return [];
  return dayOf(dayText).flatMap((day) => yearOf(yearText).map((year) => ({ year, month, day })));
}

function numericDates({ numbers, separators }: Parts): readonly PartialDate[] {
  const [first = "", second, third, ...others] = numbers;
  if (others.length > 0 || first === "") return [];
  if (second === undefined) return compactDates(first);
  // `December 10-12, 2019`
  if (third === undefined && separators === "" && second.length === 4)
    return dayOf(first).map((day) => ({ year: Number(second), day }));
  if (third === undefined) return first.length > 2 ? [] : inBothOrders(first, second, undefined, separators);
  if (first.length === 4) return yearFirst(first, second, third);
  return inBothOrders(first, second, third, separators);
}

/** `10` and `20191210` */
function compactDates(digits: string): readonly PartialDate[] {
  if (digits.length !== 8) return dayOf(digits).map((day) => ({ day }));
  const isYearFirst = /^(?:19|20)/.test(digits);
  return isYearFirst
    ? yearFirst(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
    : inBothOrders(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), "");
}

/** `2019-12-10`; `2019-31-12` has only one reading too. */
function yearFirst(yearText: string, monthText: string, dayText: string): readonly PartialDate[] {
  const year = Number(yearText);
  const [month, day] = [Number(monthText), Number(dayText)];
  if (monthText.length > 2 || dayText.length > 2 || month === 0 || day === 0) return [];
  if (month <= 12 && day <= 31) return [{ year, month, day }];
  return month <= 31 && day <= 12 ? [{ year, month: day, day: month }] : [];
}

/** `10.12.2019` has the day first; with other separators the month may come first. */
function inBothOrders(
  first: string,
  second: string,
  yearText: string | undefined,
  separators: string,
): readonly PartialDate[] {
  if (first.length > 2 || second.length > 2) return [];
  const [year] = yearText === undefined ? [] : yearOf(yearText);
  if (yearText !== undefined && year === undefined) return [];
  const date = (dayText: string, monthText: string, order: PartialDate["order"]): readonly PartialDate[] =>
    Number(monthText) >= 1 && Number(monthText) <= 12
      ? dayOf(dayText).map((day) => ({
          ...(year !== undefined && { year }),
          month: Number(monthText),
          day,
          ...(order && { order }),
        }))
      : [];
  const dayFirst = date(first, second, undefined);
  const hasDots = separators.startsWith(".");
  if (hasDots && dayFirst.length > 0) return dayFirst;
  const monthFirst = date(second, first, undefined);
  if (dayFirst.length === 0 || monthFirst.length === 0 || first === second)
    return dayFirst.length > 0 ? dayFirst : monthFirst;
  return [...date(first, second, "day first"), ...date(second, first, "month first")];
}

function dayOf(digits: string): readonly number[] {
  const day = Number(digits);
  return digits.length <= 2 && day >= 1 && day <= 31 ? [day] : [];
}

/** `2019` and `19` */
function yearOf(digits: string): readonly number[] {
  if (digits.length === 4) return [Number(digits)];
  return digits.length === 2 ? [2000 + Number(digits)] : [];
}
