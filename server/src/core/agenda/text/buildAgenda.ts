/** Reads the lines of a text one after another. */

import type { AgendaLine } from "../lines/agendaLines";
import { dateInText } from "../lines/dateInText";
import { isAgendaLabel, isClosing } from "../lines/headLine";
import { maxAgendaLine } from "../lines/lineLimits";
import { isMeetingDocument, namedLink } from "../lines/namedLink";
import { isNextMeeting, isNextMeetingHeading } from "../lines/nextMeetingLine";
import type { BuiltAgenda } from "./agendaBuilder";
import { type BuildInput, type BuildState, initialState } from "./buildState";
import { EntryReader } from "./entryReader";
import { HeadReader } from "./headReader";
import { LabelReader } from "./labelReader";
import { SessionReader } from "./sessionReader";

/** Headings of lists that are no agenda. */
const otherList =
  /^(?:(?:list of )?(?:participants?|attendees|attendance|present|attending|apologies|invited|teilnehmer(?:innen)?|anwesend|présents?|excusés|partecipanti|presenti|asistentes|action items?|actions|minutes|notes|decisions|protokoll|compte[- ]rendu|verbale|background|abstract|registration|local information|scribe))\s?:?$/i;

export function buildAgenda(input: BuildInput): BuiltAgenda {
  const builder = new Builder(initialState(input));
  for (let at = 0; at < input.lines.length; at++) if (builder.read(at)) break;
  return builder.finished();
}

class Builder {
  readonly #state: BuildState;
  readonly #head: HeadReader;
  readonly #sessions: SessionReader;
  readonly #entries: EntryReader;
  readonly #labels: LabelReader;
  /** true below a heading such as `Participants` */
  #isSkipping = false;
  /** true below the heading `Next meeting` */
  #isNextDay = false;

  constructor(state: BuildState) {
    this.#state = state;
    this.#head = new HeadReader(state);
    this.#sessions = new SessionReader(state, this.#head);
    this.#entries = new EntryReader(state, this.#head, this.#sessions);
    this.#labels = new LabelReader(state, this.#head, this.#entries);
    const { subject } = state.input;
    if (subject === undefined) return;
    state.agenda.hasLabel = isAgendaLabel(subject);
    this.#head.readHeadDate(subject);
  }

  finished(): BuiltAgenda {
    this.#sessions.freeLastBreak();
    this.#head.finish();
    return this.#state.agenda;
  }

  /** @returns true if nothing of the text after the line belongs to the agenda */
  read(at: number): boolean {
    const line = this.#state.input.lines[at];
    if (!line) return true;
    this.#state.at = at;
    if (line.text === "") {
      this.#state.isAfterBlank = true;
      if (this.#state.entry && !this.#state.isTimed) this.#state.entry.abstract.push("");
      return false;
    }
    if (this.#state.hasEntries && isClosing(line)) {
      if (this.#hasEntryBelow(at)) return false;
      this.#readLinksBelow(at);
      return true;
    }
    this.#readLine(line, at);
    this.#state.isAfterBlank = false;
    return false;
  }

  /** Links to documents of the meeting below the greeting of a mail. */
  #readLinksBelow(at: number): void {
    for (const { body } of this.#state.input.lines.slice(at + 1, at + 30)) {
      const link = namedLink(body);
      if (link && isMeetingDocument(link.title)) this.#head.addLink({ name: link.title, value: link.url });
    }
  }

  /** Another mail with an agenda may follow, but one with more entries than a time in a sentence. */
  #hasEntryBelow(at: number): boolean {
    const isRule = /^[_#=]{6,}$/.test(this.#state.input.lines[at]?.text ?? "");
    if (isRule && at < this.#state.lastTimed) return true;
    return (
      this.#state.agenda.entries.length < 2 &&
      this.#state.input.lines.slice(at + 1, at + 60).filter(({ time, bullet }) => time ?? bullet).length >= 2
    );
  }

  #readLine(line: AgendaLine, at: number): void {
    const { rows } = this.#state.input;
    if (this.#isOther(line)) return;
    if (rows.has(at)) this.#entries.addRow(rows.get(at));
    else if (line.text.length > maxAgendaLine) this.#entries.addText(line);
    else if (line.time && this.#state.isTimed) this.#entries.addTimed(line, line.time);
    else if (this.#isNextMeeting(line)) this.#head.readNextMeeting(line.body);
    else if (this.#isAboveNextDay(line, at)) this.#isNextDay = true;
    else if (this.#isNextDay) this.#readNextDay(line);
    else if (this.#sessions.isDay(line)) this.#sessions.startDay(line);
    else if (line.label) this.#labels.addLabel(line, line.label);
    else if (this.#entries.hasPendingTime) this.#entries.addPending(line);
    else if (this.#sessions.isTitledDay(line)) this.#sessions.startTitledDay(line);
    else if (this.#state.entryLevel !== undefined && this.#entries.isUntimedEntry(line, at))
      this.#entries.addUntimed(line);
    else if (this.#sessions.isSessionHeading(line, at)) this.#sessions.startSession(line);
    else if (this.#entries.isUntimedEntry(line, at)) this.#entries.addUntimed(line);
    else if (this.#entries.isPart(line)) this.#entries.addPart(line);
    else if (!this.#state.hasEntries) this.#head.addHead(line);
    else this.#entries.addText(line);
  }

  /** True for the heading `Next meeting` below the entries, if the line below it has a date. */
  #isAboveNextDay({ body }: AgendaLine, at: number): boolean {
    const { input, hasEntries } = this.#state;
    if (!hasEntries || !isNextMeetingHeading(body)) return false;
    const below = input.lines.slice(at + 1, at + 3).find(({ text }) => text !== "");
    return (
      below?.time === undefined &&
      dateInText((below?.text ?? "").slice(0, maxAgendaLine), input.today) !== undefined
    );
  }

  #readNextDay(line: AgendaLine): void {
    this.#isNextDay = false;
    this.#head.readNextMeeting(line.body);
  }

  /** An item of a list without times is an entry. */
  #isNextMeeting({ body, bullet }: AgendaLine): boolean {
    const { isTimed, hasEntries } = this.#state;
    return (isTimed || bullet === undefined) && isNextMeeting(body, hasEntries);
  }

  /** True for a line of a list of participants and the like, which ends at the next heading or time. */
  #isOther(line: AgendaLine): boolean {
    const isTimed = line.time !== undefined && this.#state.isTimed;
    const words = line.body.replace(/\s?\(\d{1,4}\)/, "");
    if (
      line.bullet === undefined &&
      !isTimed &&
      !this.#entries.hasPendingTime &&
      (line.isHeading || line.text.length <= 40)
    ) {
      if (otherList.test(words)) this.#isSkipping = true;
      else if (line.isHeading || isAgendaLabel(line.body)) this.#isSkipping = false;
    }
    if (isTimed) this.#isSkipping = false;
    return this.#isSkipping;
  }
}
