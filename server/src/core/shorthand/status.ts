import type { ActionLine } from "./types";

type Status = ActionLine["status"];

/** The status of each word for it. */
const statuses: ReadonlyMap<string, Status> = new Map([
  ["done", "done"],
  ["closed", "done"],
  ["completed", "done"],
  ["ongoing", "in-progress"],
  ["in progress", "in-progress"],
  ["open", "open"],
]);

/** UTF-16 units at the end of a line in which a status is searched. */
const maxStatusLength = 24;

const words = [...statuses.keys()].join("|");
const statusAtEnd = new RegExp(
  `(?:[([](?:now |status: ?)?(${words})[)\\]]|(?<=[.;:,\\u2013-] ?)\\b(${words}))[.!]?$`,
  "i",
);

/** Removes the status at the end of an action: `Done.`, `(now DONE)`, `[closed]`. */
export function withoutStatus(text: string): Pick<ActionLine, "status" | "text"> {
  const from = Math.max(0, text.length - maxStatusLength);
  const match = statusAtEnd.exec(text.slice(from));
  const status = statuses.get((match?.[1] ?? match?.[2] ?? "").toLowerCase());
  if (!match || status === undefined) return { text, status: "open" };
  return { text: text.slice(0, from + match.index).trim(), status };
}

/** The status that is the whole text: `Done.`, `(ongoing)`; undefined for any other text. */
export function statusAlone(text: string): Status | undefined {
  if (text.length > maxStatusLength) return undefined;
  return statuses.get(
    text
      .replaceAll(/[^\p{L} ]/gu, "")
      .trim()
      .toLowerCase(),
  );
}
