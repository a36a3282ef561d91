/** Reads an agenda as people write it in mails, wikis and documents. */

import type { Person } from "../../document/persons";
import { singleLineLabel } from "../../text/singleLineLabel";
import { placeNames } from "../../time/zoneNames";
import type { Agenda, AgendaEntry, AgendaLink, AgendaMeeting, AgendaReading, AgendaSession } from "../agenda";
import { maxProseText } from "../agendaLimits";
import { distinctLinks } from "../distinct";
import { type AgendaLine, agendaLines } from "../lines/agendaLines";
import { tableRows } from "../lines/agendaTables";
import type { TextHabits } from "../lines/entryText";
import { readPeople } from "../lines/readPeople";
import { sourceLines, withoutQuotes } from "../lines/sourceLines";
import type { BuiltAgenda, BuiltEntry, BuiltPart, BuiltSession } from "./agendaBuilder";
import { buildAgenda } from "./buildAgenda";
import { groupSessions } from "./groupSessions";
import { indicoText } from "./indicoText";
import { isAgenda, isOtherFormat } from "./isAgenda";
import { moveSpeakersFirst } from "./speakerFirst";
import { dateOfHead } from "./yearOfText";

export interface TextOptions {
  /** ISO 8601; completes a date without a year */
  readonly today?: string;
}

const notAnAgenda =
  "The text is not an agenda: it has no list of titles with times, or below the word “Agenda”.";

export function agendaOfText(text: string, { today }: TextOptions = {}): AgendaReading {
  if (text.length > maxProseText)
    return {
      problem: `The text is too long to be read as an agenda: the limit is ${maxProseText / 1_000_000} million characters.`,
    };
  const own = withoutQuotes(text);
  const reading = own === undefined ? undefined : agendaOfLines(own, today);
  return reading && "agenda" in reading ? reading : agendaOfLines(text, today);
}

function agendaOfLines(text: string, today: string | undefined): AgendaReading {
  const source = sourceLines(text);
  const page = indicoText(source.lines, today);
  const lines = agendaLines(page ? page.head : source.lines);
  if (isOtherFormat(lines)) return { problem: notAnAgenda };
  const habits = habitsOf(lines);
  const written = dateOfHead(lines, source.subject);
  const day = written ?? today;
  const rows = page ? new Map<number, undefined>() : tableRows(source.lines, habits, day);
  const { subject } = source;
  const built = buildAgenda({
    ...{ lines, rows, subject, habits, today: day, isYearWritten: written !== undefined },
  });
  if (page) {
    built.entries = page.entries;
    extendToLastDay(built);
  } else if (!isAgenda(built, lines)) return { problem: notAnAgenda };
  built.entries = withoutEnds(built.entries);
  groupSessions(built, areDurationsWritten(built.entries));
  if (!page) moveSpeakersFirst(built.entries, habits.words);
  return { agenda: asAgenda(built) };
}

/** `End`, `Close of the meeting`, `Adjourn` */
const endTitle =
  /^(?:end|close|finish|adjourn(?:ed|ment)?|ende|fin|fine)(?: of (?:the )?(?:meeting|day|session|workshop|call))?[.!]?$/i;

/** The entries without those that say only when the one above ends. */
function withoutEnds(entries: readonly BuiltEntry[]): BuiltEntry[] {
  const isEnd = ({ title, speakers }: BuiltEntry): boolean => speakers.length === 0 && endTitle.test(title);
  for (const [at, entry] of entries.entries()) {
    const { start, date } = entry;
    const above = entries[at - 1];
    if (!above || !isEnd(entry) || above.duration !== undefined || above.date !== date) continue;
    if (start !== undefined && above.start !== undefined && above.start < start)
      above.duration = start - above.start;
  }
  return entries.filter((entry) => !isEnd(entry));
}

/** The head of a copied page may have the first day alone. */
function extendToLastDay({ head, entries }: BuiltAgenda): void {
  const last = entries.at(-1)?.date;
  if (head.date !== undefined && last !== undefined && last > (head.endDate ?? head.date))
    head.endDate = last;
}

/** On a page of Indico, every contribution has its duration beside its end. */
function areDurationsWritten(entries: readonly BuiltEntry[]): boolean {
  const ended = entries.filter(({ hasEnd }) => hasEnd);
  return (
    ended.length > 0 && entries.filter(({ hasOwnDuration }) => hasOwnDuration).length > entries.length * 0.6
  );
}

/** Maximum number of different words that are remembered. */
const maxWords = 50_000;

function habitsOf(lines: readonly AgendaLine[]): TextHabits {
  const lowerCase = new Set<string>();
  const places = placeNames();
  const words = {
    isCommon: (word: string) => lowerCase.has(word),
    isPlace: (name: string) => places.has(name),
  };
  let [names, durations] = [0, 0];
  for (const { text } of lines) {
    if (text.length > 500) continue;
    if (lowerCase.size < maxWords)
      for (const [word] of text.matchAll(/(?<![\p{L}\d@/._-])\p{Ll}\p{L}{2,}(?![@/_])/gu))
        lowerCase.add(word);
    const [, inner = ""] = /[([]([^()[\]]{2,60})[)\]]$/.exec(text) ?? [];
    if (/^\d{1,3}$/.test(inner) || /^\d{1,3}\s?\+\s?\d{1,3}$/.test(inner)) durations++;
    else if ((readPeople(inner, words)?.certainty ?? 0) >= 2) names++;
    if (/[([]\d[)\]]$/.test(text)) durations++;
  }
  return {
    words,
    hasNamesInBrackets: names >= 2,
    hasBareDurations: durations >= 2,
  };
}

