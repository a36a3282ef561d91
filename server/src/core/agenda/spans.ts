/** Spans of time in an agenda. */
import { daysBetween } from "../time/calendarDate";
import { minutesOfDay } from "../time/timeOfDay";
import type { LocalTime } from "../time/timeZone";

/** Minutes of a span that takes at most a day; undefined for any other. */
export function minutesBetween(start: LocalTime | undefined, end: LocalTime | undefined): number | undefined {
  if (!start || !end) return undefined;
  return durationOf(daysBetween(start.date, end.date) * minutesOfDay + end.minute - start.minute);
}

/** A number of minutes that a file may have. */
export function durationOf(minutes: unknown): number | undefined {
  const whole = typeof minutes === "number" ? Math.round(minutes) : Number.NaN;
  return whole > 0 && whole <= minutesOfDay ? whole : undefined;
}

/** The last day of a span: one that ends at midnight has no part of the next day. */
export function lastDayOf(start: LocalTime, end: LocalTime): string {
  if (end.minute > 0 || end.date <= start.date) return end.date;
  return new Date(Date.parse(`${end.date}T00:00:00Z`) - minutesOfDay * 60_000).toISOString().slice(0, 10);
}
