/** Counts the names in a file and updates the counts with each edit. */

import type { Block } from "../document/block";
import type { BlockList } from "../document/blockList";
import { NameCounts } from "../document/nameCounts";
import type { BlockRegion } from "../document/updateBlocks";

/** With more added and removed blocks than this since the last request, everything is counted again. */
const maxPendingBlocks = 100;

/** Counts shared by successive documents; valid for the document with the same `version`. */
interface SharedNameCounts {
  readonly nameCounts: NameCounts;
  version: number;
}

/** The name counts of one document, computed on request from those of the previous document. */
export class NameCountsCache {
  #shared: SharedNameCounts | undefined;
  /** the version of `#shared` to which `#removed` and `#added` apply */
  #version: number;
  #removed: readonly Block[];
  #added: readonly Block[];

  constructor(
    shared?: SharedNameCounts,
    version = 0,
    removed: readonly Block[] = [],
    added: readonly Block[] = [],
  ) {
    this.#shared = shared;
    this.#version = version;
    this.#removed = removed;
    this.#added = added;
  }

  countsFor({ blocks }: BlockList): NameCounts {
    const shared =
      this.#shared?.version === this.#version ? this.#shared : { nameCounts: countNames(blocks), version: 0 };
    if (shared === this.#shared) {
      for (const block of this.#removed) shared.nameCounts.add(block.summaries, -1);
      for (const block of this.#added) shared.nameCounts.add(block.summaries, 1);
      if (this.#removed.length + this.#added.length > 0) shared.version++;
    }
    this.#shared = shared;
    this.#version = shared.version;
    this.#removed = [];
    this.#added = [];
    return shared.nameCounts;
  }

  /** The cache for the document in which the region's blocks replace others. */
  updated({ from, to, blocks }: BlockRegion, { blocks: previousBlocks }: BlockList): NameCountsCache {
    if (!this.#shared) return new NameCountsCache();
    const replaced = previousBlocks.slice(from, to);
    const newlyRemoved = difference(replaced, blocks);
    const removed = [...this.#removed, ...difference(newlyRemoved, this.#added)];
    const added = [...difference(this.#added, newlyRemoved), ...difference(blocks, replaced)];
    if (removed.length + added.length > maxPendingBlocks) return new NameCountsCache();
    return new NameCountsCache(this.#shared, this.#version, removed, added);
  }
}

export function countNames(blocks: readonly Block[]): NameCounts {
  const nameCounts = new NameCounts();
  for (const block of blocks) nameCounts.add(block.summaries, 1);
  return nameCounts;
}

/** Multiset difference: the blocks of `blocks` that are not in `excluded`. */
function difference(blocks: readonly Block[], excluded: readonly Block[]): readonly Block[] {
  const remaining = new Map<Block, number>();
  for (const block of excluded) remaining.set(block, (remaining.get(block) ?? 0) + 1);
  return blocks.filter((block) => {
    const count = remaining.get(block) ?? 0;
    if (count > 0) remaining.set(block, count - 1);
    return count === 0;
  });
}
