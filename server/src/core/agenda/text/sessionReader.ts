/** The days and the sessions of an agenda, which are headings of its entries. */

import { isRoutineTitle } from "../../suggest/routineTitle";
import { isCalendarDate } from "../../time/calendarDate";
import type { AgendaLine } from "../lines/agendaLines";
import { readEntryText } from "../lines/entryText";
import {
  headDate,
  isAddressed,
  isAgendaLabel,
  isClosing,
  isDayIntroduction,
  isDayRest,
  isGreeting,
  isProse,
} from "../lines/headLine";
import type { BuiltSession } from "./agendaBuilder";
import type { BuildState } from "./buildState";
import type { HeadReader } from "./headReader";
import { isHeadingBelowEntry, isHeadingOfFirst, isNamedSession, isPlainHeading } from "./sessionHeading";
import { isAboveTimedItem } from "./untimedItems";

/** Maximum number of blank lines and labels between a heading of a session and its first entry. */
const maxAhead = 6;

/** Number of lines below a heading in which another one of its level makes both of them sessions. */
const maxTitleLines = 100;

const sessionWord =
  /^(?:(?:parallel |morning |afternoon )?session|sitzung|séance|sessione|sesión|track|block|bloc|part|partie|teil|topic|theme)\b/i;

export class SessionReader {
  readonly #state: BuildState;
  readonly #head: HeadReader;
  readonly #known = new Map<string, BuiltSession>();

  constructor(state: BuildState, head: HeadReader) {
    this.#state = state;
    this.#head = head;
  }

