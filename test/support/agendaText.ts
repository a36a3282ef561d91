/** Agendas as lines that are easy to compare, with all of their values; and what holds for each agenda. */
import { expect } from "vitest";
import type {
  Agenda,
  AgendaEntry,
  AgendaLink,
  AgendaPart,
  AgendaReading,
  AgendaSession,
} from "../../server/src/core/agenda/agenda";
import type { Person } from "../../server/src/core/document/persons";
import { isCalendarDate } from "../../server/src/core/time/calendarDate";
import { timeOfDay } from "../../server/src/core/time/timeOfDay";
import { isTimeZone } from "../../server/src/core/time/timeZone";

/** The agenda of a reading without a problem. */
export function agendaIn(reading: AgendaReading): Agenda {
  if ("problem" in reading) throw new Error(reading.problem);
  expectValidAgenda(reading.agenda);
  return reading.agenda;
}

export function problemIn(reading: AgendaReading): string | undefined {
  return "problem" in reading ? reading.problem : undefined;
}

export function agendaText({ meeting, sessions, entries, remarks }: Agenda): string {
  const { title, date, endDate, place, timezone, url, chairs, links, context } = meeting;
  const days = endDate === undefined ? date : `${date} to ${endDate}`;
  return [
    [title, days, place, timezone].filter((part) => part !== undefined).join(" | "),
    url ?? [],
    chairs.length > 0 ? `chairs: ${persons(chairs)}` : [],
    ...links.map(linkLine),
    context === undefined ? [] : quoted(context),
    ...sessions.map(sessionLine),
    ...entries.flatMap(entryLines),
    ...remarks.map((remark) => `remark: ${remark}`),
  ]
    .flat()
    .join("\n");
}

function sessionLine(session: AgendaSession): string {
  const { title, conveners, url } = session;
  return joined(`[${title}]`, when(session), conveners.length > 0 && `by ${persons(conveners)}`, url);
}

function entryLines(entry: AgendaEntry): readonly string[] {
  const { title, session } = entry;
  const head = [when(entry), session !== undefined && `[${session}]`] as const;
  if (entry.kind === "break") return [joined(...head, `-- ${title}`)];
  const { speakers, url, links, abstract, parts } = entry;
  return [
    joined(...head, title, speakers.length > 0 && `by ${persons(speakers)}`, url),
    ...links.map(linkLine),
    ...(abstract === undefined ? [] : quoted(abstract)),
    ...parts.flatMap(partLines),
  ];
}

function partLines({ title, speakers, duration, url, links, abstract }: AgendaPart): readonly string[] {
  const time = duration !== undefined && `+${duration}`;
  return [
    `  * ${joined(time, title, speakers.length > 0 && `by ${persons(speakers)}`, url)}`,
    ...links.map((link) => `  ${linkLine(link)}`),
    ...(abstract === undefined ? [] : quoted(abstract)),
  ];
}

function when({
  date,
  start,
  duration,
  place,
}: Pick<AgendaSession, "date" | "start" | "duration" | "place">): string {
  return joined(
    date,
    start !== undefined && timeOfDay(start),
    duration !== undefined && `+${duration}`,
    place !== undefined && `@ ${place} |`,
  );
}

function linkLine({ title, url }: AgendaLink): string {
  return `  - ${title}: ${url}`;
}

function quoted(markdown: string): readonly string[] {
  return markdown.split("\n").map((line) => `  > ${line}`.trimEnd());
}

function persons(list: readonly Person[]): string {
  return list
    .map(({ name, affiliation }) => (affiliation === undefined ? name : `${name} (${affiliation})`))
    .join("; ");
}

function joined(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== "").join(" ");
}

/** What the types of an agenda say in comments. */
export function expectValidAgenda({ meeting, sessions, entries, remarks, isPartial }: Agenda): void {
  const contributions = entries.filter((entry) => entry.kind === "contribution");
  const parts = contributions.flatMap((entry) => entry.parts);
  const timed = [...sessions, ...entries];
  const links = [meeting, ...contributions, ...parts].flatMap((item) => item.links);
  const people = [
    meeting.chairs,
    ...sessions.map(({ conveners }) => conveners),
    ...[...contributions, ...parts].map(({ speakers }) => speakers),
  ].flat();
  const lines = [
    meeting.title,
    meeting.place,
    ...[...timed, ...parts].map(({ title }) => title),
    ...timed.map(({ place }) => place),
    ...entries.map(({ session }) => session),
    ...people.flatMap(({ name, affiliation }) => [name, affiliation]),
    ...links.map(({ title }) => title),
    ...remarks,
  ];
  expect(lines.filter((line) => line !== undefined && !isLine(line))).toEqual([]);
  const dates = [meeting.date, meeting.endDate, ...timed.map(({ date }) => date)];
  expect(dates.filter((date) => date !== undefined && !isCalendarDate(date))).toEqual([]);
  expect(timed.filter(({ start }) => start !== undefined && !isMinute(start, 0, 1439))).toEqual([]);
  const durations = [...timed, ...parts].map(({ duration }) => duration);
  expect(durations.filter((duration) => duration !== undefined && !isMinute(duration, 1, 1440))).toEqual([]);
  const pages = [meeting, ...sessions, ...contributions, ...parts].flatMap(({ url }) => url ?? []);
  expect(
    pages.filter((page) => !/^(?:https:\/\/|http:\/\/(?:localhost|127\.|\[::1\]))\S+$/.test(page)),
  ).toEqual([]);
  expect(links.filter(({ url }) => !/^https?:\/\/\S+$/.test(url))).toEqual([]);
  if (meeting.timezone !== undefined) expect(isTimeZone(meeting.timezone)).toBe(true);
  if (meeting.endDate !== undefined) expect(meeting.endDate > (meeting.date ?? "")).toBe(true);
  const titles = sessions.map(({ title }) => title.toLowerCase());
  expect(new Set(titles).size).toBe(titles.length);
  const unknown = entries.filter(
    ({ session }) => session !== undefined && !titles.includes(session.toLowerCase()),
  );
  expect(unknown).toEqual([]);
  // a text keeps its order
  const unsorted = isPartial ? -1 : entries.findIndex(({ start }) => start === undefined);
  if (unsorted >= 0) expect(entries.slice(unsorted).every(({ start }) => start === undefined)).toBe(true);
}

function isLine(text: string): boolean {
  return text !== "" && text === text.trim() && !/\p{Cc}/u.test(text);
}

function isMinute(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
