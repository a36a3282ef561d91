import type { ActionLine } from "./types";

const doneWords = "done|closed|completed?|finished";
const inProgressWords = "ongoing|in progress|in-progress";
const droppedWords = "dropped|cancelled|canceled|withdrawn|obsolete";
const words = `${doneWords}|${inProgressWords}|${droppedWords}|open`;

/** UTF-16 units at the end of a line in which a status is searched. */
const maxStatusLength = 24;

const statusAtEnd = new RegExp(
  `(?:[([](?:now |status: ?)?(${words})[)\\]]|(?<=[.;:,\\u2013-] ?)\\b(${words}))[.!]?$`,
  "i",
);

/** UTF-16 units at the end of a line in which a status with a day is searched. */
const maxDatedLength = 60;

/** UTF-16 units at the end of a line in which a status with a reason is searched. */
const maxReasonedLength = 90;

/** `Done on 28 November.`, which stays in the text */
const datedStatus = new RegExp(
  `[.;] ?(${words}) (?:on|since|last|yesterday|today)\\b[^.;:]{0,30}[.!]?$`,
  "i",
);

/** `– dropped, no longer relevant`, which stays in the text */
const reasonedStatus = new RegExp(`(?:[.;]|\\s[-\u2013\u2014]) ?(${words}), [^.;:]{2,60}[.!]?$`, "i");

const oneWord = new RegExp(`^(?:(${doneWords})|(${inProgressWords})|(${droppedWords})|open)$`, "i");

/** Removes the status at the end of an action: `Done.`, `(now DONE)`, `[closed]`. */
export function withoutStatus(text: string): Pick<ActionLine, "status" | "text"> {
  const from = Math.max(0, text.length - maxStatusLength);
  const match = statusAtEnd.exec(text.slice(from));
  const status =
    statusOf(match?.[1] ?? match?.[2] ?? "") ??
    statusOf(datedStatus.exec(text.slice(-maxDatedLength))?.[1] ?? "") ??
    statusOf(reasonedStatus.exec(text.slice(-maxReasonedLength))?.[1] ?? "");
  if (!match || status === undefined) return { text, status: status ?? "open" };
  return { text: text.slice(0, from + match.index).trim(), status };
}

/** The status that is the whole text: `Done.`, `(ongoing)`; undefined for any other text. */
export function statusAlone(text: string): ActionLine["status"] | undefined {
  if (text.length > maxStatusLength || text.includes("?")) return undefined;
  // bounded: 24 characters (maxStatusLength)
  return statusOf(text.replaceAll(/[^\p{L} -]|^\W+|\W+$/gu, "").trim());
}

/** The status that a report on an action begins with: `done on Friday`, `Closed. The slides are on the page.` */
export function reportedStatus(text: string): ActionLine["status"] | undefined {
  const [sentence = ""] = text.split(/[;,(]|\.\s|\.$/, 1);
  return statusAlone(
    // bounded: 60 characters (maxReportLength)
    sentence.slice(0, maxReportLength).replace(/\s(?:on|since|in|at|by|last|yesterday|today)\b.*$/i, ""),
  );
}

/** UTF-16 units of a report in which a status is searched. */
const maxReportLength = 60;

function statusOf(word: string): ActionLine["status"] | undefined {
  const [whole, done, inProgress, dropped] = oneWord.exec(word) ?? [];
  if (whole === undefined) return undefined;
  if (done !== undefined) return "done";
  return inProgress !== undefined ? "in-progress" : dropped !== undefined ? "dropped" : "open";
}
