/** The names of a file counted, and kept up to date from edit to edit. */

import type { KeptBlock } from "../document/block";
import type { BlockList } from "../document/blockList";
import { Census } from "../document/nameCounts";
import type { Region } from "../document/updateBlocks";

/** More blocks that came and went since somebody asked are counted as if all had. */
const mostChanged = 100;

/** A census that later documents take over: it is right for the one that asked last. */
interface Shared {
  readonly census: Census;
  turn: number;
}

/** The census of one document, worked out when somebody asks. */
export class KeptCensus {
  #shared: Shared | undefined;
  /** the turn of `#shared` that `#went` and `#came` start from */
  #turn: number;
  #went: readonly KeptBlock[];
  #came: readonly KeptBlock[];

  constructor(shared?: Shared, turn = 0, went: readonly KeptBlock[] = [], came: readonly KeptBlock[] = []) {
    this.#shared = shared;
    this.#turn = turn;
    this.#went = went;
    this.#came = came;
  }

  of({ kept }: BlockList): Census {
    const shared = this.#shared?.turn === this.#turn ? this.#shared : { census: censusOf(kept), turn: 0 };
    if (shared === this.#shared) {
      for (const block of this.#went) shared.census.add(block.summaries, -1);
      for (const block of this.#came) shared.census.add(block.summaries, 1);
      if (this.#went.length + this.#came.length > 0) shared.turn++;
    }
    this.#shared = shared;
    this.#turn = shared.turn;
    this.#went = [];
    this.#came = [];
    return shared.census;
  }

  /** For the document that has the region's blocks in place of some in `list`. */
  after({ from, to, blocks }: Region, { kept }: BlockList): KeptCensus {
    if (!this.#shared) return new KeptCensus();
    const old = kept.slice(from, to);
    const gone = without(old, blocks);
    const went = [...this.#went, ...without(gone, this.#came)];
    const came = [...without(this.#came, gone), ...without(blocks, old)];
    if (went.length + came.length > mostChanged) return new KeptCensus();
    return new KeptCensus(this.#shared, this.#turn, went, came);
  }
}

export function censusOf(kept: readonly KeptBlock[]): Census {
  const census = new Census();
  for (const block of kept) census.add(block.summaries, 1);
  return census;
}

/** What is in the first and not in the second; a block may be in either more than once. */
function without(all: readonly KeptBlock[], others: readonly KeptBlock[]): readonly KeptBlock[] {
  const left = new Map<KeptBlock, number>();
  for (const block of others) left.set(block, (left.get(block) ?? 0) + 1);
  return all.filter((block) => {
    const count = left.get(block) ?? 0;
    if (count > 0) left.set(block, count - 1);
    return count === 0;
  });
}
