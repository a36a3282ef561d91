/** Time of day in a place, as an instant. */

export interface Clock {
  /** true where there is no place: then the instant is as if that were Greenwich */
  readonly isFloating: boolean;
  /**
   * @param date ISO 8601
   * @param minute after midnight
   * @returns when clocks there show it: in the hour that comes twice in autumn the first time, and in the
   * hour that spring leaves out as if the clocks had not been put forward yet, as RFC 5545 has it
   */
  instantOf(date: string, minute: number): Date;
}

const day = 24 * 60 * 60_000;

/** @returns nothing where there is no such IANA zone */
export function clockOf(zone: string | undefined): Clock | undefined {
  if (zone === undefined)
    return { isFloating: true, instantOf: (date, minute) => new Date(asUtc(date, minute)) };
  const format = formatIn(zone);
  if (!format) return undefined;
  const instantOf = (date: string, minute: number): Date => {
    const shown = asUtc(date, minute);
    const [before, after] = [shown - day, shown + day].map((instant) => shown - offsetAt(instant, format));
    const right = [before, after].filter(
      (at): at is number => at !== undefined && at + offsetAt(at, format) === shown,
    );
    return new Date(right.length > 0 ? Math.min(...right) : (before ?? shown));
  };
  return { isFloating: false, instantOf };
}

/** True for a name that calendars know: `Europe/Zurich`, not `Europe/Zurch`. */
export function isZone(name: string): boolean {
  return formatIn(name) !== undefined;
}

/** The names of all zones there are. */
export function zones(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}

function asUtc(date: string, minute: number): number {
  return new Date(`${date}T00:00:00Z`).getTime() + minute * 60_000;
}

function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Milliseconds that clocks are ahead of Greenwich; `GMT+01:00` is an hour. */
function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, ...parts] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return (sign === "-" ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
