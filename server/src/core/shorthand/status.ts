import type { ActionLine } from "./types";

const doneWords = "done|closed|completed";
const inProgressWords = "ongoing|in progress";
const words = `${doneWords}|${inProgressWords}|open`;

/** UTF-16 units at the end of a line in which a status is searched. */
const maxStatusLength = 24;

const statusAtEnd = new RegExp(
  `(?:[([](?:now |status: ?)?(${words})[)\\]]|(?<=[.;:,\\u2013-] ?)\\b(${words}))[.!]?$`,
  "i",
);

const oneWord = new RegExp(`^(?:(${doneWords})|(${inProgressWords})|open)$`, "i");

/** Removes the status at the end of an action: `Done.`, `(now DONE)`, `[closed]`. */
export function withoutStatus(text: string): Pick<ActionLine, "status" | "text"> {
  const from = Math.max(0, text.length - maxStatusLength);
  const match = statusAtEnd.exec(text.slice(from));
  const status = statusOf(match?.[1] ?? match?.[2] ?? "");
  if (!match || status === undefined) return { text, status: "open" };
  return { text: text.slice(0, from + match.index).trim(), status };
}

/** The status that is the whole text: `Done.`, `(ongoing)`; undefined for any other text. */
export function statusAlone(text: string): ActionLine["status"] | undefined {
  if (text.length > maxStatusLength) return undefined;
  return statusOf(text.replaceAll(/[^\p{L} ]/gu, "").trim());
}

function statusOf(word: string): ActionLine["status"] | undefined {
  const [whole, done, inProgress] = oneWord.exec(word) ?? [];
  if (whole === undefined) return undefined;
  return done !== undefined ? "done" : inProgress !== undefined ? "in-progress" : "open";
}
