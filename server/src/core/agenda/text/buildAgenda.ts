/** Reads the lines of a text one after another. */
import type { Person } from "../../document/persons";
import { addressFrom } from "../../text/linkText";
import { isCalendarDate } from "../../time/calendarDate";
import { type BuiltAgenda, type BuiltEntry, type BuiltSession, emptyEntry, setTime } from "./agendaBuilder";
import type { AgendaLine } from "./agendaLines";
import type { TableRow } from "./agendaTables";
import { isAgendaBreak, withoutBreakMarks } from "./breakTitles";
import { durationIn, type EntryText, lastSegment, readEntryText, type TextHabits } from "./entryText";
import {
  headDate,
  isAgendaLabel,
  isBareLabel,
  isClosing,
  isGreeting,
  isPlaceText,
  isProse,
  isZoneAlone,
  withoutZone,
  zoneIn,
} from "./headLine";
import type { LineTime } from "./lineTime";
import { readNamedPeople, readPeople } from "./readPeople";
import { maxAgendaLine } from "./textLimits";

export interface BuildInput {
  readonly lines: readonly AgendaLine[];
  readonly rows: ReadonlyMap<number, TableRow | undefined>;
  readonly subject: string | undefined;
  readonly habits: TextHabits;
  readonly today: string | undefined;
}

/** Maximum number of blank lines and labels between a heading of a session and its first entry. */
const maxAhead = 6;

/** Number of lines below a heading in which another one of its level makes both of them sessions. */
const maxTitleLines = 100;

/** Maximum number of lines above the entries that are read, and of names of time zones. */
const maxHeadLines = 300;
const maxZoneReads = 50;

/** Headings of lists that are no agenda. */
const otherList =
  /^(?:(?:list of )?(?:participants?|attendees|attendance|present|attending|apologies|invited|teilnehmer(?:innen)?|anwesend|présents?|excusés|partecipanti|presenti|asistentes|action items?|actions|minutes|notes|decisions|protokoll|compte[- ]rendu|verbale|background|abstract|registration|local information|scribe))\s?:?$/i;

