/** The timetable on the page of a meeting or a lecture of Indico. */
import type { Person } from "../../document/persons";
import { singleLineLabel } from "../../text/singleLineLabel";
import { isCalendarDate } from "../../time/calendarDate";
import type { AgendaContribution, AgendaEntry, AgendaLink, AgendaPart, AgendaSession } from "../agenda";
import { dateInText } from "../lines/dateInText";
import { durationIn } from "../lines/entryText";
import { timeAtStart } from "../lines/lineTime";
import { isInheritedPlace } from "../place";
import type { PageAddresses } from "./pageAddresses";
import { personsIn } from "./pagePersons";
import { findAll, findFirst, hasClass, type PageElement, textOf } from "./pageTree";

export interface Timetable {
  readonly sessions: readonly AgendaSession[];
  readonly entries: readonly AgendaEntry[];
}

export interface PageContext {
  readonly addresses: PageAddresses;
  /** ISO 8601, the first day of the event */
  readonly date?: string;
  /** of the event, as the page shows it */
  readonly place?: string;
  readonly markdownOf: (description: PageElement) => string;
}

/** Where an item of the timetable is. */
interface Parent {
  readonly date?: string;
  readonly session?: AgendaSession;
}

export function isMeetingPage(page: PageElement): boolean {
  return findFirst(page, isItem) !== undefined;
}

function isItem(element: PageElement): boolean {
  return element.classes.has("timetable-item");
}

export function meetingTimetable(page: PageElement, context: PageContext): Timetable {
  const sessions = new Map<string, AgendaSession>();
  const entries: AgendaEntry[] = [];
  const days = findAll(page, isDay);
  if (days.length === 0) readItems(page, {}, context, sessions, entries);
  for (const day of days) {
    const date = days.length === 1 ? context.date : dateOfDay(day);
    readItems(day, date === undefined || date === context.date ? {} : { date }, context, sessions, entries);
  }
  return {
    sessions: [...sessions.values()],
    entries: entries.map((entry) => withoutInherited(entry, sessions, context)),
  };
}

/** An entry without the date and the place that it has from its session or the meeting. */
function withoutInherited(
  entry: AgendaEntry,
  sessions: ReadonlyMap<string, AgendaSession>,
  context: PageContext,
): AgendaEntry {
  const session = entry.session === undefined ? undefined : sessions.get(entry.session);
  const { date, place, ...rest } = entry;
  const around = session?.place ?? context.place;
  return {
    ...rest,
    ...(date !== undefined && date !== session?.date && { date }),
    ...(place !== undefined && !isInheritedPlace(place, around) && { place }),
  };
}

function isDay({ name, attributes }: PageElement): boolean {
  return name === "li" && /^day-\d{4}-\d{2}-\d{2}$/.test(attributes.get("id") ?? "");
}

/**
 * The date that the page shows for a day, otherwise the one in its id, which is in UTC: an evening in America is in the
 * next day there.
 */
function dateOfDay(day: PageElement): string | undefined {
  const id = idDate(day);
  const shown = dateInText(textOf(findFirst(day, hasClass("day-title"))).slice(0, 100), id);
  return shown?.date ?? id;
}

/** The first day of the timetable. */
export function firstDay(page: PageElement): string | undefined {
  const day = findFirst(page, isDay);
  return day && dateOfDay(day);
}

export function lastDay(page: PageElement): string | undefined {
  const day = findAll(page, isDay).at(-1);
  return day && dateOfDay(day);
}

function idDate(day: PageElement): string | undefined {
  const date = (day.attributes.get("id") ?? "").slice("day-".length);
  return isCalendarDate(date) ? date : undefined;
}

function readItems(
  element: PageElement,
  parent: Parent,
  context: PageContext,
  sessions: Map<string, AgendaSession>,
  entries: AgendaEntry[],
): void {
  for (const item of findAll(element, isItem)) {
    if (item.classes.has("timetable-block")) readBlock(item, parent, context, sessions, entries);
    else if (!item.classes.has("timetable-subcontrib")) entries.push(...entryOf(item, parent, context));
  }
}

function readBlock(
  item: PageElement,
  parent: Parent,
  context: PageContext,
  sessions: Map<string, AgendaSession>,
  entries: AgendaEntry[],
): void {
  const title = titleOf(item);
  const list = findFirst(item, hasClass("meeting-sub-timetable"));
  if (title === "") {
    if (list) readItems(list, parent, context, sessions, entries);
    return;
  }
  const slot: AgendaSession = {
    ...{ title, ...parent, ...timesOf(item), ...placeOf(item, context.place) },
    conveners: personsIn(ownElement(item, "convener-list")),
  };
  const { session: _, ...own } = { ...slot, session: undefined };
  const known = sessions.get(title);
  sessions.set(title, known ? shared(known, own) : own);
  if (list) readItems(list, { ...parent, session: own }, context, sessions, entries);
}

