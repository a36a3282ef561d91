import { type Across, lookAcross, looksTheSame } from "./across";
import type { BlockList } from "./blockList";
import type { KeptBlock } from "./keptBlock";
import type { Region } from "./recut";

/** More blocks that changed since somebody looked across are looked at as if all had. */
const mostChanged = 50;

/** What is found across the blocks of one document, worked out when somebody asks. */
export class KeptAcross {
  #across: Across | undefined;
  /** the blocks that changed since `#across` was worked out, by index, each as it was then */
  #changed: ReadonlyMap<number, KeptBlock>;

  constructor(across?: Across, changed: ReadonlyMap<number, KeptBlock> = new Map()) {
    this.#across = across;
    this.#changed = changed;
  }

  of({ kept }: BlockList): Across {
    const isSame = [...this.#changed].every(([at, old]) => looksTheSame(old, kept[at] as KeptBlock));
    if (!this.#across || !isSame) this.#across = lookAcross(kept);
    this.#changed = new Map();
    return this.#across;
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
