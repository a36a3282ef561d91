/** The text of a page of Indico, as a browser copies it: each time, title, duration and list of speakers is one line. */

import { isBreakTitle } from "../../text/breakTitle";
import { singleLineLabel } from "../../text/singleLineLabel";
import { dateInText } from "../lines/dateInText";
import { durationIn } from "../lines/entryText";
import { timeAtStart } from "../lines/lineTime";
import { readNamedPeople } from "../lines/readPeople";
import type { SourceLine } from "../lines/sourceLines";
import { type BuiltEntry, emptyEntry, setTime } from "./agendaBuilder";

export interface IndicoText {
  /** the lines above the timetable, which are those of any agenda */
  readonly head: readonly SourceLine[];
  readonly entries: BuiltEntry[];
}

interface State {
  readonly lines: readonly SourceLine[];
  /** completes days without a year: the first day of the event, otherwise that of the reader; ISO 8601 */
  readonly today: string | undefined;
  readonly entries: BuiltEntry[];
  entry: BuiltEntry | undefined;
  date: string | undefined;
}

/** Lines of the page around the event. */
const frame =
  /^(?:Skip to main content|Search Indico|Enter your search term|Event menu|Site links|Share widget icon)$/;

/** @returns undefined for any other text */
export function indicoText(lines: readonly SourceLine[], today: string | undefined): IndicoText | undefined {
  const all = lines.filter(({ text }) => text !== "" && !frame.test(text));
  const first = all.findIndex((line, at) => isTime(line) && isTitle(all[at + 1]));
  const times = all.filter(isTime).length;
  const durations = all.filter(({ text }) => isDuration(text)).length;
  if (first < 0 || times < 2 || durations < 2 || durations * 2 < times) return undefined;
  const start = isDayLine(all[first - 1], today) ? first - 1 : first;
  const eventDate = firstDate(all.slice(0, start), today);
  const state: State = {
    lines: all,
    today: eventDate ?? today,
    entries: [],
    entry: undefined,
    date: undefined,
  };
  for (let at = start; at < all.length; ) {
    if (all[at]?.text === "Indico" && /^Powered by/.test(all[at + 1]?.text ?? "")) break;
    at += readAt(state, at);
  }
  return { head: all.slice(0, start), entries: state.entries };
}

/** Maximum number of lines above a timetable, and of UTF-16 units of a line, in which the date of the event is searched. */
const [maxHeadLines, maxHeadLine] = [300, 200];

function firstDate(head: readonly SourceLine[], today: string | undefined): string | undefined {
  for (const { text } of head.slice(0, maxHeadLines)) {
    const date = text.length > maxHeadLine ? undefined : dateInText(text, today)?.date;
    if (date !== undefined) return date;
  }
  return undefined;
}

function isTime({ text }: SourceLine): boolean {
  return text.length <= 40 && timeAtStart(text)?.rest === "";
}

function isTitle(line: SourceLine | undefined): boolean {
  return line !== undefined && !isTime(line);
}

/** `10m`, `1h`, `1h 30m` */
function isDuration(text: string): boolean {
  return /^(?:\d{1,2}h ?)?(?:\d{1,3}m)?$/.test(text) && text !== "";
}

function isDayLine(line: SourceLine | undefined, today: string | undefined): boolean {
  if (!line || line.text.length > 40 || /\d{1,2}:\d{2}/.test(line.text)) return false;
  const date = dateInText(line.text, today);
  return date !== undefined && !/\p{L}{2}/u.test(date.after) && /^\p{L}*,?\s*$/u.test(date.before);
}

/** @returns the number of lines that belong together */
function readAt(state: State, at: number): number {
  const { lines } = state;
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line) return 1;
  if (isTime(line) && next) {
    const titleLines = titleLinesAt(lines, at + 1);
    const title = { ...next, text: titleLines.map(({ text }) => text).join(" ") };
    return titleLines.length - 1 + startEntry(state, line, title, lines[at + 1 + titleLines.length]);
  }
  if (isDayLine(line, state.today) && next && isTime(next)) {
    state.date = dateInText(line.text, state.today)?.date ?? state.date;
    return 1;
  }
  if (next && isDuration(next.text) && state.entry && !isSpeakers(line)) {
    const duration = durationOf(next.text);
    state.entry.parts.push({
      title: titleOf(line),
      speakers: [],
      links: [],
      ...(duration !== undefined && { duration }),
    });
    return 2;
  }
  addDetail(state, line);
  return 1;
}

/** Maximum number of lines of a title. */
const maxTitleLines = 6;

/** A title with formulas is several lines, and the mark of its address is the last of them. */
function titleLinesAt(lines: readonly SourceLine[], at: number): readonly SourceLine[] {
  const ahead = lines.slice(at, at + maxTitleLines);
  const mark = ahead.findIndex((line) => line.text.endsWith("\u00b6") || isTime(line));
  return ahead.slice(0, ahead[mark]?.text === "\u00b6" ? mark + 1 : 1);
}

function startEntry(
  state: State,
  time: SourceLine,
  title: SourceLine,
  after: SourceLine | undefined,
): number {
  const entry = emptyEntry(time.text.includes("\u2192") ? 0 : 2);
  const read = timeAtStart(time.text)?.time;
  if (read) setTime(entry, { ...read, starts: read.starts.toReversed() }, undefined);
  entry.title = titleOf(title);
  const duration = after && isDuration(after.text) ? durationOf(after.text) : undefined;
  if (duration !== undefined) entry.duration = duration;
  entry.hasOwnDuration = duration !== undefined;
  entry.isBreak = isBreakTitle(entry.title);
  if (state.date !== undefined) entry.date = state.date;
  state.entries.push(entry);
  state.entry = entry;
  return duration === undefined ? 2 : 3;
}

function addDetail({ entry }: State, line: SourceLine): void {
  if (!entry) return;
  const part = entry.parts.at(-1);
  if (isSpeakers(line)) {
    const people = readNamedPeople(line.text.slice(line.text.indexOf(":") + 1)) ?? [];
    if (/^(?:convener|convenor)/i.test(line.text)) entry.chairs.push(...people);
    else (part ?? entry).speakers.push(...people);
  } else if (line.indent === 1 && entry.place === undefined && entry.abstract.length === 0)
    entry.place = line.text;
  else if (!part && !entry.isBreak) entry.abstract.push(line.text);
}

function isSpeakers({ text }: SourceLine): boolean {
  return /^(?:Speakers?|Conven[eo]rs?)\s?: /.test(text);
}

function titleOf({ text }: SourceLine): string {
  return singleLineLabel(text.replace(/\s?\u00b6$/, ""));
}

function durationOf(text: string): number | undefined {
  return durationIn(text.replace(/^(\d{1,2})h (\d{1,3})m$/, "$1h$2"));
}
