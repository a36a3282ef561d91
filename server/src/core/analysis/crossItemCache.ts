import type { Block } from "../document/block";
import type { BlockList } from "../document/blockList";
import type { NameCounts } from "../document/nameCounts";
import type { BlockRegion } from "../document/updateBlocks";
import { crossItemRules } from "../rules/index";
import type { CrossItemRule, PlacedSummary } from "../rules/shared/rule";
import { type CrossItemResult, placedSummariesOf, runCrossItemRule } from "./crossItem";

/** With more changed blocks than this since the last request, all cross-item rules run again. */
const maxChangedBlocks = 50;

/**
 * The results of the cross-item rules for one document, computed on request and reused if no relevant summary
 * changed.
 */
export class CrossItemCache {
  #results: readonly CrossItemResult[] | undefined;
  /** by index: the previous version of each block that changed since `#results` was computed */
  #changed: ReadonlyMap<number, Block>;

  constructor(results?: readonly CrossItemResult[], changed: ReadonlyMap<number, Block> = new Map()) {
    this.#results = results;
    this.#changed = changed;
  }

  resultsFor({ blocks }: BlockList, nameCounts: NameCounts): readonly CrossItemResult[] {
    let summaries: readonly PlacedSummary[] | undefined;
    const items = (): readonly PlacedSummary[] => {
      summaries ??= placedSummariesOf(blocks);
      return summaries;
    };
    this.#results = crossItemRules.map((rule, at) => {
      const previous = this.#results?.[at];
      if (previous && this.#isUnaffected(rule, blocks)) return previous;
      return runCrossItemRule(rule, items, nameCounts, blocks.length);
    });
    this.#changed = new Map();
    return this.#results;
  }

  #isUnaffected(rule: CrossItemRule, blocks: readonly Block[]): boolean {
    for (const [index, old] of this.#changed) {
      const [before, after] = [old.summaries, blocks[index]?.summaries ?? []];
      if (before.length !== after.length) return false;
      if (!before.every((summary, at) => rule.isUnaffected(summary, after[at] ?? summary))) return false;
    }
    return true;
  }

  /**
   * The cache for the document in which the region's blocks replace others; its results are reused if their
   * summaries are equivalent.
   */
  updated({ from, to, blocks }: BlockRegion, { blocks: previousBlocks }: BlockList): CrossItemCache {
    if (!this.#results || blocks.length !== to - from || this.#changed.size > maxChangedBlocks)
      return new CrossItemCache();
    const changed = new Map(this.#changed);
    blocks.forEach((block, at) => {
      const oldBlock = previousBlocks[from + at] as Block;
      if (block !== oldBlock && !changed.has(from + at)) changed.set(from + at, oldBlock);
    });
    return new CrossItemCache(this.#results, changed);
  }
}
