/** What is read in the same way of events and of timetables. */
import { valueIn } from "../../document/plainValues";
import type { AgendaPart } from "../agenda";
import { lineIn } from "../lineIn";
import { DescriptionReader } from "../markdown/descriptionReader";
import type { Place } from "../place";
import type { Remarks } from "../remarks";
import { durationOf, minutesBetween } from "../spans";
import { indicoPersonsIn } from "./exportPersons";
import { LinkReader } from "./indicoLinks";
import type { EventClock } from "./indicoTime";

/** Title used where Indico has none. */
const untitled = "Untitled";

export class IndicoReader {
  readonly clock: EventClock;
  readonly remarks: Remarks;
  readonly links: LinkReader;
  readonly #descriptions: DescriptionReader;

  /** @param base the address of the event or of the export */
  constructor(clock: EventClock, remarks: Remarks, base: string | undefined) {
    this.clock = clock;
    this.remarks = remarks;
    this.links = new LinkReader(base, remarks);
    this.#descriptions = new DescriptionReader(base);
  }

  title(map: unknown): string {
    return lineIn(map, "title") ?? untitled;
  }

  /** The day, the start and the duration of an entry. */
  times(map: unknown): { readonly date?: string; readonly start?: number; readonly duration?: number } {
    const start = this.clock.read(valueIn(map, "startDate"));
    const end = this.clock.read(valueIn(map, "endDate"));
    const duration = durationOf(valueIn(map, "duration")) ?? minutesBetween(start, end);
    return {
      ...(start && { date: start.date, start: start.minute }),
      ...(duration !== undefined && { duration }),
    };
  }

  place(map: unknown): { readonly place?: Place } {
    const room = lineIn(map, "roomFullname") ?? lineIn(map, "room");
    const venue = lineIn(map, "location");
    if (room === undefined && venue === undefined) return {};
    return { place: { ...(room !== undefined && { room }), ...(venue !== undefined && { venue }) } };
  }

  url(map: unknown): { readonly url?: string } {
    const url = this.links.page(map);
    return url === undefined ? {} : { url };
  }

  /** Markdown; undefined if there is no text */
  description(map: unknown): string | undefined {
    const source = valueIn(map, "description");
    if (typeof source !== "string") return undefined;
    const markdown = this.#descriptions.read(source);
    if (this.#descriptions.isShortened)
      this.remarks.add("There are very long descriptions: a part of them, or their layout, is left out.");
    return markdown;
  }

  abstract(map: unknown): { readonly abstract?: string } {
    const abstract = this.description(map);
    return abstract === undefined ? {} : { abstract };
  }

  /** @param contribution the address of the contribution */
  part(map: unknown, contribution: string | undefined): AgendaPart {
    const duration = durationOf(valueIn(map, "duration"));
    const url = partAddress(contribution, valueIn(map, "db_id"));
    return {
      title: this.title(map),
      speakers: indicoPersonsIn(map, "speakers"),
      ...(duration !== undefined && { duration }),
      ...(url !== undefined && { url }),
      links: this.links.links(map),
      ...this.abstract(map),
    };
  }

  /** Remarks on what an agenda has no place for. */
  noteSession(title: string, map: unknown, slotTitle: string | undefined): void {
    if (slotTitle !== undefined)
      this.remarks.addName("Titles of parts of sessions are left out", `${title}: ${slotTitle}`);
    if (this.description(map) !== undefined)
      this.remarks.addName("Descriptions of sessions are left out", title);
  }
}

/** Exports have no address of sub-contributions; Indico's page for them is below that of the contribution. */
function partAddress(contribution: string | undefined, id: unknown): string | undefined {
  const isKnown = typeof id === "number" && Number.isSafeInteger(id) && id >= 0;
  if (contribution === undefined || !isKnown || !/\/contributions\/\d+\/?$/.test(contribution))
    return undefined;
  return `${contribution.replace(/\/$/, "")}/subcontributions/${id}`;
}

/** The number of a contribution in its address. */
export function contributionNumber(id: unknown, url: string | undefined): string | undefined {
  if (typeof id === "number" && Number.isSafeInteger(id)) return String(id);
  return /\/contributions?\/(\d{1,15})\/?$/.exec(url ?? "")?.[1];
}
