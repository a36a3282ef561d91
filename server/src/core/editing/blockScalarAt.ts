/** Finds the block scalar around a place in a text that may be incomplete, from indentation alone. */

import { lineAt, type Range } from "../text/range";
import { countSpaces, isBlockScalar, type LineShape, lineShape, skipBlanks } from "../yaml/lineShape";

/** The text below `notes: |`. Columns are 0-based. */
export interface BlockScalar {
  /** column of the key, or of the dash of `- |`: the text is indented more than this */
  readonly parent: number;
  /** column of the text; undefined while there is none, and no indentation indicator */
  readonly column?: number;
  /** start of the line below the header */
  readonly start: number;
  /** end of the last line of text; the end of the header if there is none */
  readonly end: number;
}

/**
 * @param text of one block of a file
 * @returns the block scalar whose text contains the line at `offset`, or whose text may continue there: a blank line below it
 *   counts, the header does not
 */
export function blockScalarAt(text: string, offset: number): BlockScalar | undefined {
  const line = lineAt(text, offset);
  let limit = isBlank(text, line) ? Number.POSITIVE_INFINITY : indentOf(text, line);
  for (let above = lineAbove(text, line); above && limit > 0; above = lineAbove(text, above)) {
    if (isBlank(text, above)) continue;
    const shape = lineShape(text, above);
    if (isBlockScalar(text, shape) && parentOf(shape) < limit) return blockScalarBelow(text, shape);
    limit = Math.min(limit, indentOf(text, above));
  }
  return undefined;
}

/** The block scalar of a header; `shape` is its line. */
export function blockScalarBelow(text: string, shape: LineShape): BlockScalar {
  const parent = parentOf(shape);
  const indicator = /[1-9]/.exec(text.slice(shape.valueStart, shape.contentEnd))?.[0];
  let column = indicator === undefined ? undefined : Math.max(0, parent) + Number(indicator);
  let end = shape.end;
  for (let line = lineBelow(text, shape); line; line = lineBelow(text, line)) {
    if (isBlank(text, line)) continue;
    if (indentOf(text, line) <= parent) break;
    column ??= indentOf(text, line);
    end = line.end;
  }
  const start = lineBelow(text, shape)?.start ?? text.length;
  return { parent, start, end, ...(column !== undefined && { column }) };
}

function parentOf({ start, key, dashes }: LineShape): number {
  return (key?.start ?? dashes.at(-1) ?? start) - start;
}

/** True for a line of white space alone. */
export function isBlank(text: string, { start, end }: Range): boolean {
  return skipBlanks(text, start, end) === end;
}

/** The number of spaces at the start of a line. */
export function indentOf(text: string, { start, end }: Range): number {
  return countSpaces(text, start, end);
}

/** The line above; undefined for the first one. */
export function lineAbove(text: string, { start }: Range): Range | undefined {
  return start === 0 ? undefined : lineAt(text, start - 1);
}

/** The line below; undefined for the last one. */
export function lineBelow(text: string, { end }: Range): Range | undefined {
  const newline = text.indexOf("\n", end);
  return newline < 0 ? undefined : lineAt(text, newline + 1);
}
