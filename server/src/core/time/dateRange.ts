import { isCalendarDate } from "./calendarDate";

const monthNames =
  "January February March April May June July August September October November December".split(" ");

/**
 * @param first ISO 8601
 * @param last ISO 8601
 * @returns `10–12 December 2019`, `30 November – 2 December 2019`; both as written if one is not in the calendar, or the last is before the first
 */
export function dateRange(first: string, last: string): string {
  if (![first, last].every(isCalendarDate) || last < first) return `${first} – ${last}`;
  const [from, until] = [partsOf(first), partsOf(last)];
  if (from.year !== until.year) return `${dayText(from)} ${from.year} – ${dayText(until)} ${until.year}`;
  const isOneMonth = from.month === until.month;
  return `${isOneMonth ? `${from.day}–` : `${dayText(from)} – `}${dayText(until)} ${until.year}`;
}

const dayNames = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/**
 * @param date ISO 8601
 * @returns `Tuesday 10 December 2019`; the text as written if it is not in the calendar
 */
export function dayOfWeek(date: string): string {
  if (!isCalendarDate(date)) return date;
  const { year } = partsOf(date);
  return `${dayNames[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${dayText(partsOf(date))} ${year}`;
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: number;
}

function partsOf(date: string): Parts {
  const [year = "", month = "", day = ""] = date.split("-");
  return { year, month: monthNames[Number(month) - 1] ?? "", day: Number(day) };
}

function dayText({ day, month }: Parts): string {
  return `${day} ${month}`;
}
