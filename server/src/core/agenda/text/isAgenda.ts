/** Whether a text is an agenda, or other lines with times: a log, a chat, opening hours, a recipe. */
import { isRoutineTitle } from "../../suggest/routineTitle";
import type { AgendaLine } from "../lines/agendaLines";
import type { BuiltAgenda, BuiltEntry } from "./agendaBuilder";

/** A line of a programming language, a log, a patch, a page, a calendar or a contributions file. */
const otherFormat =
  /^(?:@@ -\d|diff --git|<(?:!doctype|html|body|ul|ol|li|div|table|tr|p)\b|BEGIN:V|\\(?:begin|item|section)\b|[{}[\]]{1,3},?;?$|"[\w-]+":|(?:export|import|function|const|let|def|class|return|if|for)\b.*[;{:(]$|#!\/|(?:apiVersion|kind|metadata|spec|contributions|meeting|sessions|surveys):)/i;
const yamlEntry = /^- (?:title|break|question|topic|text|name): /;
const yamlKey =
  /^(?:- )?(?:title|speakers|start|duration|themes|session|conveners|abstract|notes|break|endDate): /;

/** True for text in another format, which has no lines of an agenda. */
export function isOtherFormat(lines: readonly AgendaLine[]): boolean {
  const texts = lines.map(({ text }) => text.slice(0, 200));
  if (texts.some((text) => otherFormat.test(text) || yamlEntry.test(text))) return true;
  return texts.filter((text) => yamlKey.test(text)).length >= 2;
}

/** A person who speaks in a chat, seconds after a time, a number alone. */
const chat = /^(?:<[^<>]{1,40}>|[a-z][\w.-]{1,20}:\s|from .{1,80} to .{1,40}:|\* \w+ (?:joined|left))/i;

/** True if the entries are those of an agenda. */
export function isAgenda(agenda: BuiltAgenda, lines: readonly AgendaLine[]): boolean {
  const { entries } = agenda;
  if (entries.length < 2 || entries.every(({ isBreak }) => isBreak)) return false;
  if (
    shareOf(entries, isSentence) > 0.4 ||
    shareOf(entries, ({ title }) => chat.test(title) && /^[a-z<]|^From /.test(title)) > 0.3
  )
    return false;
  const timed = entries.filter(({ start }) => start !== undefined);
  return timed.length >= 2 ? isTimedAgenda(agenda, timed, lines) : isListAgenda(agenda);
}

function isTimedAgenda(
  agenda: BuiltAgenda,
  timed: readonly BuiltEntry[],
  lines: readonly AgendaLine[],
): boolean {
  const evidence = evidenceIn(agenda);
  const isWeak = shareOf(timed, (entry) => entry.isWeak) > 0.5;
  if (timed[0]?.start === 0 || evidence < (isWeak ? 2 : 1)) return false;
  if (new Set(timed.map(({ date, start }) => `${date} ${start}`)).size < 2) return false;
  const isOrdered = (entry: BuiltEntry, at: number): boolean => {
    const above = timed[at - 1];
    return above === undefined || above.date !== entry.date || (entry.start ?? 0) >= (above.start ?? 0);
  };
  if (shareOf(timed, isOrdered) < 0.7 && timed.length > 2) return false;
  return entriesPerLine(agenda, lines) > 0.15;
}

/** A list without times of day is an agenda if a label introduces it, or if it has durations and more. */
function isListAgenda(agenda: BuiltAgenda): boolean {
  const { entries } = agenda;
  if (agenda.hasLabel) return true;
  const withDuration = entries.filter(({ duration }) => duration !== undefined).length;
  const hasMore = entries.some(
    ({ speakers, isBreak, title }) => speakers.length > 0 || isBreak || isRoutineTitle(title),
  );
  return withDuration >= 2 && withDuration * 2 >= entries.length && hasMore;
}

/** Signs of an agenda: the word, persons, breaks and welcomes, a date above the times. */
function evidenceIn({ entries, head, hasLabel, sessions }: BuiltAgenda): number {
  const signs = [
    hasLabel,
    entries.some(({ speakers }) => speakers.length > 0),
    entries.some(({ title, isBreak }) => isBreak || isRoutineTitle(title)),
    head.date !== undefined,
    sessions.some(({ conveners }) => conveners.length > 0),
  ];
  return signs.filter(Boolean).length;
}

/** A line that reports an event of the past: `14:20 The disk was found to be full, so old snapshots were deleted.` */
function isSentence({ title }: BuiltEntry): boolean {
  return (
    /[a-z\d)]\.$/i.test(title) &&
    !/\b(?:etc|al|e\.g|p\.m|a\.m|Inc|Jr)\.$/.test(title) &&
    title.split(" ").length >= 4
  );
}

function entriesPerLine({ entries }: BuiltAgenda, lines: readonly AgendaLine[]): number {
  return entries.length / Math.max(lines.filter(({ text }) => text !== "").length, 1);
}

function shareOf<T>(values: readonly T[], is: (value: T, at: number) => boolean): number {
  return values.filter(is).length / Math.max(values.length, 1);
}
