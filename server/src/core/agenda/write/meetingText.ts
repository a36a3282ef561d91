/** A contributions file from an agenda. */
import type { Suggester } from "../../suggest/suggester";
import type { Agenda, AgendaEntry, AgendaSession } from "../agenda";
import { validAgenda } from "../validAgenda";
import { blockLines, dashedLines, indented } from "./layout";
import { confidentThemes, entryKeys, meetingKeys, sessionKeys, type WrittenKey } from "./writtenKeys";

export interface WritingOptions {
  /** writes the themes that it is sure of */
  readonly tag?: Suggester;
  /** the date of a meeting whose agenda has none, ISO 8601 */
  readonly date?: string;
}

/** The text of a new file, with LF as line end. */
export function meetingText(agenda: Agenda, { tag, date }: WritingOptions = {}): string {
  const { meeting, sessions, entries } = validAgenda(agenda);
  const lines = [
    "meeting:",
    ...blockLines(meetingKeys(meeting, date)).map(indented),
    ...(hasDetails(sessions) ? listLines("sessions", sessions.map(sessionKeys)) : []),
    ...listLines(
      "contributions",
      entries.map((entry) => entryKeys(entry, tag)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** The number of contributions that a file of the agenda has. */
export function countContributions(agenda: Agenda): number {
  return contributionsOf(agenda).length;
}

/** The number of contributions whose themes the suggester is sure of. */
export function countSuggested(agenda: Agenda, suggester: Suggester): number {
  return contributionsOf(agenda).filter(({ title }) => confidentThemes(title, suggester).length > 0).length;
}

/** Without those that become breaks. */
function contributionsOf(agenda: Agenda): readonly AgendaEntry[] {
  return validAgenda(agenda).entries.filter(({ kind }) => kind === "contribution");
}

/** The list of sessions has all of them, or it is not there: an item may refer to a session without it. */
export function hasDetails(sessions: readonly AgendaSession[]): boolean {
  return sessions.some(
    ({ conveners, title, isComplete, ...details }) => conveners.length > 0 || Object.keys(details).length > 0,
  );
}

function listLines(key: string, entries: readonly (readonly WrittenKey[])[]): readonly string[] {
  return entries.length === 0
    ? [`${key}: []`]
    : [`${key}:`, ...entries.flatMap((keys) => dashedLines(keys).map(indented))];
}

/**
 * The lines of an entry of `contributions`, without line ends.
 * @param entry of a valid agenda
 * @param opening the text before its first key: spaces, the dash, spaces
 */
export function entryLines(
  entry: AgendaEntry,
  opening: string,
  { tag }: Pick<WritingOptions, "tag"> = {},
): readonly string[] {
  return linesAfterDash(entryKeys(entry, tag), opening);
}

/** @param opening the text before the first key: spaces, the dash, spaces */
export function linesAfterDash(keys: readonly WrittenKey[], opening: string): readonly string[] {
  const indent = " ".repeat(opening.length);
  return blockLines(keys).map((line, at) => (at === 0 ? opening : line === "" ? "" : indent) + line);
}