  isDay(line: AgendaLine): boolean {
    if (line.time || line.text.length > 80) return false;
    const date = headDate(line.text.replaceAll(/[*_#=]/g, ""), this.#state.input.today);
    if (date)
      return (
        (isDayRest(date.rest) ||
          (/[:,]$/.test(line.text) &&
            !isAgendaLabel(line.text) &&
            isDayIntroduction(line.text, this.#state.input.today))) &&
        !/\d{1,2}[:h]\d{2}/.test(date.before)
      );
    return (
      /^(?:day|tag|jour|giorno|journée|día)\s\d{1,2}\b[\s:–-]*$/i.test(line.body) &&
      this.#state.agenda.head.date !== undefined
    );
  }

  startDay(line: AgendaLine): void {
    const date = headDate(line.text.replaceAll(/[*_#=]/g, ""), this.#state.input.today);
    this.#state.isAfterDate = true;
    const isFirst = !this.#state.hasEntries && this.#state.agenda.head.date === undefined;
    if (date) {
      this.#head.noteYear(date);
      if (isFirst) this.#head.readHeadDate(line.text);
      if (date.date !== undefined) this.setDay(date.date);
    } else {
      const number = Number(/\d+/.exec(line.body)?.[0] ?? 1);
      const first = this.#state.agenda.head.date;
      if (first !== undefined) this.setDay(dayAfter(first, number - 1));
    }
  }

  /** `### Tuesday, 11 February 2025: Fundamentals`, a heading with the day and the title of its session. */
  isTitledDay(line: AgendaLine): boolean {
    if (!line.isHeading || (line.level === 1 && !this.#state.hasEntries)) return false;
    const date = headDate(line.body, this.#state.input.today);
    return date !== undefined && isDayRest(date.before) && /^\s*[:–—-]\s*\p{L}/u.test(date.after);
  }

  startTitledDay(line: AgendaLine): void {
    const title = headDate(line.body, this.#state.input.today)?.after.replace(/^\s*[:–—-]\s*/, "") ?? "";
    this.startDay(line);
    this.openSession(title);
    this.#state.entry = undefined;
  }

  setDay(date: string): void {
    const { head } = this.#state.agenda;
    if (this.#state.date !== date && this.#state.hasEntries) {
      this.freeLastBreak();
      this.#state.session = undefined;
    }
    this.#state.date = date;
    head.date ??= date;
    if (date > (head.endDate ?? head.date)) head.endDate = date;
  }

  isSessionHeading(line: AgendaLine, at: number): boolean {
    if (line.text.length > 150 || !/\p{L}/u.test(line.body) || isGreeting(line.text)) return false;
    if (isAgendaLabel(line.body) && !sessionWord.test(line.body)) return false;
    if (!line.isHeading && isDayIntroduction(line.body, this.#state.input.today)) return false;
    const isNamed = sessionWord.test(line.body) && /^\p{L}+\s?(?:[\dIVX]{1,4}|[A-Z])\b|:/u.test(line.body);
    const isMarked = line.isHeading && (line.level > 1 || this.#state.hasEntries) && !this.#isTitle(line, at);
    const isTitled =
      line.bullet === undefined &&
      line.indent <= (this.#state.entry?.indent ?? 0) &&
      line.text.endsWith(":") &&
      !isProse(line.body.slice(0, -1)) &&
      !isAddressed(line.body) &&
      line.body.split(" ").length <= 8;
    if (!isNamed && !isMarked && !isTitled && !this.#isAlone(line, at)) return false;
    return this.#isAboveEntry(at, line.bullet === undefined ? undefined : line.indent);
  }

  #isAlone(line: AgendaLine, at: number): boolean {
    const { hasEntries, isTimed, isAfterBlank, input } = this.#state;
    if (!isTimed) return false;
    if (!hasEntries) return this.#isFirst(line, at);
    return isAfterBlank ? isPlainHeading(line) : isHeadingBelowEntry(input.lines, at, input);
  }

  /** True for a heading directly above the first entry, if another one of its form is below. */
  #isFirst(line: AgendaLine, at: number): boolean {
    const { input, agenda, isAfterBlank } = this.#state;
    const { title, date } = agenda.head;
    const isBelowHead = title !== undefined && date !== undefined;
    const isBelowPart = isAfterBlank && (title !== undefined || date !== undefined);
    if (!isBelowHead && !isBelowPart && !isNamedSession(line)) return false;
    if (!isHeadingOfFirst(line, input) || !this.#isAboveEntry(at, undefined)) return false;
    if (isRoutineTitle(line.body) && isAboveTimedItem(input.lines, at, agenda.hasLabel)) return false;
    const isLoose = isBlank(input.lines[at + 1]);
    const end = Math.min(at + maxTitleLines, input.lines.length);
    for (let below = at + 2; below < end; below++) {
      const other = input.lines[below];
      if (!other || isBlank(other) || other.time || input.rows.has(below)) continue;
      if (isClosing(other)) return false;
      const isHeading = isBlank(input.lines[below - 1])
        ? isHeadingOfFirst(other, input)
        : isHeadingBelowEntry(input.lines, below, input);
      if (isHeading && isBlank(input.lines[below + 1]) === isLoose && this.#isAboveEntry(below, undefined))
        return true;
    }
    return false;
  }

  /** True for the first heading, unless others of its level follow. */
  #isTitle({ level }: AgendaLine, at: number): boolean {
    if (this.#state.hasEntries || this.#state.agenda.head.title !== undefined) return false;
    return !this.#state.input.lines
      .slice(at + 1, at + maxTitleLines)
      .some((line) => line.isHeading && line.level === level);
  }

  /** True if an entry follows directly, or after a line with the chairs. */
  #isAboveEntry(at: number, indent: number | undefined): boolean {
    for (let below = at + 1; below <= at + maxAhead; below++) {
      const line = this.#state.input.lines[below];
      if (!line) return false;
      if (line.text === "" || line.label?.kind === "chair" || line.label?.kind === "place") continue;
      if (this.#state.input.rows.has(below)) return true;
      if (indent !== undefined && line.indent <= indent) return false;
      if (!this.#state.isTimed) return line.bullet !== undefined;
      return line.time !== undefined || isAboveTimedItem(this.#state.input.lines, below, false);
    }
    return false;
  }

  startSession(line: AgendaLine): void {
    const { title, chairs, place, duration } = readEntryText(
      line.body.replace(/:$/, "").replace(/^session\s?:\s?(?=\S)/i, ""),
      this.#state.input.habits,
    );
    this.openSession(title);
    if (!this.#state.session) return;
    this.#state.session.conveners.push(...chairs);
    if (place !== undefined) this.#state.session.place = place;
    if (duration !== undefined) this.#state.session.duration ??= duration;
    this.#state.entry = undefined;
  }

  openSession(title: string): void {
    if (this.#state.session?.title === title) return;
    this.freeLastBreak();
    const known = this.#known.get(title);
    this.#state.session = known ?? {
      title,
      conveners: [],
      ...(this.#state.date !== undefined && { date: this.#state.date }),
    };
    if (known) return;
    this.#state.agenda.sessions.push(this.#state.session);
    this.#known.set(title, this.#state.session);
  }

  /** A break at the end of a session is between two sessions. */
  freeLastBreak(): void {
    for (let at = this.#state.agenda.entries.length - 1; at >= 0; at--) {
      const entry = this.#state.agenda.entries[at];
      if (!entry?.isBreak || entry.session !== this.#state.session?.title) return;
      delete entry.session;
    }
  }
}

function isBlank(line: AgendaLine | undefined): boolean {
  return line?.text === "";
}

function dayAfter(date: string, days: number): string {
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return isCalendarDate(day) ? day : date;
}
