/** Limits on the size of files and items, so that analysis takes bounded time and memory. */
export interface Limits {
  /** maximum UTF-16 units of a file */
  readonly maxLength: number;
  /** maximum number of top-level keys and items of a file */
  readonly maxBlocks: number;
  /** maximum UTF-16 units of one top-level key or item, and of a file that cannot be split */
  readonly maxBlockLength: number;
  /** maximum number of line breaks and separators of one top-level key or item; each may start a value */
  readonly maxBlockSeparators: number;
  /** the setting that controls these limits, if there is one */
  readonly setting?: string;
}

/**
 * The limits for a maximum file size in units of 2^20 characters. Each unit allows about two thousand items;
 * one item may take a twenty-fifth of the file and one separator per ten characters, because the nodes of a
 * value take six kilobytes.
 */
export function limitsFor(megabytes: number): Limits {
  const length = megabytes * 2 ** 20;
  return {
    maxLength: length,
    maxBlocks: Math.round(length / 500),
    maxBlockLength: Math.round(length / 25),
    maxBlockSeparators: Math.round(length / 250),
    setting: "wlcgNotes.maxFileSize",
  };
}

/**
 * The limits of the command line: no limit on size, since no editor waits, but as many separators per item as
 * the editor's default.
 */
export const commandLineLimits: Limits = {
  maxLength: Number.POSITIVE_INFINITY,
  maxBlocks: Number.POSITIVE_INFINITY,
  maxBlockLength: Number.POSITIVE_INFINITY,
  maxBlockSeparators: limitsFor(10).maxBlockSeparators,
};

/** True for an item, or a file that cannot be split, that would take too long or too much memory to parse. */
export function isItemTooLong(text: string, limits: Limits): boolean {
  return text.length > limits.maxBlockLength || hasMoreSeparators(text, limits.maxBlockSeparators);
}

function hasMoreSeparators(text: string, maxSeparators: number): boolean {
  if (text.length <= maxSeparators) return false;
  const separator = /[\n,:[{]|-\s/g;
  for (let separatorsLeft = maxSeparators; separatorsLeft >= 0; separatorsLeft--)
    if (!separator.test(text)) return false;
  return true;
}
