/** Time zones of calendars: IANA names, names with a prefix, and those of Windows. */
import { messageText } from "../../text/displayText";
import { isCalendarDate } from "../../time/calendarDate";
import { clockOf, ianaNameOf, type LocalTime, type ZoneClock } from "../../time/timeZone";
import type { Remarks } from "../remarks";
import type { CalendarFile, CalendarTime } from "./calendarEvents";

/**
 * Names of Windows, with the zone of their main region.
 * https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
 */
const windowsZones: Readonly<Record<string, string>> = {
  "AUS Eastern Standard Time": "Australia/Sydney",
  "Central America Standard Time": "America/Guatemala",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "Central Standard Time": "America/Chicago",
  "China Standard Time": "Asia/Shanghai",
  "Coordinated Universal Time": "UTC",
  "E. Europe Standard Time": "Europe/Chisinau",
  "E. South America Standard Time": "America/Sao_Paulo",
  "Eastern Standard Time": "America/New_York",
  "FLE Standard Time": "Europe/Kyiv",
  "GMT Standard Time": "Europe/London",
  "GTB Standard Time": "Europe/Bucharest",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "India Standard Time": "Asia/Kolkata",
  "Israel Standard Time": "Asia/Jerusalem",
  "Korea Standard Time": "Asia/Seoul",
  "Mountain Standard Time": "America/Denver",
  "Pacific Standard Time": "America/Los_Angeles",
  "Romance Standard Time": "Europe/Paris",
  "Russian Standard Time": "Europe/Moscow",
  "Singapore Standard Time": "Asia/Singapore",
  "South Africa Standard Time": "Africa/Johannesburg",
  "Taipei Standard Time": "Asia/Taipei",
  "Tokyo Standard Time": "Asia/Tokyo",
  "Turkey Standard Time": "Europe/Istanbul",
  UTC: "UTC",
  "W. Europe Standard Time": "Europe/Berlin",
};

/** `Europe/Zurich`, `/citadel.org/20260101_1/Europe/Zurich` and `W. Europe Standard Time` */
function zoneOf(name: string): string | undefined {
  if (Object.hasOwn(windowsZones, name)) return windowsZones[name];
  const [, region = name] = /^\/.{0,200}\/([A-Z]\w+\/[\w+/-]+)$/.exec(name) ?? [];
  return ianaNameOf(region);
}

/** Maximum number of zones in one calendar. */
const maxZones = 100;

/** Reads the times of one calendar in the zone of its meeting. */
export class CalendarClock {
  /** IANA name; undefined if times have no zone, or one that is unknown */
  readonly zone: string | undefined;
  readonly #names = new Map<string, string | undefined>();
  readonly #clocks = new Map<string, ZoneClock | undefined>();

  /** The zone is that of the calendar, else that of most events, else the given one, else UTC. */
  constructor({ zone, events }: CalendarFile, remarks: Remarks, given?: string) {
    const starts = events.flatMap(({ start }) => start ?? []);
    const named = starts.flatMap((start) => start.zone ?? []);
    const known = [
      zone ?? [],
      commonestName(named.filter((name) => this.#zoneOf(name) !== undefined)) ?? [],
    ].flat();
    const unknown = [zone ?? [], named].flat().find((name) => this.#zoneOf(name) === undefined);
    if (unknown !== undefined)
      remarks.add(`The time zone “${messageText(unknown)}” is unknown: its times are as written.`);
    const found = known.map((name) => this.#zoneOf(name)).find((name) => name !== undefined);
    const isUtc = starts.some(({ text }) => text.endsWith("Z"));
    const assumed = given === undefined ? undefined : ianaNameOf(given);
    this.zone = found ?? (isUtc ? (assumed ?? "UTC") : undefined);
    if (found === undefined && isUtc && assumed === undefined)
      remarks.add("The calendar has no time zone: its times are in UTC.");
  }

  /**
   * @returns the time in the zone of the meeting, or only a date for a whole day; undefined for a value that is neither
   */
  read({ text, zone }: CalendarTime): Partial<LocalTime> | undefined {
    const [, date = "", hours, minutes, utc] =
      /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d):[0-6]\d(Z)?)?$/.exec(text) ?? [];
    if (!isCalendarDate(date)) return undefined;
    if (hours === undefined) return { date };
    const written = { date, minute: Number(hours) * 60 + Number(minutes) };
    const name = utc ? "UTC" : zone === undefined ? undefined : this.#zoneOf(zone);
    if (name === undefined || this.zone === undefined || name === this.zone) return written;
    const [from, to] = [this.#clockOf(name), this.#clockOf(this.zone)];
    return from && to ? to.localAt(from.instantOf(written.date, written.minute)) : written;
  }

  #zoneOf(name: string): string | undefined {
    if (!this.#names.has(name) && this.#names.size < maxZones) this.#names.set(name, zoneOf(name));
    return this.#names.get(name);
  }

  #clockOf(zone: string): ZoneClock | undefined {
    if (!this.#clocks.has(zone)) this.#clocks.set(zone, clockOf(zone));
    return this.#clocks.get(zone);
  }
}

function commonestName(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
