/** Where suppression comments apply. */

import type { BlockDocument } from "../document/blockDocument";
import { mark } from "../document/blockList";
import type { Suppression } from "../document/suppressionComments";
import type { Code } from "../findings/codes";
import { type Range, shiftRange } from "../text/range";

export interface ScopedSuppression {
  readonly suppression: Suppression;
  /** of the comment's block */
  readonly index: number;
  /** offsets in the file */
  readonly scope: Range;
  /** the codes that it suppressed so far */
  readonly used: Set<Code>;
}

/** The suppressions of the file; blocks that are not read yet count as empty. */
export function scopedSuppressions(document: BlockDocument): readonly ScopedSuppression[] {
  const nextLines = new NextLines(document);
  const scoped: ScopedSuppression[] = [];
  for (const index of document.list.havingSoFar(mark.suppressions)) {
    for (const suppression of document.list.kept[index]?.suppressions ?? []) {
      const scope = scopeOf(suppression, document.startOf(index), document, nextLines);
      scoped.push({ suppression, index, scope, used: new Set() });
    }
  }
  return scoped;
}

/** @param start of the comment's block */
function scopeOf(
  { reach, range, line, item }: Suppression,
  start: number,
  document: BlockDocument,
  nextLines: NextLines,
): Range {
  if (reach === "file") return { start: 0, end: document.length };
  if (reach === "item" && item) return shiftRange(item, start);
  if (reach !== "next-line") return shiftRange(line, start);
  return nextLines.after(document.placeOf(start + range.start).line);
}

/** Finds the next line that is no comment, so that several suppressions can be above one line; reads each line once. */
class NextLines {
  readonly #document: BlockDocument;
  /** for each line the first one at or below it that is no comment */
  readonly #known = new Map<number, Range>();

  constructor(document: BlockDocument) {
    this.#document = document;
  }

  after(line: number): Range {
    const passed: number[] = [];
    for (let at = line + 1; ; at++) {
      const found = this.#known.get(at) ?? this.#contentAt(at);
      passed.push(at);
      if (!found) continue;
      for (const one of passed) this.#known.set(one, found);
      return found;
    }
  }

  /** @returns nothing for a comment; the end of the file behind its last line */
  #contentAt(line: number): Range | undefined {
    const document = this.#document;
    if (line >= document.lineCount) return { start: document.length, end: document.length };
    const range = document.lineAt(document.offsetOf({ line, column: 0 }));
    return /^[ \t]*#/.test(document.slice(range.start, range.end)) ? undefined : range;
  }
}
