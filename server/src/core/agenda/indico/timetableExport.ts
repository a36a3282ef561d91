/**
 * `/export/timetable/ID.json`: entries by day, `{20260310: {c1: {entryType: "Contribution", …}}}`; those of a session have
 * `entries` as well. It is the only export with breaks, and has neither the head of the event nor sub-contributions.
 * https://docs.getindico.io/en/stable/http-api/exporters/timetable/
 */
import { listIn, valueIn } from "../../document/plainValues";
import { isCalendarDate } from "../../time/calendarDate";
import type { CompleteList } from "../agenda";
import type { FullSlot } from "../compactAgenda";
import { lineIn } from "../lineIn";
import { pageAddress } from "../linkAddress";
import type { Place } from "../place";
import type { Remarks } from "../remarks";
import { completeLists } from "./completeLists";
import { indicoPersonsIn } from "./exportPersons";
import type { IndicoBreak, IndicoContribution, IndicoEvent } from "./indicoEvent";
import { contributionNumber, IndicoReader } from "./indicoReader";
import { EventClock } from "./indicoTime";

interface TimetableExport {
  readonly id: string;
  readonly days: unknown;
  /** the address of the export */
  readonly base?: string;
}

/** @param zones of the event, if they are known from elsewhere */
export function readTimetableExport(
  { id, days, base }: TimetableExport,
  remarks: Remarks,
  zones: readonly (string | undefined)[] = [],
): IndicoEvent {
  const top = entriesByDay(days);
  const zone = top
    .map((entry) => lineIn(valueIn(entry, "startDate"), "tz"))
    .find((name) => name !== undefined);
  const clock = new EventClock([...zones, zone], remarks);
  const reader = new IndicoReader(clock, remarks, base);
  const placed = top.flatMap((entry) => [{ entry, session: undefined }, ...entriesOfSession(entry)]);
  const dates = Object.keys(days as object)
    .flatMap(dateOfKey)
    .sort();
  return {
    id,
    meeting: { ...headOf(dates, reader, eventAddress(base, id)), ...placeOfEvent(top, reader) },
    slots: top.filter((entry) => typeOf(entry) === "Session").map((entry) => slotOf(entry, reader)),
    contributions: placed
      .filter(({ entry }) => typeOf(entry) === "Contribution")
      .map(({ entry, session }) => contributionOf(entry, session, reader)),
    breaks: placed
      .filter(({ entry }) => typeOf(entry) === "Break")
      .map(({ entry, session }) => breakOf(entry, session, reader)),
    completeLists: listsOf(placed.map(({ entry }) => entry)),
  };
}

/** The lists that all contributions have. */
function listsOf(entries: readonly unknown[]): readonly CompleteList[] {
  const contributions = entries.filter((entry) => typeOf(entry) === "Contribution");
  return completeLists(contributions, { speakers: ["presenters"], links: ["attachments"] });
}

/** A quick count of the entries. */
export function countOfTimetable(days: unknown): number {
  const top = entriesByDay(days);
  return top.reduce<number>((sum, entry) => sum + 1 + valuesOf(valueIn(entry, "entries")).length, 0);
}

function typeOf(entry: unknown): string | undefined {
  return lineIn(entry, "entryType");
}

/** The entries of all days that are not within a session, in the order in which they were made. */
function entriesByDay(days: unknown): readonly unknown[] {
  return valuesOf(days).flatMap((day) => inOrder(valuesOf(day)));
}

/** By the number in `s14`, `c7` and `b24`; the keys are in no order. */
function inOrder(entries: readonly unknown[]): readonly unknown[] {
  return entries
    .map((entry) => ({
      entry,
      number: Number(/^[a-z](\d{1,15})$/.exec(lineIn(entry, "id") ?? "")?.[1] ?? 0),
    }))
    .sort((one, other) => one.number - other.number)
    .map(({ entry }) => entry);
}

/** The entries of a session; sessions have none in them. */
function entriesOfSession(
  entry: unknown,
): readonly { readonly entry: unknown; readonly session: string | undefined }[] {
  if (typeOf(entry) !== "Session") return [];
  return inOrder(valuesOf(valueIn(entry, "entries"))).map((inner) => ({
    entry: inner,
    session: lineIn(entry, "title"),
  }));
}

/** A day or a session without entries may be an empty list. */
function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

/** `20260310` */
function dateOfKey(key: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(key) ?? [];
  const date = `${year}-${month}-${day}`;
  return isCalendarDate(date) ? [date] : [];
}

/** Indico may be below a path: `https://example.org/indico/export/timetable/2.json`. */
function eventAddress(base: string | undefined, id: string): string | undefined {
  const [, root] = /^(https?:\/\/[^?#]*?)\/export\/timetable\//.exec(base ?? "") ?? [];
  return root === undefined ? undefined : pageAddress(`${root}/event/${id}/`);
}

function headOf(
  dates: readonly string[],
  reader: IndicoReader,
  url: string | undefined,
): IndicoEvent["meeting"] {
  const [date, endDate] = [dates[0], dates.at(-1)];
  const { zone } = reader.clock;
  return {
    ...(date !== undefined && { date }),
    ...(endDate !== undefined && { endDate }),
    chairs: [],
    ...(zone !== undefined && { timezone: zone }),
    ...(url !== undefined && { url }),
    links: [],
  };
}

/** Entries outside sessions inherit their place from the event. */
function placeOfEvent(top: readonly unknown[], reader: IndicoReader): { readonly place?: Place } {
  const others = top.filter((entry) => typeOf(entry) !== "Session");
  const inherits = (entry: unknown): boolean =>
    valueIn(entry, "inheritLoc") === true && valueIn(entry, "inheritRoom") === true;
  return reader.place(others.find(inherits));
}

function slotOf(entry: unknown, reader: IndicoReader): FullSlot {
  const title = reader.title(entry);
  reader.noteSession(title, entry, lineIn(entry, "slotTitle"));
  return {
    title,
    ...reader.times(entry),
    ...reader.place(entry),
    conveners: indicoPersonsIn(entry, "conveners"),
    ...reader.url(entry),
    isComplete: true,
  };
}

function contributionOf(
  entry: unknown,
  session: string | undefined,
  reader: IndicoReader,
): IndicoContribution {
  const address = reader.url(entry);
  const id = contributionNumber(valueIn(entry, "contributionId"), address.url);
  return {
    ...(id !== undefined && { id }),
    entry: {
      kind: "contribution",
      title: reader.title(entry),
      ...(session !== undefined && { session }),
      ...reader.times(entry),
      ...reader.place(entry),
      speakers: indicoPersonsIn(entry, "presenters"),
      ...address,
      links: reader.links.links(entry),
      ...reader.abstract(entry),
      parts: listIn(entry, "subContributions").map((part) => reader.part(part, address.url)),
    },
  };
}

function breakOf(entry: unknown, session: string | undefined, reader: IndicoReader): IndicoBreak {
  const title = reader.title(entry);
  if (reader.description(entry) !== undefined)
    reader.remarks.addName("Descriptions of breaks are left out", title);
  return {
    kind: "break",
    title,
    ...(session !== undefined && { session }),
    ...reader.times(entry),
    ...reader.place(entry),
  };
}
