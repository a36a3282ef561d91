/** What the events of a calendar are: the meeting itself, sessions, or contributions. */
import type { LocalTime } from "../../time/timeZone";
import type { CalendarEvent } from "./calendarEvents";

/** An event with times in the zone of the meeting. */
export interface TimedEvent {
  readonly event: CalendarEvent;
  /** without a minute for a whole day */
  readonly start?: Partial<LocalTime>;
  /** the first minute, or the first day, after the event */
  readonly end?: Partial<LocalTime>;
}

export interface EventsByKind {
  readonly meetings: readonly TimedEvent[];
  readonly sessions: readonly TimedEvent[];
  readonly contributions: readonly TimedEvent[];
}

/**
 * Indico and this program say it in the `UID`. In other calendars the meeting is an event that begins with or before all
 * others and ends with or after them, or one that is alone.
 */
export function eventsByKind(events: readonly TimedEvent[]): EventsByKind {
  const meetings = events.filter(({ event }) => isMeeting(event));
  const sessions = events.filter(({ event }) => isSession(event));
  const others = events.filter(({ event }) => !isMeeting(event) && !isSession(event));
  const around = meetings.length > 0 || sessions.length > 0 ? undefined : eventAround(others);
  if (!around) return { meetings, sessions, contributions: others };
  return { meetings: [around], sessions: [], contributions: others.filter((other) => other !== around) };
}

/** True for an event that this program wrote. */
export function isOwn({ uid }: CalendarEvent): boolean {
  return uid.endsWith("@wlcg-notes");
}

/** True for a contribution of Indico or of this program. */
export function isContribution(event: CalendarEvent): boolean {
  return /^indico-contribution-/.test(event.uid) || (isOwn(event) && !isMeeting(event));
}

/** Of this program, the meeting takes whole days; the id of a talk `Next meeting` has the same end. */
function isMeeting({ uid, start }: CalendarEvent): boolean {
  const isWholeDay = start?.text.includes("T") !== true;
  return /^indico-event-/.test(uid) || (isWholeDay && uid.endsWith("-meeting@wlcg-notes"));
}

function isSession({ uid }: CalendarEvent): boolean {
  return /^indico-session-/.test(uid);
}

function eventAround(events: readonly TimedEvent[]): TimedEvent | undefined {
  const candidates = events.filter(({ event }) => !isContribution(event));
  const [first, ...rest] = candidates;
  if (first && events.length === 1) return first;
  if (!first || events.length < minAround) return undefined;
  // the one that begins first and ends last; whether it is around all others is checked below
  const widest = rest.reduce((one, other) => (isWider(other, one) ? other : one), first);
  const isAround = events.every(
    (other) => other === widest || (isWider(widest, other) && !isWider(other, widest)),
  );
  return isAround ? widest : undefined;
}

/** Minimum number of events in a calendar that has an event for the meeting itself. */
const minAround = 3;

function isWider(one: TimedEvent, other: TimedEvent): boolean {
  const [start, end] = [keyOf(one.start), keyOf(one.end)];
  return start !== "" && end !== "" && start <= keyOf(other.start) && end >= keyOf(other.end ?? other.start);
}

/** Sorts as time does; a whole day is its first minute. */
function keyOf(time: Partial<LocalTime> | undefined): string {
  return time?.date === undefined ? "" : `${time.date} ${String(time.minute ?? 0).padStart(4, "0")}`;
}
