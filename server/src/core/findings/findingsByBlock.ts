import { type CodeSet, codeSet, type Tally } from "./codeSet";
import type { Finding } from "./finding";

/** What is found in a file, by the index of the block it stands in. */
export interface Found {
  /** the blocks in which something is found, and maybe some more, ascending */
  readonly indices: readonly number[];
  /** Counts the findings of all blocks. */
  count(tally: Tally): void;
  /** The codes found in a block; no finding is made for that. */
  codesIn(index: number): CodeSet;
  /** The findings in a block, by place, relative to its start. */
  findingsIn(index: number): readonly Finding[];
}

/** The same, but for what is found in some of the blocks. */
export function withOthers(found: Found, others: ReadonlyMap<number, readonly Finding[]>): Found {
  if (others.size === 0) return found;
  const ascending = [...others.keys()].sort((a, b) => a - b);
  return {
    indices: mergedIndices(found.indices, ascending),
    count: (tally) => {
      found.count(tally);
      for (const [index, findings] of others) {
        tally.add(found.findingsIn(index), -1);
        tally.add(findings);
      }
    },
    codesIn: (index) => {
      const other = others.get(index);
      return other ? codeSet(other) : found.codesIn(index);
    },
    findingsIn: (index) => others.get(index) ?? found.findingsIn(index),
  };
}

/** All of both, ascending, each once. */
export function mergedIndices(left: readonly number[], right: readonly number[]): readonly number[] {
  if (right.length === 0) return left;
  const merged: number[] = [];
  let at = 0;
  for (const index of left) {
    while (at < right.length && (right[at] ?? 0) < index) merged.push(right[at++] ?? 0);
    if (right[at] === index) at++;
    merged.push(index);
  }
  while (at < right.length) merged.push(right[at++] ?? 0);
  return merged;
}
