/** Where suppression comments apply. */

import type { BlockDocument } from "../document/blockDocument";
import { blockFlag } from "../document/blockList";
import type { Suppression } from "../document/suppressionComments";
import type { Code } from "../findings/codes";
import { type Range, shiftRange } from "../text/range";

export interface ScopedSuppression {
  readonly suppression: Suppression;
  /** index of the comment's block */
  readonly index: number;
  /** offsets in the file */
  readonly scope: Range;
  /** the codes that it has suppressed so far */
  readonly used: Set<Code>;
}

/** The suppressions of the file; blocks that are not read yet count as empty. */
export function scopedSuppressions(document: BlockDocument): readonly ScopedSuppression[] {
  const nextLines = new NextContentLines(document);
  const scoped: ScopedSuppression[] = [];
  for (const index of document.blockList.indicesWithSoFar(blockFlag.suppressions)) {
    for (const suppression of document.blockList.blocks[index]?.suppressions ?? []) {
      const scope = scopeOf(suppression, document.startOfBlock(index), document, nextLines);
      scoped.push({ suppression, index, scope, used: new Set() });
    }
  }
  return scoped;
}

/** @param start offset of the comment's block */
function scopeOf(
  { kind, range, line, item }: Suppression,
  start: number,
  document: BlockDocument,
  nextLines: NextContentLines,
): Range {
  if (kind === "file") return { start: 0, end: document.length };
  if (kind === "item" && item) return shiftRange(item, start);
  if (kind !== "next-line") return shiftRange(line, start);
  return nextLines.lineAfter(document.lineColumnOf(start + range.start).line);
}

/**
 * Finds the next line that is not a comment, so that several suppressions can be above one line; reads each
 * line once.
 */
class NextContentLines {
  readonly #document: BlockDocument;
  /** by line: the first line at or below it that is not a comment */
  readonly #byLine = new Map<number, Range>();

  constructor(document: BlockDocument) {
    this.#document = document;
  }

  lineAfter(line: number): Range {
    const skippedLines: number[] = [];
    for (let at = line + 1; ; at++) {
      const contentLine = this.#byLine.get(at) ?? this.#contentAt(at);
      skippedLines.push(at);
      if (!contentLine) continue;
      for (const skipped of skippedLines) this.#byLine.set(skipped, contentLine);
      return contentLine;
    }
  }

  /** @returns undefined for a comment; the end of the file for lines after the last one */
  #contentAt(line: number): Range | undefined {
    const document = this.#document;
    if (line >= document.lineCount) return { start: document.length, end: document.length };
    const range = document.lineAt(document.offsetOf({ line, column: 0 }));
    return /^[ \t]*#/.test(document.slice(range.start, range.end)) ? undefined : range;
  }
}
