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

/** Like `timeOfDay`, with the day after the next midnight: `00:30 (+1 day)`. */
export function timeAndDays(minute: number): string {
  const days = Math.floor(Math.round(minute) / minutesOfDay);
  return days > 0 ? `${timeOfDay(minute)} (+${plural(days, "day")})` : timeOfDay(minute);
}
