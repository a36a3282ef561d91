/** How much of a file is read, so that it takes bounded time and memory, whoever wrote it. */
export interface Limits {
  /** UTF-16 units of a file */
  readonly length: number;
  /** root keys and items of a file */
  readonly blocks: number;
  /** UTF-16 units of one root key or item, and of a file that cannot be cut */
  readonly blockLength: number;
}

/**
 * The limits that go with a file's size in millions of characters (2^20): some two thousand items to one, and a
 * twenty-fifth of the file for one item, whose nodes may take five hundred times its text.
 */
export function limitsFor(megabytes: number): Limits {
  const length = megabytes * 2 ** 20;
  return { length, blocks: Math.round(length / 500), blockLength: Math.round(length / 25) };
}
