/** Converts local date and time in a time zone to an instant. */

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
}

const dayMilliseconds = 24 * 60 * 60_000;

/** @returns undefined for an unknown IANA zone */
export function clockOf(zone: string | undefined): ZoneClock | undefined {
  if (zone === undefined)
    return { isFloating: true, instantOf: (date, minute) => new Date(asUtc(date, minute)) };
  const format = formatterFor(zone);
  if (!format) return undefined;
  const instantOf = (date: string, minute: number): Date => {
    const wallTime = asUtc(date, minute);
    const [before, after] = [wallTime - dayMilliseconds, wallTime + dayMilliseconds].map(
      (instant) => wallTime - offsetAt(instant, format),
    );
    const matching = [before, after].filter(
      (at): at is number => at !== undefined && at + offsetAt(at, format) === wallTime,
    );
    return new Date(matching.length > 0 ? Math.min(...matching) : (before ?? wallTime));
  };
  return { isFloating: false, instantOf };
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

/** The offset from UTC in milliseconds; `GMT+01:00` is an hour. */
function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, ...parts] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return (sign === "-" ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
