/** Finds the suppressions that apply to a finding, in time that does not grow with their number. */

import type { BlockDocument } from "../document/blockDocument";
import type { Suppression } from "../document/suppressionComments";
import type { Code } from "../findings/codes";
import type { ScopedSuppression } from "./suppressionScope";

/** The suppressions of kind `file`; each code is looked up once. */
export class FileSuppressions {
  readonly #all: readonly ScopedSuppression[];
  readonly #known = new Map<Code, boolean>();

  constructor(scoped: readonly ScopedSuppression[]) {
    this.#all = scoped.filter(({ suppression }) => suppression.kind === "file");
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  suppresses(code: Code): boolean {
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    const matching = this.#all.filter(({ suppression }) => includesCode(suppression, code));
    for (const { used } of matching) used.add(code);
    this.#known.set(code, matching.length > 0);
    return matching.length > 0;
  }
}

/** The suppressions that apply in one block, those of the whole file left out. */
export class BlockSuppressions {
  readonly #document: BlockDocument;
  readonly #start: number;
  /** suppressions of a line, by the start offset of the line in the file */
  readonly #lines = new Map<number, ScopedSuppression[]>();
  readonly #items: ScopedSuppression[] = [];

  private constructor(document: BlockDocument, index: number) {
    this.#document = document;
    this.#start = document.startOfBlock(index);
  }

  /** @returns those of each block that has some, by its index */
  static byBlock(
    scoped: readonly ScopedSuppression[],
    document: BlockDocument,
  ): ReadonlyMap<number, BlockSuppressions> {
    const byBlock = new Map<number, BlockSuppressions>();
    for (const one of scoped) {
      if (one.suppression.kind === "file") continue;
      const last = document.blockIndexAt(one.scope.end);
      for (let index = document.blockIndexAt(one.scope.start); index <= last; index++) {
        const own = byBlock.get(index) ?? new BlockSuppressions(document, index);
        byBlock.set(index, own);
        own.#add(one);
      }
    }
    return byBlock;
  }

  /** @param offset of the finding, from the block's start */
  suppresses(code: Code, offset: number): boolean {
    const at = this.#start + offset;
    const onLine = this.#lines.size > 0 ? (this.#lines.get(this.#document.lineAt(at).start) ?? []) : [];
    const matching = [...onLine, ...this.#items].filter(
      ({ suppression, scope }) => includesCode(suppression, code) && scope.start <= at && at <= scope.end,
    );
    for (const { used } of matching) used.add(code);
    return matching.length > 0;
  }

  #add(one: ScopedSuppression): void {
    if (one.suppression.kind === "item") {
      this.#items.push(one);
      return;
    }
    const onLine = this.#lines.get(one.scope.start);
    if (onLine) onLine.push(one);
    else this.#lines.set(one.scope.start, [one]);
  }
}

/** A suppression without codes applies to all. */
function includesCode({ namedCodes: named }: Suppression, code: Code): boolean {
  return named.length === 0 || named.some((name) => name.code === code);
}
