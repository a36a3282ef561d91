import type { Message } from "vscode-languageserver";
import { Turn } from "./turn";

/** Entries of a list that are written in one go; a longer one is long. */
const batch = 100;

/** How deep in a message its long lists are looked for: an outline's items stand in the results of an answer. */
const deepest = 4;

/**
 * Messages as JSON in UTF-8, long ones a few milliseconds at a time, so that the outline of ten thousand items keeps no
 * letter waiting. The text is that of `JSON.stringify`.
 */
export const slicedJson = {
  name: "application/json",
  encode: async (message: Message): Promise<Uint8Array> => Buffer.from(await textOf(message, new Turn())),
};

async function textOf(value: unknown, turn: Turn, depth = 0): Promise<string> {
  if (isLong(value)) return `[${(await batchesOf(value, turn)).join(",")}]`;
  if (!holdsLong(value, depth)) return JSON.stringify(value);
  const parts: string[] = [];
  if (Array.isArray(value)) {
    for (const entry of value) parts.push(await textOf(entry ?? null, turn, depth + 1));
    return `[${parts.join(",")}]`;
  }
  for (const [key, part] of Object.entries(value as object))
    if (part !== undefined) parts.push(`${JSON.stringify(key)}:${await textOf(part, turn, depth + 1)}`);
  return `{${parts.join(",")}}`;
}

async function batchesOf(list: readonly unknown[], turn: Turn): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let from = 0; from < list.length; from += batch) {
    texts.push(JSON.stringify(list.slice(from, from + batch)).slice(1, -1));
    if (turn.isOver()) await turn.next();
  }
  return texts;
}

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > batch;
}

/** True where a long list stands in it, not too deep to be found quickly. */
function holdsLong(value: unknown, depth: number): boolean {
  if (depth > deepest || typeof value !== "object" || value === null) return false;
  return Object.values(value).some((part) => isLong(part) || holdsLong(part, depth + 1));
}
