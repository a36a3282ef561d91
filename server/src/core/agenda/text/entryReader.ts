/** The entries of an agenda, and the parts and texts below them. */

import { isBreakTitle } from "../../text/breakTitle";
import { addressFrom } from "../../text/linkText";
import type { AgendaLine } from "../lines/agendaLines";
import type { TableRow } from "../lines/agendaTables";
import { withoutBreakMarks } from "../lines/breakMarks";
import { durationIn, type EntryText, lastSegment, readEntryText } from "../lines/entryText";
import { isAgendaLabel, isFarewell, isProse, isZoneAlone } from "../lines/headLine";
import type { LineTime } from "../lines/lineTime";
import { isMeetingDocument, namedLink } from "../lines/namedLink";
import { readPeople } from "../lines/readPeople";
import { type BuiltEntry, emptyEntry, setTime } from "./agendaBuilder";
import type { BuildState } from "./buildState";
import type { HeadReader } from "./headReader";
import type { SessionReader } from "./sessionReader";
import { isAboveTimedItem } from "./untimedItems";

interface PendingTime {
  readonly time: LineTime;
  readonly indent: number;
}

export class EntryReader {
  readonly #state: BuildState;
  readonly #head: HeadReader;
  readonly #sessions: SessionReader;
  /** of a line without a title, which the next line has */
  #pending: PendingTime | undefined;

  constructor(state: BuildState, head: HeadReader, sessions: SessionReader) {
    this.#state = state;
    this.#head = head;
    this.#sessions = sessions;
  }

  get hasPendingTime(): boolean {
    return this.#pending !== undefined;
  }

  addTimed(line: AgendaLine, time: LineTime): void {
    this.#pending = undefined;
    // `16:00 CERN/10:00 EDT`, one time in several zones
    if (/^\(?\p{Lu}[\p{L} ]{1,20}\)?\s?[/,=(]\s?\d{1,2}[:.h]\d{2}/u.test(line.body)) return;
    if (isZoneAlone(line.body)) {
      this.#head.readZone(line.body);
      this.#pending = { time, indent: line.indent };
      return;
    }
    const duration = durationIn(line.body.replace(/^\((.*)\)$/, "$1"));
    if (line.body === "" || duration !== undefined) {
      const starts =
        duration === undefined ? time.starts : time.starts.map(({ start }) => ({ start, duration }));
      this.#pending = { time: { ...time, starts }, indent: line.indent };
    } else if (/\p{L}/u.test(line.body))
      this.#addEntry(line, readEntryText(line.body, this.#state.input.habits), time);
  }

  addPending(line: AgendaLine): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (!pending || !/\p{L}/u.test(line.body)) return;
    const { time, indent } = pending;
    this.#addEntry({ ...line, indent }, readEntryText(line.body, this.#state.input.habits), time);
  }

