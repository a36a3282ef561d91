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
