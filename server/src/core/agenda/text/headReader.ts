/** The head of an agenda: title, date, place, time zone, chairs and links. */
import { addressFrom } from "../../text/linkText";
import { addressesIn } from "../lines/addressesIn";
import type { AgendaLine } from "../lines/agendaLines";
import { lastSegment } from "../lines/entryText";
import {
  headDate,
  isAddressed,
  isAgendaLabel,
  isBareLabel,
  isDayRest,
  isGreeting,
  isPlaceText,
  isProse,
  placeBesideAddress,
  withoutZone,
  zoneIn,
} from "../lines/headLine";
import { namedLink } from "../lines/namedLink";
import { readNamedPeople } from "../lines/readPeople";
import type { BuildState } from "./buildState";

/** Maximum number of lines above the entries that are read, and of names of time zones. */
const maxHeadLines = 300;
const maxZoneReads = 50;

export class HeadReader {
  readonly #state: BuildState;
  #zoneReads = 0;
  #headLines = 0;
  /** the line with the next meeting above the entries */
  #announced: string | undefined;

  constructor(state: BuildState) {
    this.#state = state;
  }

  readZone(text: string): void {
    if (this.#state.agenda.head.timezone !== undefined || this.#zoneReads++ > maxZoneReads) return;
    const zone = zoneIn(text, this.#state.agenda.head.date);
    if (zone !== undefined) this.#state.agenda.head.timezone = zone;
  }

  readHeadDate(text: string): boolean {
    const date = headDate(text, this.#state.input.today);
    this.readZone(text);
    if (!date) return false;
    const { head } = this.#state.agenda;
    this.noteYear(date);
    if (head.date === undefined && date.date !== undefined) {
      head.date = date.date;
      const later = headDate(date.after, this.#state.input.today)?.date;
      const end = date.endDate ?? (later !== undefined && later > date.date ? later : undefined);
      if (end !== undefined) head.endDate = end;
    }
    return true;
  }

  /** A day without a year is after the meeting. The next meeting of a head without another date is the one of the agenda. */
  readNextMeeting(text: string): void {
    const { input, agenda, hasEntries } = this.#state;
    const date = headDate(text, agenda.head.date ?? input.today);
    if (!date) return;
    this.noteYear(date);
    if (date.date === undefined) return;
    agenda.head.nextMeeting ??= date.date;
    if (!hasEntries) this.#announced ??= text;
  }

  /** Takes the next meeting above the entries for the meeting, if the text has no other date. */
  finish(): void {
    const { head } = this.#state.agenda;
    if (this.#announced === undefined || head.date !== undefined) return;
    delete head.nextMeeting;
    this.readHeadDate(this.#announced);
  }

  noteYear({ date, isYearGuessed }: { readonly date?: string; readonly isYearGuessed: boolean }): void {
    this.#state.agenda.isYearMissing ||= date === undefined;
    this.#state.agenda.isYearGuessed ||=
      isYearGuessed && date !== undefined && !this.#state.input.isYearWritten;
  }

  addLink({ name, value }: { readonly name: string; readonly value: string }): void {
    const [url] = addressesIn(value);
    if (url === undefined) return;
    const { head } = this.#state.agenda;
    if (isEventAddress(url) && head.url === undefined) head.url = url;
    else head.links.push({ title: name === "" ? lastSegment(url) : name, url });
  }

  /** @param text with the addresses of the conference beside the place */
  addAddresses(text: string): void {
    for (const url of addressesIn(text)) this.addLink({ name: linkName(url), value: url });
  }

  addHead(line: AgendaLine): void {
    if (this.#headLines++ > maxHeadLines) return;
    const { head } = this.#state.agenda;
    const text = line.body;
    this.#state.agenda.hasLabel ||= isAgendaLabel(text);
    const isAfterDate = this.#state.isAfterDate;
    const hasPlaceAlone = text.includes("://") && headDate(text, this.#state.input.today) === undefined;
    const place = hasPlaceAlone ? placeBesideAddress(text) : undefined;
    if (place !== undefined) {
      head.place ??= place;
      this.addAddresses(text);
      return;
    }
    const named = namedLink(text);
    if (named && !(isEventAddress(named.url) && this.#state.agenda.head.url === undefined)) {
      this.addLink({ name: named.title, value: named.url });
      return;
    }
    const address = addressFrom(text) ?? addressesIn(text)[0];
    if (address !== undefined) this.addLink({ name: linkName(address), value: address });
    const words = address === undefined ? text : text.replace(/[<(]?https?:\/\/[^\s|]+[>)]?/, "");
    const hasDate = this.readHeadDate(words);
    if (hasDate) this.#state.isAfterDate = true;
    if (isGreeting(text) || text.endsWith(":") || isBareLabel(text) || address === text) return;
    const date = hasDate ? headDate(words, this.#state.input.today) : undefined;
    if (date) this.#addBesideDate(words, date.before.trim(), date.rest);
    else if (isProse(text)) return;
    else if (isAfterDate && head.place === undefined && isPlaceText(text)) head.place = text;
    else if (isAfterDate && head.place !== undefined) this.#addPeopleOfHead(text);
    else if (line.bullet === undefined && line.text.length <= 150 && (line.isHeading || !isAddressed(text)))
      head.title ??= text;
  }

  /** Words in the line of the date: a title before it, a place after it. */
  #addBesideDate(text: string, before: string, rest: string): void {
    const { head } = this.#state.agenda;
    const others = withoutZone(rest)
      .split(/\s[|–—-]\s|,\s|\s\|/)
      // bounded: 1000 characters (maxAgendaLine, two lines of one title)
      .map((part) => part.replace(/^[\s,;|:(–—-]+|[\s,;|:)–—-]+$/g, ""))
      .filter(
        (part) =>
          /\p{L}{2}|\d/u.test(part) &&
          !isBareLabel(part) &&
          !isDayRest(part) &&
          !/^(?:(?:geneva|local|cern) )?time$/i.test(part),
      );
    if (others.length === 0 || isProse(text)) return;
    const hasTitleBefore = /\p{L}{3}/u.test(before) && !isBareLabel(before) && !isDayRest(before);
    if (hasTitleBefore && !/^\p{L}+:$/u.test(before)) head.title ??= text;
    else if (!hasTitleBefore && others.every((part) => part.length <= 80) && others.some(isPlaceText))
      head.place ??= others.join(", ");
  }

  #addPeopleOfHead(text: string): void {
    const people = readNamedPeople(text) ?? [];
    const areFull = people.every(({ name }) => name.includes(" "));
    if (areFull && people.some(({ affiliation }) => affiliation !== undefined))
      this.#state.agenda.head.chairs.push(...people);
  }
}

/** True for the page of an event of an Indico, which may be installed below a path; not for its files and contributions. */
function isEventAddress(url: string): boolean {
  if (!url.startsWith("https:") || !URL.canParse(url)) return false;
  const path = new URL(url).pathname.replace(/\/(?:timetable|overview)?\/?$/, "");
  return /^(?:(?:\/[^/]+)*\/event\/\d+|\/(?:e|event)\/[\w-]+)$/.test(path);
}

function linkName(url: string): string {
  const host = url.replace(/^https?:\/\//, "").split("/")[0] ?? "";
  if (/(?:^|\.)zoom\.us$/.test(host)) return "Zoom";
  return lastSegment(url);
}
