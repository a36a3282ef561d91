import type { Message } from "vscode-languageserver";
import { Turn } from "../../host/timeSlice";

/** Entries of a list, and UTF-16 units of a text, that are written at once; a longer value is written in slices. */
const batch = 100;
const passage = 50_000;

/** The depth in a message down to which long values are found: the items of an outline are in the result of an answer. */
const maxDepth = 4;

/**
 * Messages as JSON in UTF-8, long ones a few milliseconds at a time, so that the outline of ten thousand items delays
 * no keystroke. The text is that of `JSON.stringify`; at most a batch of a long message exists as a string at a time.
 */
export const slicedJson = {
  name: "application/json",
  async encode(message: Message): Promise<Uint8Array> {
    const bytes: Buffer[] = [];
    await write(message, (text) => bytes.push(Buffer.from(text)), new Turn());
    return bytes.length === 1 && bytes[0] ? bytes[0] : Buffer.concat(bytes);
  },
};

type Write = (text: string) => void;

async function write(value: unknown, to: Write, turn: Turn, depth = 0): Promise<void> {
  if (typeof value === "string" && isLong(value)) return writePassages(value, to, turn);
  if (Array.isArray(value) && isLong(value)) return writeBatches(value, to, turn);
  if (!holdsLong(value, depth)) return to(JSON.stringify(value));
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      to(index === 0 ? "[" : ",");
      await write(entry ?? null, to, turn, depth + 1);
    }
    return to("]");
  }
  let before = "{";
  for (const [key, part] of Object.entries(value as object)) {
    if (part === undefined) continue;
    to(`${before}${JSON.stringify(key)}:`);
    await write(part, to, turn, depth + 1);
    before = ",";
  }
  to("}");
}

async function writeBatches(list: readonly unknown[], to: Write, turn: Turn): Promise<void> {
  for (let from = 0; from < list.length; from += batch) {
    to((from === 0 ? "[" : ",") + JSON.stringify(list.slice(from, from + batch)).slice(1, -1));
    if (turn.isOver()) await turn.next();
  }
  to("]");
}

async function writePassages(text: string, to: Write, turn: Turn): Promise<void> {
  to('"');
  for (let from = 0; from < text.length; ) {
    const end = from + passage;
    // a pair of surrogates stays one
    const isWhole = end >= text.length || (text.codePointAt(end - 1) ?? 0) <= 0xffff;
    const next = isWhole ? end : end + 1;
    to(JSON.stringify(text.slice(from, next)).slice(1, -1));
    from = next;
    if (turn.isOver()) await turn.next();
  }
  to('"');
}

function isLong(value: unknown): boolean {
  if (typeof value === "string") return value.length > passage;
  return Array.isArray(value) && value.length > batch;
}

/** True if it contains a long value, not deeper in the message than `maxDepth`. */
function holdsLong(value: unknown, depth: number): boolean {
  if (depth > maxDepth || typeof value !== "object" || value === null) return false;
  return Object.values(value).some((part) => isLong(part) || holdsLong(part, depth + 1));
}
