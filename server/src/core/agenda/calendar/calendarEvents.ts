/** The events of an iCalendar file (RFC 5545) with the properties that an agenda needs, as they are written. */
import ICAL from "ical.js";
import { lineOf } from "../lineIn";

export interface CalendarFile {
  readonly events: readonly CalendarEvent[];
  readonly name?: string;
  /** the name of a zone, as written */
  readonly zone?: string;
}

export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly start?: CalendarTime;
  readonly end?: CalendarTime;
  /** minutes, instead of the end */
  readonly duration?: number;
  readonly location?: string;
  readonly url?: string;
  /** text or HTML of several lines */
  readonly description: string;
  readonly organizer?: string;
  readonly attachments: readonly { readonly title?: string; readonly url: string }[];
  readonly isCancelled: boolean;
  readonly isRepeated: boolean;
  /** true for a change of one date of a repeated event */
  readonly isException: boolean;
}

export interface CalendarTime {
  /** `2026-03-10`, `2026-03-10T14:50:00` or `2026-03-10T14:50:00Z` */
  readonly text: string;
  /** the name of a zone, as written */
  readonly zone?: string;
}

/** https://www.rfc-editor.org/rfc/rfc7265 @returns undefined for a text that is no calendar */
export function calendarEvents(text: string): CalendarFile | undefined {
  const parsed = parsedCalendar(text);
  const calendars = componentsIn(
    Array.isArray(parsed) && typeof parsed[0] === "string" ? [parsed] : parsed,
    "vcalendar",
  );
  if (calendars.length === 0) return undefined;
  const properties = calendars.flatMap(propertiesOf);
  const name = textOf(properties, "name") ?? textOf(properties, "x-wr-calname");
  const zone = textOf(properties, "x-wr-timezone");
  return {
    events: calendars.flatMap((calendar) => componentsIn(calendar[2], "vevent")).map(eventOf),
    ...(name !== undefined && { name }),
    ...(zone !== undefined && { zone }),
  };
}

function parsedCalendar(text: string): unknown {
  try {
    return ICAL.parse(neededLines(text));
  } catch (error) {
    // the library throws errors of several classes for texts that are no calendar
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The lines with the properties that an agenda needs, unfolded: others may be long, and invalid in many ways. */
function neededLines(text: string): string {
  const lines = text.replaceAll(/\r?\n[ \t]/g, "").split(/\r?\n/);
  return lines
    .filter((line) => needed.test(line))
    .map((line) => (/^R(?:RULE|DATE)/i.test(line) ? "X-REPEATED:1" : withShortParameters(line)))
    .join("\n");
}

/** Maximum UTF-16 units of the parameters of a property; the library takes quadratic time for them. */
const maxParameters = 2000;

/** Without parameters if they are long: some programs put the description as HTML there. */
function withShortParameters(line: string): string {
  let isQuoted = false;
  let colon = 0;
  for (; colon < line.length && (isQuoted || line[colon] !== ":"); colon++)
    if (line[colon] === '"') isQuoted = !isQuoted;
  return colon <= maxParameters ? line : (/^[\w-]*/.exec(line)?.[0] ?? "") + line.slice(colon);
}

const needed =
  /^(?:BEGIN|END|NAME|X-WR-CALNAME|X-WR-TIMEZONE|UID|SUMMARY|DTSTART|DTEND|DURATION|LOCATION|URL|DESCRIPTION|ORGANIZER|ATTACH|CONFERENCE|STATUS|RRULE|RDATE|RECURRENCE-ID)[;:]/i;

/** `[name, properties, components]` */
type Component = readonly [string, unknown, unknown];

/** `[name, parameters, type, value, …]` */
type Property = readonly [string, unknown, unknown, ...unknown[]];

function componentsIn(value: unknown, name: string): readonly Component[] {
  return Array.isArray(value)
    ? value.filter((component) => Array.isArray(component) && component[0] === name)
    : [];
}

function propertiesOf([, properties]: Component): readonly Property[] {
  return Array.isArray(properties)
    ? (properties.filter(Array.isArray) as unknown as readonly Property[])
    : [];
}

function eventOf(component: Component): CalendarEvent {
  const properties = propertiesOf(component);
  const start = timeOf(properties, "dtstart");
  const end = timeOf(properties, "dtend");
  const duration = durationIn(firstValue(properties, "duration"));
  const location = textOf(properties, "location");
  const url = textOf(properties, "url");
  const organizer = parameterOf(find(properties, "organizer"), "cn");
  const description = firstValue(properties, "description");
  return {
    uid: textOf(properties, "uid") ?? "",
    title: textOf(properties, "summary") ?? "Untitled",
    ...(start && { start }),
    ...(end && { end }),
    ...(duration !== undefined && { duration }),
    ...(location !== undefined && { location }),
    ...(url !== undefined && { url }),
    description: typeof description === "string" ? description : "",
    ...(organizer !== undefined && { organizer }),
    attachments: properties
      .filter(([name]) => name === "attach" || name === "conference")
      .flatMap(attachmentOf),
    isCancelled: textOf(properties, "status")?.toUpperCase() === "CANCELLED",
    isRepeated: find(properties, "x-repeated") !== undefined,
    isException: find(properties, "recurrence-id") !== undefined,
  };
}

function find(properties: readonly Property[], name: string): Property | undefined {
  return properties.find((property) => property[0] === name);
}

function firstValue(properties: readonly Property[], name: string): unknown {
  return find(properties, name)?.[3];
}

function textOf(properties: readonly Property[], name: string): string | undefined {
  return lineOf(firstValue(properties, name));
}

function parameterOf(property: Property | undefined, name: string): string | undefined {
  const parameters = property?.[1];
  return typeof parameters === "object" && parameters !== null && Object.hasOwn(parameters, name)
    ? lineOf((parameters as Readonly<Record<string, unknown>>)[name])
    : undefined;
}

function timeOf(properties: readonly Property[], name: string): CalendarTime | undefined {
  const property = find(properties, name);
  const text = lineOf(property?.[3]);
  const zone = parameterOf(property, "tzid");
  return text === undefined ? undefined : { text, ...(zone !== undefined && { zone }) };
}

function attachmentOf(property: Property): CalendarEvent["attachments"] {
  const url = lineOf(property[3]);
  const title = parameterOf(property, "filename") ?? parameterOf(property, "label");
  return property[2] === "uri" && url !== undefined ? [{ url, ...(title !== undefined && { title }) }] : [];
}

/** Minutes of `PT1H30M`, `P1D` and `P1W`. */
function durationIn(value: unknown): number | undefined {
  const [text = "", ...parts] =
    /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,8}S)?)?$/.exec(
      String(value),
    ) ?? [];
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = parts.map((part) => Number(part ?? 0));
  return text === "" ? undefined : ((weeks * 7 + days) * 24 + hours) * 60 + minutes;
}
