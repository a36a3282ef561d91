/**
 * Times of Indico's exports: `{date: "2024-03-11", time: "13:00:00", tz: "Europe/Zurich"}`. The zone is that of the server
 * or of the request; an agenda has that of the event.
 */

import { messageText } from "../../text/displayText";
import { isCalendarDate } from "../../time/calendarDate";
import { clockOf, ianaNameOf, type LocalTime, type ZoneClock } from "../../time/timeZone";
import { lineIn } from "../lineIn";
import type { Remarks } from "../remarks";

/** Maximum number of zones in one export. */
const maxZones = 100;

/** Reads times in the zone of one event. */
export class EventClock {
  /** IANA name */
  readonly zone: string | undefined;
  readonly #remarks: Remarks;
  readonly #clocks = new Map<string, ZoneClock | undefined>();

  /**
   * @param zones of the event, else of the server; the first known one counts
   */
  constructor(zones: readonly (string | undefined)[], remarks: Remarks) {
    this.#remarks = remarks;
    const named = zones.filter((zone) => zone !== undefined);
    const known = named.findIndex((zone) => ianaNameOf(zone) !== undefined);
    const written = named[known];
    this.zone = written === undefined ? undefined : ianaNameOf(written);
    const unknown = named[0];
    if (unknown === undefined || known === 0) return;
    remarks.add(
      this.zone === undefined
        ? `The time zone “${messageText(unknown)}” is unknown: times are as written.`
        : `The time zone “${messageText(unknown)}” is unknown: times are in ${this.zone}, the zone of the server.`,
    );
  }

  /** @returns undefined for a value that is no time, or outside the calendar */
  read(value: unknown): LocalTime | undefined {
    const written = writtenTime(value);
    const zone = lineIn(value, "tz");
    if (!written || zone === undefined || zone === this.zone || this.zone === undefined) return written;
    const [from, to] = [this.#clockOf(zone), this.#clockOf(this.zone)];
    if (!from)
      this.#remarks.add(`The time zone “${messageText(zone)}” is unknown: its times are as written.`);
    return from && to ? to.localAt(from.instantOf(written.date, written.minute)) : written;
  }

  #clockOf(zone: string): ZoneClock | undefined {
    if (!this.#clocks.has(zone) && this.#clocks.size < maxZones) this.#clocks.set(zone, clockOf(zone));
    return this.#clocks.get(zone);
  }
}

/** Seconds and what follows them are left out. */
function writtenTime(value: unknown): LocalTime | undefined {
  const date = lineIn(value, "date") ?? "";
  const [, hours, minutes] =
    /^([01]\d|2[0-3]):([0-5]\d)(?::\d\d(?:\.\d{1,9})?)?$/.exec(lineIn(value, "time") ?? "") ?? [];
  return hours === undefined || !isCalendarDate(date)
    ? undefined
    : { date, minute: Number(hours) * 60 + Number(minutes) };
}