  addUntimed(line: AgendaLine): void {
    const text = line.isHeading ? line.body.replace(/^\d{1,2}[.)]\s+/, "") : line.body;
    this.#addEntry(line, readEntryText(text, this.#state.input.habits), line.time);
  }

  #addEntry(line: AgendaLine, text: EntryText, time: LineTime | undefined): void {
    const entry = this.#newEntry(line.indent, withoutBreakMarks(text.title));
    if (time) setTime(entry, time, this.#previousStart());
    const inner =
      entry.title === text.title ? undefined : readEntryText(entry.title, this.#state.input.habits);
    this.#fill(entry, inner ?? text);
    entry.hasBullet = line.bullet !== undefined;
    this.#push(entry);
  }

  #newEntry(indent: number, title: string): BuiltEntry {
    const entry = emptyEntry(indent);
    entry.title = title;
    if (this.#state.session) entry.session = this.#state.session.title;
    if (this.#state.date !== undefined) entry.date = this.#state.date;
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
    entry.isBreak = isBreakTitle(text.title);
  }

  #push(entry: BuiltEntry): void {
    this.#state.agenda.entries.push(entry);
    this.#state.entry = entry;
    this.#state.hasEntries = true;
    this.#state.isOutside = false;
  }

  addRow(row: TableRow | undefined): void {
    if (!row) return;
    // a new day ends the session of the day before
    if (row.date !== undefined) this.#sessions.setDay(row.date);
    if (row.session !== undefined) this.#sessions.openSession(row.session);
    const entry = this.#newEntry(0, row.title);
    if (row.time) setTime(entry, row.time, this.#previousStart());
    if (row.duration !== undefined) entry.duration ??= row.duration;
    if (row.place !== undefined) entry.place = row.place;
    entry.speakers.push(...(row.speakers ?? []));
    entry.links.push(...row.links);
    if (row.url !== undefined) entry.url = row.url;
    if (row.abstract !== undefined) entry.abstract.push(row.abstract);
    entry.isBreak = isBreakTitle(row.title);
    this.#push(entry);
  }

  #previousStart(): number | undefined {
    const last = this.#state.agenda.entries.at(-1);
    return last && last.date === this.#state.date ? last.start : undefined;
  }

  /** @param at index of the line */
  isUntimedEntry(line: AgendaLine, at: number): boolean {
    if (!/\p{L}/u.test(line.body)) return false;
    if (this.#state.isTimed) {
      const { input, agenda } = this.#state;
      if (this.#state.entry === undefined && isAboveTimedItem(input.lines, at, agenda.hasLabel)) return true;
      const isBeside =
        line.bullet !== undefined &&
        this.#state.entry?.hasBullet === true &&
        line.indent <= this.#state.entry.indent;
      const isLoneBreak =
        line.bullet === undefined &&
        this.#state.hasEntries &&
        isBreakTitle(withoutBreakMarks(readEntryText(line.body, this.#state.input.habits).title));
      return isBeside || isLoneBreak;
    }
    if (this.#state.entryLevel !== undefined)
      return line.isHeading && line.level === this.#state.entryLevel && !isAgendaLabel(line.body);
    if (line.bullet !== undefined) return line.indent <= this.#state.base;
    const first = readEntryText(line.body, this.#state.input.habits);
    return first.duration !== undefined && !isProse(line.body) && (line.indent === 0 || !this.#state.entry);
  }

  isPart(line: AgendaLine): boolean {
    const entry = this.#state.entry;
    return (
      entry !== undefined &&
      line.bullet !== undefined &&
      (line.indent > entry.indent || !entry.hasBullet) &&
      !isProse(line.body)
    );
  }

  addPart(line: AgendaLine): void {
    const entry = this.#state.entry;
    if (!entry) return;
    const people = readPeople(line.body, this.#state.input.habits.words);
    if (people && people.certainty === 3 && entry.speakers.length === 0 && entry.parts.length === 0) {
      entry.speakers.push(...people.people);
      return;
    }
    const { title, speakers, duration, url, links } = readEntryText(line.body, this.#state.input.habits);
    if (title === "") entry.links.push(...links);
    else
      entry.parts.push({
        ...{ title, speakers: [...speakers], links: [...links] },
        ...(duration !== undefined && { duration }),
        ...(url !== undefined && { url }),
      });
  }

  /** A line below an entry: the rest of its title, its duration, an address, or words about it. */
  addText(line: AgendaLine): void {
    const entry = this.#state.entry;
    if (!entry) return;
    const named = namedLink(line.body);
    if (named && isMeetingDocument(named.title)) {
      this.#head.addLink({ name: named.title, value: named.url });
      return;
    }
    const address = addressFrom(line.body) ?? named?.url;
    const isBelow = line.indent > entry.indent || !this.#state.isAfterBlank;
    const duration = durationIn(line.body);
    if (address !== undefined) {
      const title = named?.title ?? lastSegment(address);
      if (isBelow) entry.links.push({ title, url: address });
      else this.#head.addLink({ name: title, value: address });
    } else if (duration !== undefined && isBelow) {
      entry.duration ??= duration;
      entry.hasOwnDuration = true;
    } else if (this.#isWrapped(line, entry)) this.#joinTitle(line, entry);
    else if (this.#state.isTimed) this.#addAbstract(line, entry);
  }

  #addAbstract(line: AgendaLine, entry: BuiltEntry): void {
    const reading = readPeople(line.body, this.#state.input.habits.words);
    const isNames = reading !== undefined && reading.certainty >= 2;
    if (this.#isOutside(line, isNames)) return;
    if (isNames && entry.speakers.length === 0 && !this.#state.isAfterBlank) {
      entry.speakers.push(...reading.people);
      this.#state.hasSpeakerLines = true;
      return;
    }
    if (isAgendaLabel(line.text) || entry.isBreak) return;
    if (this.#state.isAfterBlank && entry.abstract.length > 0) entry.abstract.push("");
    if (!this.#state.isAfterBlank || entry.abstract.length > 0 || line.indent > entry.indent)
      entry.abstract.push(line.text);
  }

  /** True for the end of a mail below its last entry, and for paragraphs that are about no entry. */
  #isOutside(line: AgendaLine, isNames: boolean): boolean {
    const { entry, isAfterBlank, at, lastTimed, agenda, hasSpeakerLines } = this.#state;
    const isDeeper = entry !== undefined && line.indent > entry.indent;
    if (isAfterBlank) this.#state.isOutside = !isDeeper && entry?.abstract.length === 0;
    if (this.#state.isOutside || isDeeper || at < lastTimed) return this.#state.isOutside;
    const isSignature = isNames && !hasSpeakerLines && agenda.entries.length >= 2;
    this.#state.isOutside = isSignature || isFarewell(line.body);
    return this.#state.isOutside;
  }

  /** The second line of a title is indented and comes before the speakers. */
  #isWrapped(line: AgendaLine, entry: BuiltEntry): boolean {
    return (
      !this.#state.isAfterBlank &&
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
    const text = readEntryText(`${entry.title} ${line.body}`, this.#state.input.habits);
    const { speakers, links } = entry;
    this.#fill(entry, text);
    entry.speakers = speakers;
    entry.links = links;
  }
}
