/** The agenda without the values that a contributions file has no place for. */
import type { Person } from "../document/persons";
import { isBreakTitle } from "../text/breakTitle";
import { hiddenCharacters } from "../text/characters";
import { isNoneWord, isPlaceholder, isPlaceholderAmongValues } from "../text/placeholderWord";
import { singleLineLabel } from "../text/singleLineLabel";
import { isCalendarDate } from "../time/calendarDate";
import { minutesOfDay } from "../time/timeOfDay";
import type {
  Agenda,
  AgendaContribution,
  AgendaEntry,
  AgendaLink,
  AgendaMeeting,
  AgendaPart,
  AgendaSession,
} from "./agenda";

const untitled = "Untitled";

/**
 * Leaves out what the schema does not allow, words such as `TBA` instead of names, and empty values. An entry such as
 * `Coffee break`, without speakers, slides and text, is a break.
 */
export function validAgenda(agenda: Agenda): Agenda {
  return {
    meeting: validMeeting(agenda.meeting),
    sessions: agenda.sessions.filter(({ title }) => isSessionTitle(title)).map(validSession),
    entries: agenda.entries.map(validEntry),
    remarks: agenda.remarks,
    ...(agenda.isPartial && { isPartial: true }),
    ...(agenda.completeLists && { completeLists: agenda.completeLists }),
  };
}

function validMeeting(meeting: AgendaMeeting): AgendaMeeting {
  const date = dateIn(meeting.date);
  const endDate = dateIn(meeting.endDate);
  const next = dateIn(meeting.nextMeeting);
  const title = singleLineLabel(meeting.title ?? "");
  const { timezone } = meeting;
  return {
    ...(title !== "" && meeting.title !== undefined && { title: meeting.title }),
    ...(date !== undefined && { date }),
    ...(date !== undefined && endDate !== undefined && date < endDate && { endDate }),
    chairs: validPersons(meeting.chairs),
    ...validPlace(meeting),
    ...(timezone !== undefined && timezonePattern.test(timezone) && { timezone }),
    ...validUrl(meeting),
    links: validLinks(meeting.links),
    ...(next !== undefined && (date === undefined || date < next) && { nextMeeting: next }),
    ...validMarkdown("context", meeting.context),
  };
}

/** As in the schema. */
const timezonePattern = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[\w+-]+)+)$/;

function validSession(session: AgendaSession): AgendaSession {
  return {
    title: session.title,
    ...validTimes(session),
    ...validPlace(session),
    conveners: validPersons(session.conveners),
    ...validUrl(session),
    ...(session.isComplete && { isComplete: true }),
  };
}

function validEntry(entry: AgendaEntry): AgendaEntry {
  const { session } = entry;
  const timed = {
    title: titleOf(entry.title),
    ...(session !== undefined && isSessionTitle(session) && { session }),
    ...validTimes(entry),
    ...validPlace(entry),
  };
  if (entry.kind === "break") return { kind: "break", ...timed };
  const contribution: AgendaContribution = {
    kind: "contribution",
    ...timed,
    speakers: validPersons(entry.speakers),
    ...validUrl(entry),
    links: validLinks(entry.links),
    ...validMarkdown("abstract", entry.abstract),
    parts: entry.parts.map(validPart),
  };
  return isBreak(contribution) ? { kind: "break", ...timed } : contribution;
}

function isBreak({ title, speakers, links, abstract, parts }: AgendaContribution): boolean {
  const isBare = speakers.length === 0 && links.length === 0 && parts.length === 0 && abstract === undefined;
  return isBare && isBreakTitle(title);
}

function validPart(part: AgendaPart): AgendaPart {
  const { duration } = validTimes(part);
  return {
    title: titleOf(part.title),
    speakers: validPersons(part.speakers),
    ...(duration !== undefined && { duration }),
    ...validUrl(part),
    links: validLinks(part.links),
    ...validMarkdown("abstract", part.abstract),
  };
}

function titleOf(title: string): string {
  return singleLineLabel(title) === "" ? untitled : title;
}

function isSessionTitle(title: string): boolean {
  return singleLineLabel(title) !== "" && !isNoneWord(title);
}

interface Times {
  readonly date?: string | undefined;
  readonly start?: number | undefined;
  readonly duration?: number | undefined;
}

function validTimes({ date: written, start, duration }: Times): {
  readonly date?: string;
  readonly start?: number;
  readonly duration?: number;
} {
  const date = dateIn(written);
  const isStart = start !== undefined && Number.isInteger(start) && start >= 0 && start < minutesOfDay;
  const isDuration = duration !== undefined && duration > 0 && duration <= minutesOfDay;
  return {
    ...(date !== undefined && { date }),
    ...(isStart && { start }),
    ...(isDuration && { duration }),
  };
}

function dateIn(date: string | undefined): string | undefined {
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

function validPlace({ place }: { readonly place?: string }): { readonly place?: string } {
  return place !== undefined && singleLineLabel(place) !== "" && !isNoneWord(place) ? { place } : {};
}

function validUrl({ url }: { readonly url?: string }): { readonly url?: string } {
  return url !== undefined && isAddress(url) ? { url } : {};
}

function isAddress(url: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/u.test(url);
}

function validLinks(links: readonly AgendaLink[]): readonly AgendaLink[] {
  return links
    .filter(({ url }) => isAddress(url))
    .map(({ title, url }) => ({ title: singleLineLabel(title) === "" ? "Link" : title, url }));
}

function validPersons(persons: readonly Person[]): readonly Person[] {
  return persons
    .filter(({ name }) => singleLineLabel(name) !== "" && !isPlaceholder(name))
    .map(({ name, affiliation }) => ({
      name,
      ...(affiliation !== undefined &&
        singleLineLabel(affiliation) !== "" &&
        !isPlaceholder(affiliation) && { affiliation }),
    }));
}

/** With LF as line end, without blank lines around it. */
function validMarkdown<Key extends string>(
  key: Key,
  text: string | undefined,
): { readonly [name in Key]?: string } {
  const visible = (text ?? "").replaceAll(hiddenCharacters, "");
  const lines = visible.replaceAll("\r\n", "\n").trimEnd().split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const markdown = first < 0 ? "" : lines.slice(first).join("\n");
  const isMissing = markdown === "" || isPlaceholderAmongValues(markdown);
  return (isMissing ? {} : { [key]: markdown }) as { readonly [name in Key]?: string };
}
