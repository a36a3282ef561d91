/** What is found by looking across the items of a file. */

import type { KeptBlock } from "../document/block";
import type { Census } from "../document/nameCounts";
import { type CodeSet, codeSet, Tally } from "../findings/codeSet";
import type { Finding } from "../findings/finding";
import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "../rules/rule";

/** What one rule found. */
export interface Across {
  readonly tally: Tally;
  /** the blocks in which there is something, ascending */
  readonly indices: readonly number[];
  /** by the index of the block */
  readonly in: ReadonlyMap<number, readonly CrossItemFinding[]>;
  /** by the index of the block what was told last of it */
  readonly told: Map<number, Told>;
  readonly codes: ArrayLike<CodeSet>;
}

/** All findings of a block, made of what it says by itself and of what is found across. */
export interface Told {
  /** the block's own, or what else was to be told of it by itself */
  readonly own: readonly Finding[];
  /** the blocks that the words were made of */
  readonly blocks: readonly (KeptBlock | undefined)[];
  readonly all: readonly Finding[];
}

/** @param blocks how many there are */
export function lookAcross(
  rule: CrossItemRule,
  items: () => readonly PlacedSummary[],
  census: Census,
  blocks: number,
): Across {
  const all = rule.find(items, census);
  const found = new Map<number, CrossItemFinding[]>();
  for (const finding of all) {
    const own = found.get(finding.own.index);
    if (own) own.push(finding);
    else found.set(finding.own.index, [finding]);
  }
  const codes = new Int32Array(blocks);
  for (const [index, own] of found) codes[index] = codeSet(own);
  const tally = new Tally();
  tally.add(all);
  return { tally, indices: [...found.keys()].sort((a, b) => a - b), in: found, told: new Map(), codes };
}

export function itemsOf(kept: readonly KeptBlock[]): readonly PlacedSummary[] {
  const items: PlacedSummary[] = [];
  for (let index = 0; index < kept.length; index++) {
    const summaries = kept[index]?.summaries ?? [];
    for (let at = 0; at < summaries.length; at++) {
      const summary = summaries[at];
      if (summary && summary.kind !== "meeting") items.push({ index, at, summary });
    }
  }
  return items;
}
