/** The state of an agenda while its lines are read. */

import type { AgendaLine } from "../lines/agendaLines";
import type { TableRow } from "../lines/agendaTables";
import type { TextHabits } from "../lines/entryText";
import type { BuiltAgenda, BuiltEntry, BuiltSession } from "./agendaBuilder";

export interface BuildInput {
  readonly lines: readonly AgendaLine[];
  readonly rows: ReadonlyMap<number, TableRow | undefined>;
  readonly subject: string | undefined;
  readonly habits: TextHabits;
  /** ISO 8601; completes a date without a year */
  readonly today: string | undefined;
  /** true if `today` is of the year that the text has in its head */
  readonly isYearWritten: boolean;
}

export interface BuildState {
  readonly input: BuildInput;
  readonly agenda: BuiltAgenda;
  /** true if entries have times of day */
  readonly isTimed: boolean;
  /** columns before the first level of bullets */
  readonly base: number;
  /** the level of headings that are entries: they have durations */
  readonly entryLevel: number | undefined;
  /** the last entry; undefined below the heading of a session */
  entry: BuiltEntry | undefined;
  date: string | undefined;
  session: BuiltSession | undefined;
  isAfterBlank: boolean;
  isAfterDate: boolean;
  hasEntries: boolean;
  /** index of the line that is read */
  at: number;
  /** index of the last line with an entry that has a time; below it, a mail may end */
  readonly lastTimed: number;
  /** true below a line that does not belong to the entry above it */
  isOutside: boolean;
  /** true if a line below an entry has its speakers */
  hasSpeakerLines: boolean;
}

const headingDuration = /\(\d{1,3}(?:\s?[-–]\s?\d{1,3})? ?(?:'|m|min|minutes|mins)\)/i;

export function initialState(input: BuildInput): BuildState {
  const { lines, rows, subject } = input;
  const timed = lines.filter(
    ({ time, body }, at) => time && !rows.has(at) && (body === "" || /\p{L}/u.test(body)),
  );
  const timedRows = [...rows.values()].filter((row) => row?.time);
  const isTimed = timed.length + timedRows.length >= 2;
  const timedHeadings = lines.filter(({ isHeading, body }) => isHeading && headingDuration.test(body));
  const bullets = lines.filter(({ bullet }) => bullet !== undefined).map(({ indent }) => indent);
  return {
    input,
    agenda: emptyAgenda(subject),
    isTimed,
    base: bullets.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY),
    entryLevel: !isTimed && timedHeadings.length >= 2 ? timedHeadings[0]?.level : undefined,
    entry: undefined,
    date: undefined,
    session: undefined,
    isAfterBlank: true,
    isAfterDate: false,
    hasEntries: false,
    at: 0,
    lastTimed: lastTimedLine(input),
    isOutside: false,
    hasSpeakerLines: false,
  };
}

function lastTimedLine({ lines, rows }: BuildInput): number {
  return lines.findLastIndex(({ time, body }, at) => rows.get(at) ?? (time && /\p{L}|^$/u.test(body)));
}

function emptyAgenda(title: string | undefined): BuiltAgenda {
  return {
    head: { chairs: [], links: [], ...(title !== undefined && { title }) },
    sessions: [],
    entries: [],
    hasLabel: false,
    isYearGuessed: false,
    isYearMissing: false,
  };
}
