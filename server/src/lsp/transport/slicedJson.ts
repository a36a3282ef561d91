import type { Message } from "vscode-languageserver";
import { TimeSlice } from "../../host/timeSlice";

/**
 * Maximum number of list entries, and of UTF-16 units of a string, that are written at once; anything larger
 * is written in slices.
 */
const maxBatchEntries = 100;
const maxChunkLength = 50_000;

/** The depth in a message down to which long values are searched; deep enough for the items of an outline. */
const maxDepth = 4;

/**
 * Encodes messages as JSON in UTF-8, large ones in time slices, so that the outline of ten thousand items
 * does not block a keystroke. The text equals that of `JSON.stringify`; only one batch at a time is held as a
 * string.
 */
export const slicedJson = {
  name: "application/json",
  async encode(message: Message): Promise<Uint8Array> {
    const bytes: Buffer[] = [];
    await write(message, (text) => bytes.push(Buffer.from(text)), new TimeSlice());
    return bytes.length === 1 && bytes[0] ? bytes[0] : Buffer.concat(bytes);
  },
};

type Write = (text: string) => void;

async function write(value: unknown, to: Write, slice: TimeSlice, depth = 0): Promise<void> {
  if (typeof value === "string" && isLong(value)) return writeChunks(value, to, slice);
  if (Array.isArray(value) && isLong(value)) return writeBatches(value, to, slice);
  if (!holdsLong(value, depth)) return to(JSON.stringify(value));
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      to(index === 0 ? "[" : ",");
      await write(entry ?? null, to, slice, depth + 1);
    }
    return to("]");
  }
  let before = "{";
  for (const [key, part] of Object.entries(value as object)) {
    if (part === undefined) continue;
    to(`${before}${JSON.stringify(key)}:`);
    await write(part, to, slice, depth + 1);
    before = ",";
  }
  to("}");
}

async function writeBatches(list: readonly unknown[], to: Write, slice: TimeSlice): Promise<void> {
  for (let from = 0; from < list.length; from += maxBatchEntries) {
    to((from === 0 ? "[" : ",") + JSON.stringify(list.slice(from, from + maxBatchEntries)).slice(1, -1));
    if (slice.isOver()) await slice.yieldToEventLoop();
  }
  to("]");
}

async function writeChunks(text: string, to: Write, slice: TimeSlice): Promise<void> {
  to('"');
  for (let from = 0; from < text.length; ) {
    const end = from + maxChunkLength;
    // surrogate pairs are not split
    const isWhole = end >= text.length || (text.codePointAt(end - 1) ?? 0) <= 0xffff;
    const next = isWhole ? end : end + 1;
    to(JSON.stringify(text.slice(from, next)).slice(1, -1));
    from = next;
    if (slice.isOver()) await slice.yieldToEventLoop();
  }
  to('"');
}

function isLong(value: unknown): boolean {
  if (typeof value === "string") return value.length > maxChunkLength;
  return Array.isArray(value) && value.length > maxBatchEntries;
}

/** True if it contains a long value, not deeper in the message than `maxDepth`. */
function holdsLong(value: unknown, depth: number): boolean {
  if (depth > maxDepth || typeof value !== "object" || value === null) return false;
  return Object.values(value).some((part) => isLong(part) || holdsLong(part, depth + 1));
}
