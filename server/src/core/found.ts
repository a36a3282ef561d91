import type { Code, Finding } from "./finding";

/** How many findings there are of each code. */
export type Tally = ReadonlyMap<Code, number>;

/** What is found in a file, by the index of the block it stands in. */
export interface Found {
  /** the blocks in which something is found, and maybe some more, ascending */
  readonly indices: readonly number[];
  /** Counts the findings of all blocks. */
  tally(): Tally;
  /** True where a finding in the block has such a code; none is made for that. */
  some(index: number, isMeant: (code: Code) => boolean): boolean;
  /** The findings in a block, by place, relative to its start. */
  findingsIn(index: number): readonly Finding[];
}

/** The same, but for what is found in some of the blocks. */
export function withOthers(found: Found, others: ReadonlyMap<number, readonly Finding[]>): Found {
  if (others.size === 0) return found;
  const ascending = [...others.keys()].sort((a, b) => a - b);
  return {
    indices: mergedIndices(found.indices, ascending),
    tally: () => {
      const tally = new Map(found.tally());
      for (const [index, findings] of others) {
        count(tally, found.findingsIn(index), -1);
        count(tally, findings, 1);
      }
      return tally;
    },
    some: (index, isMeant) =>
      others.get(index)?.some(({ code }) => isMeant(code)) ?? found.some(index, isMeant),
    findingsIn: (index) => others.get(index) ?? found.findingsIn(index),
  };
}

/** Adds `by` for each of the findings. */
export function count(
  tally: Map<Code, number>,
  findings: readonly { readonly code: Code }[],
  by: number,
): void {
  for (const { code } of findings) tally.set(code, (tally.get(code) ?? 0) + by);
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
  return at === right.length ? merged : [...merged, ...right.slice(at)];
}
