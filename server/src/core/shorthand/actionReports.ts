/** Reads lines of notes that report on an action by its number: `Action 649.1: done`, `**649.3** ongoing, by 11 December`. */
import { dueDateAlone, withoutDueDate } from "./dueDate";
import { labelOf, withoutListMark } from "./label";
import { proseLines } from "./proseLines";
import { shorthandLines } from "./shorthandLines";
import { reportedStatus, statusAlone, withoutStatus } from "./status";
import type { ActionLine, ShorthandContext } from "./types";

/** What a line of notes says about an action that is written elsewhere too. */
export interface ActionReport {
  /** the number of the action, in lower case */
  readonly id: string;
  readonly status?: ActionLine["status"];
  /** ISO 8601 */
  readonly due?: string;
  /** true for `Action 649.1: done`, which lacks the text of the action */
  readonly isBare: boolean;
}

/** @param notes Markdown, with any line ends @returns in order; lines with the text of an action too */
export function actionReports(notes: string, context: ShorthandContext): readonly ActionReport[] {
  if (!/\d/.test(notes)) return [];
  const lines = shorthandLines(notes, context);
  const read = new Map(lines.map(({ lines: [{ line }], shorthand }) => [line, shorthand]));
  return [...proseLines(notes)].flatMap(({ line, text }) => {
    const shorthand = read.get(line);
    if (shorthand?.kind !== "action") return shorthand ? [] : bareReports(text, context);
    const { id, status, due } = shorthand;
    if (id === undefined) return [];
    const said = report([id], status === "open" ? undefined : status, due, false);
    // `Action 649.1: delayed to 10 December`
    return said.length > 0 ? said : bareReports(text, context);
  });
}

function report(
  ids: readonly string[],
  status: ActionLine["status"] | undefined,
  due: string | undefined,
  isBare: boolean,
): readonly ActionReport[] {
  if (status === undefined && due === undefined) return [];
  return ids.map((id) => ({
    id: id.toLowerCase(),
    ...(status !== undefined && { status }),
    ...(due !== undefined && { due }),
    isBare,
  }));
}

/** UTF-16 units of a line; a longer line is a paragraph. */
const maxLineLength = 300;

const number = "[A-Z]{0,3}-?\\d{1,6}(?:[.-]\\d{1,6}){0,3}[a-z]?";
const numbersAtStart = new RegExp(
  `^[*_([]{0,4}(?:(?:actions?(?: items?| points?)?|ais?|aps?|to-?do|no\\.?|nr\\.?|#)\\s?)?(${number}(?:(?:\\s?[,;&/+]\\s?|\\sand\\s)${number}){0,9})(?![\\w])[*_\\])]{0,4}(?:\\s?\\([^()]{1,60}\\))?[\\s:*_\\u2013\\u2014-]{0,8}`,
  "i",
);

/** Before the number of another action in a line: `12.3 done; A7 dropped`. */
const nextReport = /(?<=[.;])\s(?=[*_]{0,2}(?:actions?\s|#)?[A-Z]{0,3}-?\d)/i;

function bareReports(line: string, context: ShorthandContext): readonly ActionReport[] {
  if (line.length > maxLineLength || !/\d/.test(line)) return [];
  return line.split(nextReport).flatMap((part) => reportsIn(part, context));
}

function reportsIn(line: string, context: ShorthandContext): readonly ActionReport[] {
  const label = labelOf(line, context);
  if (label?.kind === "action" && label.id !== undefined) {
    const said = saidIn(label.text, context);
    const status = said.status ?? label.status ?? (label.isTicked ? "done" : statusAtEnd(label.text));
    return report([label.id], status, said.due ?? label.due, true);
  }
  const content = withoutListMark(line) ?? "";
  const [box = "", tick = ""] = /^\[([ xX])\]\s+/.exec(content) ?? [];
  const rest = content.slice(box.length);
  const [start = "", ids = ""] = numbersAtStart.exec(rest) ?? [];
  if (start === "") return [];
  const text = rest.slice(start.length);
  const said = saidIn(text, context);
  // `12 sites upgraded. Done.` may be no report on the action 12
  const isCertain = text === "" || /[.\p{L}]/u.test(ids) || /[:*_)\]\u2013\u2014-]$/.test(start.trimEnd());
  const isTicked = tick.toLowerCase() === "x";
  const status = said.status ?? (isCertain ? (isTicked ? "done" : statusAtEnd(text)) : undefined);
  const due = said.due ?? (isCertain && status === undefined ? comingDay(text, context) : undefined);
  return report(ids.split(/\s?[,;&/+]\s?|\sand\s/), status, due, true);
}

/** A day that is more days ahead is that of the last year: `answered by 6 November` at the end of November. */
const maxDaysAhead = 300;

/** The day at the end of `DK to order by 9 April`, unless it is over. */
function comingDay(text: string, context: ShorthandContext): string | undefined {
  const { text: rest, due } = withoutDueDate(text, context);
  if (rest === text || due === undefined) return undefined;
  const days = (Date.parse(due) - Date.parse(context.date)) / 86_400_000;
  return days > 0 && days <= maxDaysAhead ? due : undefined;
}

/** The status of `RJ reported. Closed.` and `dropped, no longer relevant`. */
function statusAtEnd(text: string): ActionLine["status"] | undefined {
  const { status } = withoutStatus(text.trim());
  return status === "open" ? undefined : status;
}

/** The status and the due date of `is ongoing, by 11 December`; nothing unless the text begins with one of them. */
function saidIn(text: string, context: ShorthandContext): Pick<ActionReport, "due" | "status"> {
  const [first = "", ...others] = text
    .replace(/^[\s:*_\u2013\u2014-]{0,8}(?:(?:is|are|was|now|still|has been)\s){0,2}/i, "")
    .split(/[;,(]\s?|\.\s|\.$/);
  const plannedDay = /^(?:done|closed|completed?|finished)\s(?=by|before|until)/i.test(first)
    ? comingDay(first, context)
    : undefined;
  if (plannedDay !== undefined) return { due: plannedDay };
  const status = reportedStatus(first);
  const due = [first, ...others].map((part) => dueIn(part, context)).find((day) => day !== undefined);
  if (status === undefined && dueIn(first, context) === undefined) return {};
  const isOver = status === "done" || status === "dropped";
  return {
    ...(status !== undefined && { status }),
    ...(due !== undefined && !isOver && { due }),
  };
}

/** What `by 10 December` follows in a report. */
const planned = /^(?:to be (?:done|finished|completed|sent|delivered|ready)|expected|planned|foreseen)$/i;

/** The day of `by 11 December` and `postponed to 11 December`; that of `4 December` may be when it was done. */
function dueIn(part: string, context: ShorthandContext): string | undefined {
  // bounded: 300 characters (maxLineLength)
  const words = part.trim().replace(/[)\]]+$/, "");
  const later =
    /^(?:postponed|moved|extended|deferred|delayed|shifted|rescheduled|slipped|pushed(?: back)?)(?: to| until| till)?\s(.{2,40})$/i.exec(
      words,
    )?.[1];
  if (later !== undefined) return dueDateAlone(later, context);
  const phrase = words.replace(/^(?:new |now )/i, "");
  const { text, due } = withoutDueDate(phrase, context);
  if (text === "") return due;
  return statusAlone(text) === undefined && !planned.test(text) ? undefined : due;
}
