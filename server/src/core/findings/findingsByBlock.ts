import { type CodeSet, codeSet, type Tally } from "./codeSet";
import type { Finding } from "./finding";

/** The findings of a file by block index. */
export interface FindingsByBlock {
  /** indices of the blocks with findings, ascending; may include blocks without */
  readonly blockIndices: readonly number[];
  /** Adds the findings of all blocks to the tally. */
  count(tally: Tally): void;
  /** The codes of the findings in a block; does not build the findings. */
  codesIn(index: number): CodeSet;
  /** The findings in a block, ordered by range, with offsets relative to the block. */
  findingsIn(index: number): readonly Finding[];
}

/** The same findings, with those of some blocks replaced. */
export function withReplacements(
  base: FindingsByBlock,
  replacements: ReadonlyMap<number, readonly Finding[]>,
): FindingsByBlock {
  if (replacements.size === 0) return base;
  const ascending = [...replacements.keys()].sort((a, b) => a - b);
  return {
    blockIndices: mergedIndices(base.blockIndices, ascending),
    count: (tally) => {
      base.count(tally);
      for (const [index, findings] of replacements) {
        tally.add(base.findingsIn(index), -1);
        tally.add(findings);
      }
    },
    codesIn: (index) => {
      const replacement = replacements.get(index);
      return replacement ? codeSet(replacement) : base.codesIn(index);
    },
    findingsIn: (index) => replacements.get(index) ?? base.findingsIn(index),
  };
}

/** The union of two ascending lists, ascending. */
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