const headingDuration = /\(\d{1,3}(?:\s?[-–]\s?\d{1,3})? ?(?:'|m|min|minutes|mins)\)/i;

const sessionWord =
  /^(?:(?:parallel |morning |afternoon )?session|sitzung|séance|sessione|sesión|track|block|bloc|part|partie|teil|topic|theme)\b/i;

export function buildAgenda(input: BuildInput): BuiltAgenda {
  const builder = new Builder(input);
  for (let at = 0; at < input.lines.length; at++) if (builder.read(at)) break;
  return builder.finished();
}

class Builder {
  readonly #input: BuildInput;
  readonly #isTimed: boolean;
  readonly #base: number;
  readonly #agenda: BuiltAgenda;
  #entry: BuiltEntry | undefined;
  #pending: { readonly time: LineTime; readonly indent: number } | undefined;
  #date: string | undefined;
  #session: BuiltSession | undefined;
  #isAfterBlank = true;
  #isAfterDate = false;
  #hasEntries = false;
  readonly #sessions = new Map<string, BuiltSession>();
  /** the level of headings that are entries: they have durations */
  #entryLevel: number | undefined;
  /** true below a heading such as `Participants` */
  #isSkipping = false;
  #zoneReads = 0;
  #headLines = 0;

  constructor(input: BuildInput) {
    this.#input = input;
    const timed = input.lines.filter(
      ({ time, body }, at) => time && !input.rows.has(at) && (body === "" || /\p{L}/u.test(body)),
    );
    const timedRows = [...input.rows.values()].filter((row) => row?.time);
    this.#isTimed = timed.length + timedRows.length >= 2;
    const timedHeadings = input.lines.filter(
      ({ isHeading, body }) => isHeading && headingDuration.test(body),
    );
    if (!this.#isTimed && timedHeadings.length >= 2) this.#entryLevel = timedHeadings[0]?.level;
    const bullets = input.lines.filter(({ bullet }) => bullet !== undefined).map(({ indent }) => indent);
    this.#base = bullets.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
    const head = { chairs: [], links: [], ...(input.subject !== undefined && { title: input.subject }) };
    this.#agenda = {
      head,
      sessions: [],
      entries: [],
      hasLabel: false,
      isYearGuessed: false,
      isYearMissing: false,
    };
    if (input.subject !== undefined) {
      this.#agenda.hasLabel = isAgendaLabel(input.subject);
      this.#readHeadDate(input.subject);
    }
  }

  finished(): BuiltAgenda {
    this.#freeLastBreak();
    return this.#agenda;
  }

  /** @returns true if nothing of the text after the line belongs to the agenda */
  read(at: number): boolean {
    const line = this.#input.lines[at];
    if (!line) return true;
    if (line.text === "") {
      this.#isAfterBlank = true;
      if (this.#entry && !this.#isTimed) this.#entry.abstract.push("");
      return false;
    }
    if (this.#hasEntries && isClosing(line)) return !this.#hasEntryBelow(at);
    this.#readLine(line, at);
    this.#isAfterBlank = false;
    return false;
  }

  /** Another mail with an agenda may follow, but one with more entries than a time in a sentence. */
  #hasEntryBelow(at: number): boolean {
    return (
      this.#agenda.entries.length < 2 &&
      this.#input.lines.slice(at + 1, at + 60).filter(({ time, bullet }) => time ?? bullet).length >= 2
    );
  }

  #readLine(line: AgendaLine, at: number): void {
    const { rows } = this.#input;
    if (this.#isOther(line)) return;
    if (rows.has(at)) this.#addRow(rows.get(at));
    else if (line.text.length > maxAgendaLine) this.#addText(line);
    else if (line.time && this.#isTimed) this.#addTimed(line, line.time);
    else if (this.#isDay(line)) this.#startDay(line);
    else if (line.label) this.#addLabel(line, line.label);
    else if (this.#pending) this.#addPending(line, this.#pending);
    else if (this.#isTitledDay(line)) this.#startTitledDay(line);
    else if (this.#entryLevel !== undefined && this.#isUntimedEntry(line)) this.#addUntimed(line);
    else if (this.#isSessionHeading(line, at)) this.#startSession(line);
    else if (this.#isUntimedEntry(line)) this.#addUntimed(line);
    else if (this.#isPart(line)) this.#addPart(line);
    else if (!this.#hasEntries) this.#addHead(line);
    else this.#addText(line);
  }

  /** True for a line of a list of participants and the like, which ends at the next heading or time. */
  #isOther(line: AgendaLine): boolean {
    const isTimed = line.time !== undefined && this.#isTimed;
    const words = line.body.replace(/\s?\(\d{1,4}\)/, "");
    if (
      line.bullet === undefined &&
      !isTimed &&
      !this.#pending &&
      (line.isHeading || line.text.length <= 40)
    ) {
      if (otherList.test(words)) this.#isSkipping = true;
      else if (line.isHeading || isAgendaLabel(line.body)) this.#isSkipping = false;
    }
    if (isTimed) this.#isSkipping = false;
    return this.#isSkipping;
  }

  // Entries

  #addTimed(line: AgendaLine, time: LineTime): void {
    this.#pending = undefined;
    // `16:00 CERN/10:00 EDT`, one time in several zones
    if (/^\(?\p{Lu}[\p{L} ]{1,20}\)?\s?[/,=(]\s?\d{1,2}[:.h]\d{2}/u.test(line.body)) return;
    if (isZoneAlone(line.body)) {
      this.#readZone(line.body);
      this.#pending = { time, indent: line.indent };
      return;
    }
    const duration = durationIn(line.body.replace(/^\((.*)\)$/, "$1"));
    if (line.body === "" || duration !== undefined) {
      const starts =
        duration === undefined ? time.starts : time.starts.map(({ start }) => ({ start, duration }));
      this.#pending = { time: { ...time, starts }, indent: line.indent };
    } else if (/\p{L}/u.test(line.body))
      this.#addEntry(line, readEntryText(line.body, this.#input.habits), time);
  }

  #addPending(
    line: AgendaLine,
    { time, indent }: { readonly time: LineTime; readonly indent: number },
  ): void {
    this.#pending = undefined;
    if (!/\p{L}/u.test(line.body)) return;
    this.#addEntry({ ...line, indent }, readEntryText(line.body, this.#input.habits), time);
  }

  #addUntimed(line: AgendaLine): void {
    const text = line.isHeading ? line.body.replace(/^\d{1,2}[.)]\s+/, "") : line.body;
    this.#addEntry(line, readEntryText(text, this.#input.habits), undefined);
  }

  #addEntry(line: AgendaLine, text: EntryText, time: LineTime | undefined): void {
    const entry = this.#newEntry(line.indent, withoutBreakMarks(text.title));
    if (time) setTime(entry, time, this.#previousStart());
    const inner = entry.title === text.title ? undefined : readEntryText(entry.title, this.#input.habits);
    this.#fill(entry, inner ?? text);
    entry.hasBullet = line.bullet !== undefined;
    this.#push(entry);
  }

  #newEntry(indent: number, title: string): BuiltEntry {
    const entry = emptyEntry(indent);
    entry.title = title;
    if (this.#session) entry.session = this.#session.title;
    if (this.#date !== undefined) entry.date = this.#date;
    return entry;
  }

  #fill(entry: BuiltEntry, text: EntryText): void {
    entry.title = text.title;
    entry.speakers.push(...text.speakers);
    entry.chairs.push(...text.chairs);
    entry.links.push(...text.links);
    entry.hasOwnDuration = text.duration !== undefined;
    if (text.duration !== undefined && entry.duration === undefined) entry.duration = text.duration;
    if (text.place !== undefined) entry.place = text.place;
    if (text.url !== undefined) entry.url = text.url;
    entry.isBreak = isAgendaBreak(text.title);
  }

  #push(entry: BuiltEntry): void {
    this.#agenda.entries.push(entry);
    this.#entry = entry;
    this.#hasEntries = true;
  }

  #addRow(row: TableRow | undefined): void {
    if (!row) return;
    const entry = this.#newEntry(0, row.title);
    if (row.date !== undefined) this.#setDay(row.date);
    if (this.#date !== undefined) entry.date = this.#date;
    if (row.session !== undefined) {
      this.#openSession(row.session);
      entry.session = row.session;
    }
    if (row.time) setTime(entry, row.time, this.#previousStart());
    if (row.duration !== undefined) entry.duration ??= row.duration;
    if (row.place !== undefined) entry.place = row.place;
    entry.speakers.push(...(row.speakers ?? []));
    entry.links.push(...row.links);
    if (row.abstract !== undefined) entry.abstract.push(row.abstract);
    entry.isBreak = isAgendaBreak(row.title);
    this.#push(entry);
  }

  #previousStart(): number | undefined {
    const last = this.#agenda.entries.at(-1);
    return last && last.date === this.#date ? last.start : undefined;
  }

  #isUntimedEntry(line: AgendaLine): boolean {
    if (!/\p{L}/u.test(line.body)) return false;
    if (this.#isTimed) {
      const isBeside =
        line.bullet !== undefined && this.#entry?.hasBullet === true && line.indent <= this.#entry.indent;
      const isLoneBreak =
        line.bullet === undefined &&
        this.#hasEntries &&
        isAgendaBreak(withoutBreakMarks(readEntryText(line.body, this.#input.habits).title));
      return isBeside || isLoneBreak;
    }
    if (this.#entryLevel !== undefined)
      return line.isHeading && line.level === this.#entryLevel && !isAgendaLabel(line.body);
    if (line.bullet !== undefined) return line.indent <= this.#base;
    const first = readEntryText(line.body, this.#input.habits);
    return first.duration !== undefined && !isProse(line.body) && (line.indent === 0 || !this.#entry);
  }

  // Parts and texts below an entry

  #isPart(line: AgendaLine): boolean {
    const entry = this.#entry;
    return (
      entry !== undefined &&
      line.bullet !== undefined &&
      (line.indent > entry.indent || !entry.hasBullet) &&
      !isProse(line.body)
    );
  }

  #addPart(line: AgendaLine): void {
    const entry = this.#entry;
    if (!entry) return;
    const people = readPeople(line.body, this.#input.habits.words);
    if (people && people.certainty === 3 && entry.speakers.length === 0 && entry.parts.length === 0) {
      entry.speakers.push(...people.people);
      return;
    }
    const { title, speakers, duration, url, links } = readEntryText(line.body, this.#input.habits);
    if (title === "") entry.links.push(...links);
    else
      entry.parts.push({
        ...{ title, speakers: [...speakers], links: [...links] },
        ...(duration !== undefined && { duration }),
        ...(url !== undefined && { url }),
      });
  }

  /** A line below an entry: the rest of its title, its duration, an address, or words about it. */
  #addText(line: AgendaLine): void {
    const entry = this.#entry;
    if (!entry) return;
    const address = addressFrom(line.body);
    const isBelow = line.indent > entry.indent || !this.#isAfterBlank;
    const duration = durationIn(line.body);
    if (address !== undefined) {
      if (isBelow) entry.links.push({ title: lastSegment(address), url: address });
      else this.#addLink({ name: lastSegment(address), value: address });
    } else if (duration !== undefined && isBelow) {
      entry.duration ??= duration;
      entry.hasOwnDuration = true;
    } else if (this.#isWrapped(line, entry)) this.#joinTitle(line, entry);
    else if (this.#isTimed) this.#addAbstract(line, entry);
  }

  #addAbstract(line: AgendaLine, entry: BuiltEntry): void {
    const reading = readPeople(line.body, this.#input.habits.words);
    if (reading && reading.certainty >= 2 && entry.speakers.length === 0 && !this.#isAfterBlank) {
      entry.speakers.push(...reading.people);
      return;
    }
    if (isAgendaLabel(line.text) || entry.isBreak) return;
    if (this.#isAfterBlank && entry.abstract.length > 0) entry.abstract.push("");
    if (!this.#isAfterBlank || entry.abstract.length > 0 || line.indent > entry.indent)
      entry.abstract.push(line.text);
  }

  /** The second line of a title is indented and comes before the speakers. */
  #isWrapped(line: AgendaLine, entry: BuiltEntry): boolean {
    return (
      !this.#isAfterBlank &&
      line.indent > entry.indent &&
      line.bullet === undefined &&
      entry.speakers.length === 0 &&
      entry.abstract.length === 0 &&
      entry.links.length === 0 &&
      !/[.!?]$/.test(entry.title) &&
      !/[.!?]$/.test(line.body) &&
      !entry.isBreak &&
      entry.title.length > 25
    );
  }

  #joinTitle(line: AgendaLine, entry: BuiltEntry): void {
    const text = readEntryText(`${entry.title} ${line.body}`, this.#input.habits);
    const { speakers, links } = entry;
    this.#fill(entry, text);
    entry.speakers = speakers;
    entry.links = links;
  }

  // Days

  #isDay(line: AgendaLine): boolean {
    if (line.time || line.text.length > 80) return false;
    const date = headDate(line.text.replaceAll(/[*_#=]/g, ""), this.#input.today);
    if (date) return isDayRest(date.rest) && !/\d{1,2}[:h]\d{2}/.test(date.before);
    return (
      /^(?:day|tag|jour|giorno|journée|día)\s\d{1,2}\b[\s:–-]*$/i.test(line.body) &&
      this.#agenda.head.date !== undefined
    );
  }

  #startDay(line: AgendaLine): void {
    const date = headDate(line.text.replaceAll(/[*_#=]/g, ""), this.#input.today);
    this.#isAfterDate = true;
    const isFirst = !this.#hasEntries && this.#agenda.head.date === undefined;
    if (date) {
      this.#noteYear(date);
      if (isFirst) this.#readHeadDate(line.text);
      if (date.date !== undefined) this.#setDay(date.date);
    } else {
      const number = Number(/\d+/.exec(line.body)?.[0] ?? 1);
      const first = this.#agenda.head.date;
      if (first !== undefined) this.#setDay(dayAfter(first, number - 1));
    }
  }

  /** `### Tuesday, 11 February 2025: Fundamentals`, a heading with the day and the title of its session. */
  #isTitledDay(line: AgendaLine): boolean {
    if (!line.isHeading || (line.level === 1 && !this.#hasEntries)) return false;
    const date = headDate(line.body, this.#input.today);
    return date !== undefined && isDayRest(date.before) && /^\s*[:–—-]\s*\p{L}/u.test(date.after);
  }

  #startTitledDay(line: AgendaLine): void {
    const title = headDate(line.body, this.#input.today)?.after.replace(/^\s*[:–—-]\s*/, "") ?? "";
    this.#startDay(line);
    this.#openSession(title);
    this.#entry = undefined;
  }

  #setDay(date: string): void {
    const { head } = this.#agenda;
    if (this.#date !== date && this.#hasEntries) {
      this.#freeLastBreak();
      this.#session = undefined;
    }
    this.#date = date;
    head.date ??= date;
    if (date > (head.endDate ?? head.date)) head.endDate = date;
  }

  #noteYear({ date, isYearGuessed }: { readonly date?: string; readonly isYearGuessed: boolean }): void {
    this.#agenda.isYearMissing ||= date === undefined;
    this.#agenda.isYearGuessed ||= isYearGuessed && date !== undefined;
  }

  // Sessions

  #isSessionHeading(line: AgendaLine, at: number): boolean {
    if (line.text.length > 150 || !/\p{L}/u.test(line.body) || isGreeting(line.text)) return false;
    if (isAgendaLabel(line.body) && !sessionWord.test(line.body)) return false;
    const isNamed = sessionWord.test(line.body) && /^\p{L}+\s?(?:[\dIVX]{1,4}|[A-Z])\b|:/u.test(line.body);
    const isMarked = line.isHeading && (line.level > 1 || this.#hasEntries) && !this.#isTitle(line, at);
    const isTitled =
      line.bullet === undefined &&
      line.indent <= (this.#entry?.indent ?? 0) &&
      line.text.endsWith(":") &&
      !isProse(line.body.slice(0, -1)) &&
      line.body.split(" ").length <= 8;
    const isAlone =
      this.#hasEntries &&
      this.#isTimed &&
      this.#isAfterBlank &&
      line.bullet === undefined &&
      line.indent === 0 &&
      !isProse(line.body) &&
      line.body.split(" ").length <= 10 &&
      !isAgendaBreak(withoutBreakMarks(line.body));
    if (!isNamed && !isMarked && !isTitled && !isAlone) return false;
    return this.#isAboveEntry(at, line.bullet === undefined ? undefined : line.indent);
  }

  /** True for the first heading, unless others of its level follow. */
  #isTitle({ level }: AgendaLine, at: number): boolean {
    if (this.#hasEntries || this.#agenda.head.title !== undefined) return false;
    return !this.#input.lines
      .slice(at + 1, at + maxTitleLines)
      .some((line) => line.isHeading && line.level === level);
  }

  /** True if an entry follows directly, or after a line with the chairs. */
  #isAboveEntry(at: number, indent: number | undefined): boolean {
    for (let below = at + 1; below <= at + maxAhead; below++) {
      const line = this.#input.lines[below];
      if (!line) return false;
      if (line.text === "" || line.label?.kind === "chair" || line.label?.kind === "place") continue;
      if (this.#input.rows.has(below)) return true;
      if (indent !== undefined && line.indent <= indent) return false;
      return this.#isTimed ? line.time !== undefined : line.bullet !== undefined;
    }
    return false;
  }

  #startSession(line: AgendaLine): void {
    const { title, chairs, place, duration } = readEntryText(line.body.replace(/:$/, ""), this.#input.habits);
    this.#openSession(title);
    if (!this.#session) return;
    this.#session.conveners.push(...chairs);
    if (place !== undefined) this.#session.place = place;
    if (duration !== undefined) this.#session.duration ??= duration;
    this.#entry = undefined;
  }

  #openSession(title: string): void {
    if (this.#session?.title === title) return;
    this.#freeLastBreak();
    const known = this.#sessions.get(title);
    this.#session = known ?? { title, conveners: [], ...(this.#date !== undefined && { date: this.#date }) };
    if (known) return;
    this.#agenda.sessions.push(this.#session);
    this.#sessions.set(title, this.#session);
  }

  /** A break at the end of a session is between two sessions. */
  #freeLastBreak(): void {
    for (let at = this.#agenda.entries.length - 1; at >= 0; at--) {
      const entry = this.#agenda.entries[at];
      if (!entry?.isBreak || entry.session !== this.#session?.title) return;
      delete entry.session;
    }
  }

  // Labels and the head

  #addLabel(line: AgendaLine, { kind, name, value }: NonNullable<AgendaLine["label"]>): void {
    const people = kind === "speaker" || kind === "chair" ? readNamedPeople(value) : undefined;
    if (kind === "speaker" && this.#entry && people) this.#entry.speakers = [...people];
    else if (kind === "chair" && people) this.#addChairs(people);
    else if (kind === "date") this.#readHeadDate(value);
    else if (kind === "zone") this.#readZone(value);
    else if (kind === "time") this.#readZone(value);
    else if (kind === "place") this.#addPlace(value);
    else if (kind === "material" && this.#entry) this.#addMaterial(name, value, this.#entry);
    else if (kind === "link" || kind === "material") this.#addLink({ name, value });
    else if (this.#hasEntries) this.#addText(line);
  }

  #addChairs(people: readonly Person[]): void {
    const ofEntry = this.#entry?.hasEnd ? this.#entry.chairs : this.#agenda.head.chairs;
    (this.#session?.conveners ?? ofEntry).push(...people);
  }

  #addPlace(written: string): void {
    const value = readEntryText(written, this.#input.habits).title;
    if (value === "") return;
    if (this.#entry) this.#entry.place ??= value;
    else if (this.#session && this.#hasEntries) this.#session.place ??= value;
    else this.#agenda.head.place ??= value;
  }

  #addMaterial(name: string, value: string, entry: BuiltEntry): void {
    const [url] = /https?:\/\/[^\s<>()[\]]+/.exec(value) ?? [];
    if (url !== undefined) entry.links.push({ title: name, url });
  }

  #addLink({ name, value }: { readonly name: string; readonly value: string }): void {
    const [url] = /https?:\/\/[^\s<>()[\]]+/.exec(value) ?? [];
    if (url === undefined) return;
    const { head } = this.#agenda;
    const isEvent = /^https:\/\/[^/]+\/(?:e|event)\/[\w-]+\/?(?:$|[?#]|timetable|overview)/.test(url);
    if (isEvent && head.url === undefined) head.url = url;
    else head.links.push({ title: name === "" ? lastSegment(url) : name, url });
  }

  #readZone(text: string): void {
    if (this.#agenda.head.timezone !== undefined || this.#zoneReads++ > maxZoneReads) return;
    const zone = zoneIn(text, this.#agenda.head.date);
    if (zone !== undefined) this.#agenda.head.timezone = zone;
  }

  #readHeadDate(text: string): boolean {
    const date = headDate(text, this.#input.today);
    this.#readZone(text);
    if (!date) return false;
    const { head } = this.#agenda;
    this.#noteYear(date);
    if (head.date === undefined && date.date !== undefined) {
      head.date = date.date;
      const later = headDate(date.after, this.#input.today)?.date;
      const end = date.endDate ?? (later !== undefined && later > date.date ? later : undefined);
      if (end !== undefined) head.endDate = end;
    }
    return true;
  }

  #addHead(line: AgendaLine): void {
    if (this.#headLines++ > maxHeadLines) return;
    const { head } = this.#agenda;
    const text = line.body;
    this.#agenda.hasLabel ||= isAgendaLabel(text);
    const isAfterDate = this.#isAfterDate;
    const address = addressFrom(text) ?? /https?:\/\/[^\s<>()[\]|]+/.exec(text)?.[0];
    if (address !== undefined) this.#addLink({ name: linkName(address), value: address });
    const words = address === undefined ? text : text.replace(/[<(]?https?:\/\/[^\s|]+[>)]?/, "");
    const hasDate = this.#readHeadDate(words);
    if (hasDate) this.#isAfterDate = true;
    if (isGreeting(text) || text.endsWith(":") || isBareLabel(text) || address === text) return;
    const date = hasDate ? headDate(words, this.#input.today) : undefined;
    if (date) this.#addBesideDate(words, date.before.trim(), date.rest);
    else if (isProse(text)) return;
    else if (isAfterDate && head.place === undefined && isPlaceText(text)) head.place = text;
    else if (isAfterDate && head.place !== undefined) this.#addPeopleOfHead(text);
    else if (line.bullet === undefined && line.text.length <= 150) head.title ??= text;
  }

  /** Words in the line of the date: a title before it, a place after it. */
  #addBesideDate(text: string, before: string, rest: string): void {
    const { head } = this.#agenda;
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
      this.#agenda.head.chairs.push(...people);
  }
}

/** Words in the line of a day that say no more than the date does. */
function isDayRest(rest: string): boolean {
  const plain = rest
    .replaceAll(
      /(?<!\p{L})(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|lunedì|martedì|mercoledì|giovedì|venerdì|lunes|martes|miércoles|jueves|viernes|day|tag|jour|giorno|día|morning|afternoon|am|pm|matin|après-midi|vormittag|nachmittag|mattina|pomeriggio)(?!\p{L})/giu,
      "",
    )
    .replaceAll(/\b\d{1,2}\b/g, "");
  return !/[\p{L}\d]/u.test(plain);
}

function linkName(url: string): string {
  const host = url.replace(/^https?:\/\//, "").split("/")[0] ?? "";
  if (/(?:^|\.)zoom\.us$/.test(host)) return "Zoom";
  return lastSegment(url);
}

function dayAfter(date: string, days: number): string {
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return isCalendarDate(day) ? day : date;
}