/** What two slots of a session have in common; their times are those of their entries, as in exports. */
function shared(a: AgendaSession, b: AgendaSession): AgendaSession {
  const same = (["date", "place"] as const).filter((key) => a[key] === b[key]);
  const names = new Set(b.conveners.map(({ name }) => name));
  return {
    title: a.title,
    conveners: a.conveners.filter(({ name }) => names.has(name)),
    ...Object.fromEntries(same.flatMap((key) => (a[key] === undefined ? [] : [[key, a[key]]]))),
  };
}

function entryOf(item: PageElement, { date, session }: Parent, context: PageContext): readonly AgendaEntry[] {
  const title = titleOf(item);
  if (title === "") return [];
  const timed = {
    title,
    ...(session && { session: session.title }),
    ...(date !== undefined && { date }),
    ...timesOf(item),
    ...placeOf(item, undefined, session?.place),
  };
  if (item.classes.has("timetable-break")) return [{ kind: "break", ...timed }];
  return [{ kind: "contribution", ...timed, ...detailsOf(item, context), parts: partsOf(item, context) }];
}

function partsOf(item: PageElement, context: PageContext): readonly AgendaPart[] {
  return findAll(item, hasClass("timetable-subcontrib")).flatMap((part) => {
    const title = titleOf(part);
    const { duration } = timesOf(part);
    if (title === "") return [];
    return [{ title, ...(duration !== undefined && { duration }), ...detailsOf(part, context) }];
  });
}

/** Speakers, material, abstract and address of an item, without those of the items in it. */
function detailsOf(
  item: PageElement,
  context: PageContext,
): Pick<AgendaContribution, "speakers" | "links" | "url" | "abstract"> {
  const speakers: readonly Person[] = personsIn(ownElement(item, "speaker-list"));
  const description = ownElement(item, "item-description");
  const text = textOf(description);
  const abstract = description && text !== "" ? context.markdownOf(description) : "";
  const links = materialIn(item, context.addresses);
  const url = addressOf(item, context.addresses);
  return { speakers, links, ...(url !== undefined && { url }), ...(abstract !== "" && { abstract }) };
}

/** The first element of a class that is not in another item. */
function ownElement(item: PageElement, name: string): PageElement | undefined {
  return findAll(item, (element) => element.classes.has(name) || isItem(element)).find(
    (element) => !isItem(element),
  );
}

/** Files and links, with their titles; those in a folder keep the title of the file. */
function materialIn(item: PageElement, addresses: PageAddresses): readonly AgendaLink[] {
  const found = findAll(item, (element) => isItem(element) || element.classes.has("attachment"));
  return found.flatMap((element) => {
    const url = isItem(element) ? undefined : addresses.resolve(element.attributes.get("href"));
    const title = singleLineLabel(textOf(element) || (element.attributes.get("title") ?? ""));
    return url === undefined ? [] : [{ title: title === "" ? url : title, url }];
  });
}

/** The address of the contribution, if a link in the item leads to it or to something below it. */
function addressOf(item: PageElement, addresses: PageAddresses): string | undefined {
  const isLink = ({ attributes }: PageElement): boolean =>
    contributionPath.test(attributes.get("href") ?? attributes.get("data-href") ?? "");
  const found = findAll(item, (element) => isItem(element) || isLink(element)).find(
    (element) => !isItem(element),
  );
  const path =
    found &&
    contributionPath.exec(found.attributes.get("href") ?? found.attributes.get("data-href") ?? "")?.[0];
  const url = addresses.resolve(path);
  return url?.startsWith("https:") === true ? url : undefined;
}

export const contributionPath = /^[^?#]{0,300}\/event\/[\w.-]{1,60}\/contributions\/\d{1,12}\//;

function titleOf(item: PageElement): string {
  const title = ownElement(item, "timetable-title");
  return singleLineLabel(textOf(title).replace(/\s?¶$/, ""));
}

function timesOf(item: PageElement): { readonly start?: number; readonly duration?: number } {
  const start = minuteIn(ownElement(item, "start-time"));
  const end = minuteIn(ownElement(item, "end-time"));
  const written = durationIn(
    textOf(ownElement(item, "timetable-duration")).replace(/^(\d+)h (\d+)m$/, "$1h$2"),
  );
  const until = start !== undefined && end !== undefined ? (end - start + 1440) % 1440 : undefined;
  const duration = written ?? (until === 0 ? undefined : until);
  return { ...(start !== undefined && { start }), ...(duration !== undefined && { duration }) };
}

function minuteIn(element: PageElement | undefined): number | undefined {
  const [reading, other] = timeAtStart(textOf(element))?.time.starts ?? [];
  // `3:00` on a page is in the morning
  return other?.start ?? reading?.start;
}

/** @param around of the meeting @param inherited of the session, if the item has none */
function placeOf(
  item: PageElement,
  around: string | undefined,
  inherited?: string,
): { readonly place?: string } {
  const room = singleLineLabel(
    textOf(findFirst(ownElement(item, "item-location") ?? { ...item, children: [] }, hasClass("text"))),
  );
  const isSame = room === around || around?.startsWith(`${room} (`) === true;
  if (room === "") return inherited === undefined ? {} : { place: inherited };
  return isSame ? {} : { place: room };
}
