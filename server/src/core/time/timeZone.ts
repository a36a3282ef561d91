/** Converts local date and time in a time zone to an instant, and back. */
import { isCalendarDate } from "./calendarDate";

export interface ZoneClock {
  /** true if no time zone is given: then the instant is computed as if in UTC */
  readonly isFloating: boolean;
  /**
   * @param date ISO 8601
   * @param minute minutes after midnight
   * @returns the instant at which local clocks show this time; an ambiguous time (autumn) is the first of the
   *   two, a skipped time (spring) uses the offset before the change, as in RFC 5545
   */
  instantOf(date: string, minute: number): Date;
  /** What local clocks show at an instant; undefined outside the years 0 to 9999. */
  localAt(instant: Date): LocalTime | undefined;
}

export interface LocalTime {
  /** ISO 8601 */
  readonly date: string;
  /** minutes after midnight, seconds left out */
  readonly minute: number;
}

const dayMilliseconds = 24 * 60 * 60_000;

/** @returns undefined for an unknown IANA zone */
export function clockOf(zone: string | undefined): ZoneClock | undefined {
  if (zone === undefined)
    return {
      isFloating: true,
      instantOf: (date, minute) => new Date(asUtc(date, minute)),
      localAt: (instant) => wallTime(instant.getTime()),
    };
  const format = formatterFor(zone);
  if (!format) return undefined;
  const offsetAt = offsetsOf(format);
  const instantOf = (date: string, minute: number): Date => {
    const local = asUtc(date, minute);
    const [before, after] = [local - dayMilliseconds, local + dayMilliseconds].map(
      (instant) => local - offsetAt(instant),
    );
    const matching = [before, after].filter(
      (at): at is number => at !== undefined && at + offsetAt(at) === local,
    );
    return new Date(matching.length > 0 ? Math.min(...matching) : (before ?? local));
  };
  const localAt = (instant: Date): LocalTime | undefined => {
    const at = instant.getTime();
    return Number.isNaN(at) ? undefined : wallTime(at + offsetAt(at));
  };
  return { isFloating: false, instantOf, localAt };
}

/** @param local the date and time that clocks show, as milliseconds in UTC */
function wallTime(local: number): LocalTime | undefined {
  const minutes = Math.floor(local / 60_000);
  const day = Math.floor(minutes / (24 * 60));
  const date = new Date(day * dayMilliseconds);
  const text = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  return isCalendarDate(text) ? { date: text, minute: minutes - day * 24 * 60 } : undefined;
}

/**
 * The IANA name of a zone for a file: old names such as `US/Eastern` and `CET` become those of a region, `GMT` becomes
 * `UTC`.
 * @returns undefined for an unknown zone
 */
export function ianaNameOf(zone: string): string | undefined {
  const resolved = resolvedZone(zone);
  if (resolved === undefined || /^[+-]/.test(zone)) return undefined;
  const isCurrent =
    timeZones().includes(zone) ||
    /^(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//.test(zone);
  return isCurrent ? zone : resolved;
}

/** The same name for all names of a zone; undefined for an unknown zone. */
export function resolvedZone(zone: string): string | undefined {
  return formatterFor(zone)?.resolvedOptions().timeZone;
}

/** True for a known IANA time zone: `Europe/Zurich`, not `Europe/Zurch`. */
export function isTimeZone(name: string): boolean {
  return formatterFor(name) !== undefined;
}

/** The names of all known time zones. */
export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}

function asUtc(date: string, minute: number): number {
  return new Date(`${date}T00:00:00Z`).getTime() + minute * 60_000;
}

function formatterFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** In modern times, offsets change at multiples of a quarter of an hour only. */
const quarterHour = 15 * 60_000;
const modernTimes = Date.UTC(1980);

/** Maximum number of offsets that a clock remembers. */
const maxOffsets = 10_000;

/** Returns offsets and remembers them: a new one takes 20 microseconds. */
function offsetsOf(format: Intl.DateTimeFormat): (instant: number) => number {
  const offsets = new Map<number, number>();
  return (instant) => {
    if (!(instant >= modernTimes)) return readOffset(instant, format);
    const key = Math.floor(instant / quarterHour);
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const offset = readOffset(instant, format);
    if (offsets.size < maxOffsets) offsets.set(key, offset);
    return offset;
  };
}

/** The offset from UTC in milliseconds; `GMT+01:00` is an hour. */
function readOffset(instant: number, format: Intl.DateTimeFormat): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, ...parts] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return (sign === "-" ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
