import type { ActionLine } from "./types";

/** UTF-16 units at the end of a line in which a status is searched. */
const maxStatusLength = 24;

/** Removes the status at the end of an action: `Done.`, `(now DONE)`, `[closed]`. */
export function withoutStatus(text: string): Pick<ActionLine, "status" | "text"> {
  const from = Math.max(0, text.length - maxStatusLength);
  const match =
    /(?:[([](?:now |status: ?)?(done|closed|completed|ongoing|in progress|open)[)\]]|(?<=[.;:,\u2013-] ?)\b(Done|DONE|Closed|CLOSED|Completed|COMPLETED|Ongoing|ONGOING|Open|OPEN))[.!]?$/i.exec(
      text.slice(from),
    );
  const word = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (!match || word === undefined) return { text, status: "open" };
  return { text: text.slice(0, from + match.index).trim(), status: statusOf(word) };
}

/** The status that is the whole text: `Done.`, `(ongoing)`; undefined for any other text. */
export function statusAlone(text: string): ActionLine["status"] | undefined {
  const plain = text
    .slice(0, maxStatusLength)
    .replaceAll(/[^\p{L} ]/gu, "")
    .trim()
    .toLowerCase();
  const isShort = text.length <= maxStatusLength;
  return isShort && statusWords.has(plain) ? statusOf(plain) : undefined;
}

const statusWords: ReadonlySet<string> = new Set([
  "done",
  "closed",
  "completed",
  "ongoing",
  "in progress",
  "open",
]);

function statusOf(word: string): ActionLine["status"] {
  if (word === "open") return "open";
  return word === "ongoing" || word === "in progress" ? "in-progress" : "done";
}
