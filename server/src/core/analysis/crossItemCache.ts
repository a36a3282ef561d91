import type { KeptBlock } from "../document/block";
import type { BlockList } from "../document/blockList";
import type { Census } from "../document/nameCounts";
import type { Region } from "../document/updateBlocks";
import { crossItemRules } from "../rules/index";
import type { CrossItemRule, PlacedSummary } from "../rules/rule";
import { type Across, itemsOf, lookAcross } from "./crossItem";

/** More blocks that changed since somebody looked across are looked at as if all had. */
const mostChanged = 50;

/** What each rule finds across the blocks of one document, worked out when somebody asks. */
export class KeptAcross {
  #across: readonly Across[] | undefined;
  /** the blocks that changed since `#across` was worked out, by index, each as it was then */
  #changed: ReadonlyMap<number, KeptBlock>;

  constructor(across?: readonly Across[], changed: ReadonlyMap<number, KeptBlock> = new Map()) {
    this.#across = across;
    this.#changed = changed;
  }

  of({ kept }: BlockList, census: Census): readonly Across[] {
    let known: readonly PlacedSummary[] | undefined;
    const items = (): readonly PlacedSummary[] => {
      known ??= itemsOf(kept);
      return known;
    };
    this.#across = crossItemRules.map((rule, at) => {
      const before = this.#across?.[at];
      if (before && this.#isUnaffected(rule, kept)) return before;
      return lookAcross(rule, items, census, kept.length);
    });
    this.#changed = new Map();
    return this.#across;
  }

  #isUnaffected(rule: CrossItemRule, kept: readonly KeptBlock[]): boolean {
    for (const [index, old] of this.#changed) {
      const [before, after] = [old.summaries, kept[index]?.summaries ?? []];
      if (before.length !== after.length) return false;
      if (!before.every((one, at) => rule.isUnaffected(one, after[at] ?? one))) return false;
    }
    return true;
  }

  /** For the document that has the region's blocks: the same, where those turn out to look the same. */
  after({ from, to, blocks }: Region, { kept }: BlockList): KeptAcross {
    if (!this.#across || blocks.length !== to - from || this.#changed.size > mostChanged)
      return new KeptAcross();
    const changed = new Map(this.#changed);
    blocks.forEach((block, at) => {
      const old = kept[from + at] as KeptBlock;
      if (block !== old && !changed.has(from + at)) changed.set(from + at, old);
    });
    return new KeptAcross(this.#across, changed);
  }
}
