/** The pages of a conference of Indico: one day of its timetable, and the list of contributions. */
import { singleLineLabel } from "../../text/singleLineLabel";
import { isCalendarDate } from "../../time/calendarDate";
import { readDates } from "../../time/readDates";
import type { AgendaContribution, AgendaEntry, AgendaSession } from "../agenda";
import { timeAtStart } from "../lines/lineTime";
import { readNamedPeople } from "../lines/readPeople";
import { isInheritedPlace } from "../place";
import { contributionPath, type PageContext, type Timetable } from "./indicoMeetingPage";
import { personsIn } from "./pagePersons";
import { findAll, findFirst, hasClass, type PageElement, textOf } from "./pageTree";

interface Days {
  /** ISO 8601 */
  readonly date?: string;
  readonly endDate?: string;
}

export function isConferencePage(page: PageElement): boolean {
  return (
    findFirst(page, ({ classes }) => classes.has("timetableBlock") || classes.has("contribution-row")) !==
    undefined
  );
}

export function conferenceTimetable(page: PageElement, context: PageContext, days: Days): Timetable {
  const rows = findAll(page, hasClass("contribution-row"));
  if (rows.length > 0) return contributionList(rows, context, days);
  const date = shownDay(page, days);
  const blocks = findAll(page, hasClass("timetableBlock")).map((block) =>
    blockOf(block, date === days.date ? undefined : date, context),
  );
  return {
    sessions: uniqueSessions(blocks.flatMap(({ session }) => session ?? [])),
    entries: blocks.flatMap(({ entry }) => entry ?? []),
  };
}

/** `Mon 15/06`, the tab that is open; undefined for all days at once. */
function shownDay(page: PageElement, { date, endDate }: Days): string | undefined {
  const tab = textOf(findFirst(page, hasClass("ui-tabs-active")));
  const [, day = "", month = ""] = /(\d{1,2})\/(\d{1,2})$/.exec(tab) ?? [];
  const years = [date, endDate].map((text) => text?.slice(0, 4));
  return years
    .map((year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
    .find(isCalendarDate);
}

interface Block {
  readonly session?: AgendaSession;
  readonly entry?: AgendaEntry;
}

function blockOf(block: PageElement, date: string | undefined, context: PageContext): Block {
  const text = (name: string): string => singleLineLabel(textOf(findFirst(block, hasClass(name))));
  const title = text("timetableBlockTitle");
  if (title === "") return {};
  const [time] = timeAtStart(text("timetableBlockTime"))?.time.starts ?? [];
  const place = text("timetableBlockLocation");
  const timed = {
    title,
    ...(date !== undefined && { date }),
    ...(time && { start: time.start }),
    ...(time?.duration !== undefined && { duration: time.duration }),
    ...(place !== "" && !isInheritedPlace(place, context.place) && { place }),
  };
  const people = readNamedPeople(text("timetableBlockConvener") || text("timetableBlockPresenters")) ?? [];
  if (block.classes.has("timetableSession")) return { session: { ...timed, conveners: people } };
  if (block.classes.has("timetableBreak")) return { entry: { kind: "break", ...timed } };
  return { entry: { kind: "contribution", ...timed, speakers: people, links: [], parts: [] } };
}

function uniqueSessions(sessions: readonly AgendaSession[]): readonly AgendaSession[] {
  const titles = new Map(sessions.map((session) => [session.title, session]));
  const seen = new Set<string>();
  const repeated = new Set(
    sessions.flatMap(({ title }) => (seen.size === seen.add(title).size ? [title] : [])),
  );
  return [...titles.values()].map((session) =>
    repeated.has(session.title) ? { title: session.title, conveners: [] } : session,
  );
}

function contributionList(rows: readonly PageElement[], context: PageContext, days: Days): Timetable {
  const entries = rows.flatMap((row) => contributionOf(row, context, days));
  const titles = new Set(entries.flatMap(({ session }) => session ?? []));
  const dayOf = ({ date, start }: AgendaContribution): string =>
    start === undefined ? "~" : `${date ?? days.date ?? ""} ${String(start).padStart(4, "0")}`;
  return {
    sessions: [...titles].map((title) => ({ title, conveners: [] })),
    entries: entries.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
  };
}

function contributionOf(row: PageElement, context: PageContext, days: Days): readonly AgendaContribution[] {
  const heading = findFirst(row, hasClass("contrib-title"));
  const number = textOf(heading && findFirst(heading, hasClass("contrib-id")));
  const title = singleLineLabel(textOf(heading).slice(number.length));
  if (title === "") return [];
  const link =
    heading && findFirst(heading, ({ attributes }) => contributionPath.test(attributes.get("href") ?? ""));
  const url = context.addresses.resolve(link?.attributes.get("href"));
  const { date, start } = whenOf(textOf(findFirst(row, hasClass("contrib-time"))), days);
  const session = singleLineLabel(textOf(findFirst(row, hasClass("contrib-session"))));
  const place = singleLineLabel(textOf(findFirst(row, hasClass("contrib-location"))));
  const description = findFirst(row, hasClass("description"));
  const text = textOf(description);
  return [
    {
      ...{ kind: "contribution", title, links: [], parts: [] },
      speakers: personsIn(findFirst(row, hasClass("speaker-list"))),
      ...(session !== "" && { session }),
      ...(date !== undefined && date !== days.date && { date }),
      ...(start !== undefined && { start }),
      ...(place !== "" && !isInheritedPlace(place, context.place) && { place }),
      ...(url?.startsWith("https:") === true && { url }),
      ...(description && text !== "" && { abstract: context.markdownOf(description) }),
    },
  ];
}

/** `15/06/2026, 09:00` or `6/15/26, 9:00 AM`: of two readings the one within the days of the event. */
function whenOf(text: string, { date, endDate }: Days): { readonly date?: string; readonly start?: number } {
  const [, day = "", time = ""] = /^(\S[^,]{0,40}?),? (\d{1,2}[:.]\d{2}.*)$/.exec(text.slice(0, 100)) ?? [];
  const readings = readDates(day, date ?? "2000-01-01").map((reading) => reading.date);
  const within = readings.find(
    (reading) => date !== undefined && reading >= date && reading <= (endDate ?? date),
  );
  const monthFirst = /[ap]\.?\s?m/i.test(time) ? readings.at(-1) : readings[0];
  const chosen = within ?? monthFirst;
  const starts = timeAtStart(time)?.time.starts ?? [];
  const start = (starts[1] ?? starts[0])?.start;
  return { ...(chosen !== undefined && { date: chosen }), ...(start !== undefined && { start }) };
}
