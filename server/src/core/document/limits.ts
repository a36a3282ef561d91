import type { Finding } from "../findings/finding";
import { at } from "../syntaxErrors/unreadableText";

/** How much of a file is read, so that it takes bounded time and memory, whoever wrote it. */
export interface Limits {
  /** UTF-16 units of a file */
  readonly length: number;
  /** root keys and items of a file */
  readonly blocks: number;
  /** UTF-16 units of one root key or item, and of a file that cannot be cut */
  readonly blockLength: number;
  /** line ends, commas, colons and the like of the same, each of which may be a value of its own */
  readonly blockMarks: number;
  /** the setting they go with, where there is one */
  readonly setting?: string;
}

/**
 * The limits that go with a file's size in millions of characters (2^20): some two thousand items to one, and a
 * twenty-fifth of the file for one item, with a mark to every ten characters: a value's nodes take six kilobytes.
 */
export function limitsFor(megabytes: number): Limits {
  const length = megabytes * 2 ** 20;
  return {
    length,
    blocks: Math.round(length / 500),
    blockLength: Math.round(length / 25),
    blockMarks: Math.round(length / 250),
    setting: "wlcgNotes.maxFileSize",
  };
}

/** A file and an item of any size, as there is no editor to keep waiting; but as many values as the editor reads by default. */
export const commandLineLimits: Limits = {
  length: Number.POSITIVE_INFINITY,
  blocks: Number.POSITIVE_INFINITY,
  blockLength: Number.POSITIVE_INFINITY,
  blockMarks: limitsFor(10).blockMarks,
};

/** A file beyond the limits, at its start. */
export function tooLarge(text: string, limits: Limits): Finding {
  const most = limits.blocks.toLocaleString("en");
  const problem =
    text.length > limits.length
      ? `File too large to analyse: ${megabytes(text.length)}, limit ${megabytes(limits.length)}`
      : `Too many items to analyse: the limit is ${most}`;
  return tooComplex(0, `${problem} (\`wlcgNotes.maxFileSize\`).`);
}

/** True for an item, or a file that is read as one, that takes too long or too much memory to be read. */
export function isTooLong(text: string, limits: Limits): boolean {
  return text.length > limits.blockLength || hasMoreMarks(text, limits.blockMarks);
}

/** Such an item or file: at its first line with ink. */
export function tooLong(text: string, limits: Limits): Finding {
  const most = limits.blockMarks.toLocaleString("en");
  const why =
    text.length > limits.blockLength
      ? `Too long to analyse as one item: ${megabytes(text.length)}, limit ${megabytes(limits.blockLength)}`
      : `Too complex to analyse as one item: the limit is ${most} line ends, commas, colons and brackets`;
  const setting = limits.setting === undefined ? "" : ` (scales with \`${limits.setting}\`)`;
  return tooComplex(Math.max(0, text.search(/\S/)), `${why}${setting}.`);
}

function hasMoreMarks(text: string, most: number): boolean {
  if (text.length <= most) return false;
  const mark = /[\n,:[{]|-\s/g;
  for (let left = most; left >= 0; left--) if (!mark.test(text)) return false;
  return true;
}

function megabytes(length: number): string {
  return `${(length / 2 ** 20).toFixed(1)} MB`;
}

function tooComplex(start: number, message: string): Finding {
  return { ...at(start, message), code: "too-complex" };
}
