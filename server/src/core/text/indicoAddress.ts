/** Addresses of Indico's pages: events, contributions, and what people paste of them. */
import { readAddress } from "./readAddress";
import { readWebAddress } from "./webAddress";

/** Numbers are those of the database, as in the addresses of the pages. */
export interface IndicoAddress {
  /** address of the installation, without a slash at its end: `https://indico.cern.ch` */
  readonly base: string;
  readonly event: string;
  readonly contribution?: string;
  /** of the contribution */
  readonly subContribution?: string;
}

export type IndicoAddressReading =
  | { readonly address: IndicoAddress }
  /** a page that leads to the event: a short name, or a number of an old installation */
  | { readonly leadsToEvent: string }
  | { readonly problem: string };

const notAnEvent =
  "this is not the address of an Indico event, which is like https://indico.cern.ch/event/123/";

/** Reads the address of an event, or of any page of it. */
export function readIndicoAddress(text: string): IndicoAddressReading {
  const reading = readWebAddress(written(text));
  if ("problem" in reading) return reading;
  const { url } = reading;
  const parts = partsOf(url);
  const at = parts.findIndex((part) => eventPages.has(part));
  const page = eventPages.get(parts[at] ?? "");
  if (!page) return { problem: notAnEvent };
  const base = [url.origin, ...parts.slice(0, at)].join("/");
  return page(base, parts.slice(at + 1), url);
}

/** Without the brackets and the prose around it, and with `https://`. */
function written(text: string): string {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/.test(trimmed) ? trimmed : (readAddress(text).address ?? trimmed);
}

/** The parts of a path, decoded; none of a path that cannot be decoded. */
function partsOf({ pathname }: URL): readonly string[] {
  try {
    return decodeURIComponent(pathname)
      .split("/")
      .filter((part) => part !== "");
  } catch {
    return [];
  }
}

type PageReader = (base: string, rest: readonly string[], url: URL) => IndicoAddressReading;

const eventPages: ReadonlyMap<string, PageReader> = new Map<string, PageReader>([
  ["event", eventPage],
  [
    "e",
    (base, [name], url) => (name === undefined ? { problem: notAnEvent } : byName(url, base, `e/${name}`)),
  ],
  ["export", exportPage],
  ["conferenceDisplay.py", oldPage],
  ["conferenceOtherViews.py", oldPage],
  ["conferenceTimeTable.py", oldPage],
  ["contributionDisplay.py", oldPage],
]);

/** `/event/123/…`; `/event/short-name` and numbers like `a012345` lead to it. */
function eventPage(base: string, [event = "", ...rest]: readonly string[], url: URL): IndicoAddressReading {
  if (event === "") return { problem: notAnEvent };
  if (!isNumber(event)) return byName(url, base, `event/${event}`);
  const contribution = numberAfter(rest, "contributions");
  const subContribution = contribution === undefined ? undefined : numberAfter(rest, "subcontributions");
  return {
    address: {
      base,
      event: normalNumber(event),
      ...(contribution !== undefined && { contribution }),
      ...(subContribution !== undefined && { subContribution }),
    },
  };
}

/** `/export/event/123.json`, `/export/timetable/123.json` */
function exportPage(base: string, [kind, file = ""]: readonly string[]): IndicoAddressReading {
  const event = /^(\d+)\.(?:json|jsonp|xml|ics|atom)$/.exec(file)?.[1];
  const isExport = (kind === "event" || kind === "timetable") && event !== undefined && isNumber(event);
  return isExport ? { address: { base, event: normalNumber(event) } } : { problem: notAnEvent };
}

/** `conferenceDisplay.py?confId=123`, of Indico 1 */
function oldPage(base: string, _: readonly string[], url: URL): IndicoAddressReading {
  const event = url.searchParams.get("confId") ?? "";
  if (isNumber(event)) return { address: { base, event: normalNumber(event) } };
  return event === "" ? { problem: notAnEvent } : byName(url, base, `event/${event}`);
}

function byName(url: URL, base: string, path: string): IndicoAddressReading {
  const name = path.slice(path.indexOf("/") + 1);
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name)) return { problem: notAnEvent };
  return { leadsToEvent: new URL(`${base}/${path}`, url).href };
}

/** Databases count to 2^31 - 1. */
function isNumber(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) < 2 ** 31;
}

function normalNumber(text: string): string {
  return String(Number(text));
}

function numberAfter(parts: readonly string[], name: string): string | undefined {
  const number = parts[parts.indexOf(name) + 1];
  return parts.includes(name) && number !== undefined && isNumber(number) ? normalNumber(number) : undefined;
}

/** The page of the event, or of the contribution, for a browser. */
export function pageOf(address: IndicoAddress): string {
  return `${address.base}${pathOf(address)}/`;
}

/** `/event/1/contributions/2/subcontributions/3` */
export function pathOf({ event, contribution, subContribution }: IndicoAddress): string {
  const contributionPath = contribution === undefined ? "" : `/contributions/${contribution}`;
  const partPath = subContribution === undefined ? "" : `/subcontributions/${subContribution}`;
  return `/event/${event}${contributionPath}${partPath}`;
}

export function isSameEvent(a: IndicoAddress, b: IndicoAddress): boolean {
  return a.base === b.base && a.event === b.event;
}
