/** Times of day as people write them, and as minutes after midnight. */
import { plural } from "../text/wording";

export const minutesOfDay = 24 * 60;

/** @returns minutes after midnight of `9:30` or `09:30`; undefined for any other text */
export function minuteOfDay(text: string): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** Minutes after midnight, 0 or more, as `09:30`, regardless of the day. */
export function timeOfDay(minute: number): string {
  const minuteOfDay = Math.round(minute) % minutesOfDay;
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`;
}

/** Like `timeOfDay`, with the day after the next midnight: `00:30 the next day`, `00:30, 2 days later`. */
export function timeAndDays(minute: number): string {
  return timeOfDay(minute) + dayText(daysBefore(minute));
}

/** `23:30–00:15 the next day`; a day that both have is named once. */
export function timeSpan(start: number, end: number): string {
  const isSameDay = daysBefore(start) === daysBefore(end);
  return `${isSameDay ? timeOfDay(start) : timeAndDays(start)}–${timeAndDays(end)}`;
}

function daysBefore(minute: number): number {
  return Math.floor(Math.round(minute) / minutesOfDay);
}

function dayText(days: number): string {
  if (days <= 0) return "";
  return days === 1 ? " the next day" : `, ${plural(days, "day")} later`;
}
