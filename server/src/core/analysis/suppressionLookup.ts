/** Finds the suppressions that apply to a finding, in time that does not grow with their number. */

import type { BlockDocument } from "../document/blockDocument";
import type { Suppression } from "../document/suppressionComments";
import type { Code } from "../findings/codes";
import type { ScopedSuppression } from "./suppressionScope";

/** The suppressions of kind `file`; each code is looked up once. */
export class FileSuppressions {
  readonly #suppressions: readonly ScopedSuppression[];
  readonly #isSuppressedByCode = new Map<Code, boolean>();

  constructor(scoped: readonly ScopedSuppression[]) {
    this.#suppressions = scoped.filter(({ suppression }) => suppression.kind === "file");
  }

  get isEmpty(): boolean {
    return this.#suppressions.length === 0;
  }

  suppresses(code: Code): boolean {
    const cached = this.#isSuppressedByCode.get(code);
    if (cached !== undefined) return cached;
    const matching = this.#suppressions.filter(({ suppression }) => includesCode(suppression, code));
    for (const { used } of matching) used.add(code);
    this.#isSuppressedByCode.set(code, matching.length > 0);
    return matching.length > 0;
  }
}

/** The suppressions that apply in one block, without those of the whole file. */
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

  /** @returns the suppressions by block index; blocks without any are left out */
  static byBlock(
    scoped: readonly ScopedSuppression[],
    document: BlockDocument,
  ): ReadonlyMap<number, BlockSuppressions> {
    const byBlock = new Map<number, BlockSuppressions>();
    for (const scopedSuppression of scoped) {
      if (scopedSuppression.suppression.kind === "file") continue;
      const last = document.blockIndexAt(scopedSuppression.scope.end);
      for (let index = document.blockIndexAt(scopedSuppression.scope.start); index <= last; index++) {
        const blockSuppressions = byBlock.get(index) ?? new BlockSuppressions(document, index);
        byBlock.set(index, blockSuppressions);
        blockSuppressions.#add(scopedSuppression);
      }
    }
    return byBlock;
  }

  /** @param offset offset of the finding, relative to the block's start */
  suppresses(code: Code, offset: number): boolean {
    const at = this.#start + offset;
    const onLine = this.#lines.size > 0 ? (this.#lines.get(this.#document.lineAt(at).start) ?? []) : [];
    const matching = [...onLine, ...this.#items].filter(
      ({ suppression, scope }) => includesCode(suppression, code) && scope.start <= at && at <= scope.end,
    );
    for (const { used } of matching) used.add(code);
    return matching.length > 0;
  }

  #add(scopedSuppression: ScopedSuppression): void {
    if (scopedSuppression.suppression.kind === "item") {
      this.#items.push(scopedSuppression);
      return;
    }
    const onLine = this.#lines.get(scopedSuppression.scope.start);
    if (onLine) onLine.push(scopedSuppression);
    else this.#lines.set(scopedSuppression.scope.start, [scopedSuppression]);
  }
}

/** Codes that only a suppression with their name suppresses: they hide everything else in their item. */
const namedOnly: readonly Code[] = ["yaml-syntax", "too-complex"];

/** A suppression without codes applies to all others. */
function includesCode({ namedCodes: named }: Suppression, code: Code): boolean {
  return named.length === 0 ? !namedOnly.includes(code) : named.some((name) => name.code === code);
}
