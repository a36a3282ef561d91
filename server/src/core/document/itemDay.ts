/** The days of the entries of a meeting. */
import { isCalendarDate } from "../time/calendarDate";

/**
 * @param dates as written: of the item, of its session, of the meeting
 * @returns the first one that is in the calendar
 */
export function itemDay(...dates: readonly (string | undefined)[]): string | undefined {
  return dates.find((date) => date !== undefined && isCalendarDate(date));
}

/** Equal for two spellings of the title of a session. */
export function comparableSession(title: string): string {
  return title.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