function asAgenda({ head, sessions, entries, isYearGuessed, isYearMissing }: BuiltAgenda): Agenda {
  const remarks = [
    ...(isYearGuessed ? ["The year of the date is not written in the text."] : []),
    ...(isYearMissing ? ["A date without a year is left out."] : []),
  ];
  const written = sessions.map((session) => sessionOf(session, head.date));
  const dates = new Map(written.map(({ title, date }) => [title, date]));
  const places = new Map(written.map(({ title, place }) => [title, place]));
  const all = entries.map((entry) => withoutPlaceOf(entryOf(entry, head.date, dates), places, head.place));
  return {
    meeting: meetingOf(head),
    sessions: written,
    entries: sorted(all, dates, head.date),
    remarks,
    isPartial: true,
  };
}

function sessionOf({ date, ...session }: BuiltSession, meetingDate: string | undefined): AgendaSession {
  return {
    ...session,
    title: label(session.title),
    conveners: peopleOf(session.conveners),
    ...(date !== undefined && date !== meetingDate && { date }),
  };
}

function meetingOf({ title, links, chairs, endDate, ...head }: BuiltAgenda["head"]): AgendaMeeting {
  const name = title === undefined ? "" : label(title);
  return {
    ...(name !== "" && { title: name }),
    ...head,
    ...(endDate !== undefined && endDate !== head.date && { endDate }),
    chairs: peopleOf(chairs),
    links: linksOf(links),
  };
}

function entryOf(
  entry: BuiltEntry,
  meetingDate: string | undefined,
  sessionDates: ReadonlyMap<string, string | undefined>,
): AgendaEntry {
  const session = entry.session === undefined ? undefined : label(entry.session);
  const ofSession = (session === undefined ? undefined : sessionDates.get(session)) ?? meetingDate;
  const { start, duration, date } = entry;
  const timed = {
    title: label(entry.title),
    ...(session !== undefined && { session }),
    ...(date !== undefined && date !== ofSession && { date }),
    ...(start !== undefined && { start }),
    ...(duration !== undefined && duration > 0 && { duration }),
    ...(entry.place !== undefined && { place: label(entry.place) }),
  };
  if (entry.isBreak) return { kind: "break", ...timed };
  const abstract = entry.abstract.join("\n").trim();
  return {
    kind: "contribution",
    ...timed,
    speakers: peopleOf([...entry.speakers, ...entry.chairs]),
    ...(entry.url !== undefined && { url: entry.url }),
    links: linksOf(entry.links),
    ...(abstract !== "" && { abstract }),
    parts: entry.parts.map(partOf),
  };
}

/** An entry has a place only where it is not that of its session or the meeting. */
function withoutPlaceOf(
  entry: AgendaEntry,
  places: ReadonlyMap<string, string | undefined>,
  ofMeeting: string | undefined,
): AgendaEntry {
  const { place, ...rest } = entry;
  const around = (entry.session === undefined ? undefined : places.get(entry.session)) ?? ofMeeting;
  return place === undefined || place === around || around?.startsWith(`${place} (`) === true ? rest : entry;
}

function partOf({
  title,
  speakers,
  links,
  duration,
  url,
}: BuiltPart): Extract<AgendaEntry, { kind: "contribution" }>["parts"][number] {
  return {
    title: label(title),
    speakers: peopleOf(speakers),
    links: linksOf(links),
    ...(duration !== undefined && { duration }),
    ...(url !== undefined && { url }),
  };
}

function peopleOf(people: readonly Person[]): readonly Person[] {
  return people.map(({ name, affiliation }) => ({
    name: label(name),
    ...(affiliation !== undefined && { affiliation: label(affiliation) }),
  }));
}

function linksOf(links: readonly AgendaLink[]): readonly AgendaLink[] {
  const written = links.slice(0, maxEntryLinks);
  return distinctLinks(
    written.map(({ title, url }) => ({ title: label(title), url: url.replace(/(?<![.,;])[.,;]+$/, "") })),
  );
}

function label(text: string): string {
  return singleLineLabel(text);
}

/** Maximum number of links of one entry. */
const maxEntryLinks = 100;

/** By day; the entries of one day stay in the order of the text. */
function sorted(
  entries: readonly AgendaEntry[],
  sessionDates: ReadonlyMap<string, string | undefined>,
  meetingDate: string | undefined,
): readonly AgendaEntry[] {
  const dayOf = ({ date, session }: AgendaEntry): string =>
    date ?? (session === undefined ? undefined : sessionDates.get(session)) ?? meetingDate ?? "";
  return entries.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}
