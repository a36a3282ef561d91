/** Lines that are meant as the text of a key: their indentation below `notes: |`. */
import type { Edit } from "../text/range";
import { countSpaces, type LineShape } from "../yaml/lineShape";

/** Where the text of a key is, and where it should be. */
export interface TextPlace {
  /** column for lines that are not indented as text */
  readonly column: number;
  /** column from which on lines are indented as text already; undefined if no line is */
  readonly indentedFrom?: number;
  /** columns by which such lines move */
  readonly delta: number;
}

/**
 * The edits that indent the lines of a text; the lines keep their indentation relative to each other.
 * @param lines without blank ones
 */
export function textIndentation(
  text: string,
  lines: readonly LineShape[],
  place: TextPlace,
): readonly Edit[] {
  const indents = lines.map((line) => countSpaces(text, line.start, line.indentEnd));
  const { indentedFrom = Number.POSITIVE_INFINITY } = place;
  const firstStray = indents.findIndex((indent) => indent < indentedFrom);
  const start = firstStray < 0 ? lines.length : firstStray;
  return [
    ...lines.slice(0, start).map((line, at) => reindented(line, (indents[at] ?? 0) + place.delta)),
    ...strayLines(text, lines.slice(start), indents.slice(start), place, start === 0),
  ].filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}

/** Columns by which a line may be deeper than the one above it; a deeper one was indented as text before. */
const maxNesting = 4;

function strayLines(
  text: string,
  lines: readonly LineShape[],
  indents: readonly number[],
  { column, delta }: TextPlace,
  isStart: boolean,
): readonly Edit[] {
  if (lines.some((line) => text.slice(line.start, line.indentEnd).includes("\t")))
    return linesWithTabs(text, lines, { column, delta });
  const base = Math.min(...indents);
  const isFirstOnly =
    !/^(?:[-*+]|\d+[.)])\s/.test(text.slice(lines[0]?.indentEnd, lines[0]?.end)) &&
    indents.slice(1).every((indent) => indent >= column);
  let above = base;
  return lines.map((line, at) => {
    const indent = indents[at] ?? 0;
    const isIndented = at > 0 && indent >= column && (isFirstOnly || indent > above + maxNesting);
    if (!isIndented) above = indent;
    // the first line of a text sets its indentation
    if (at === 0 && isStart) return reindented(line, column);
    return reindented(line, isIndented ? indent + delta : indent - base + column);
  });
}

/** A tab is no indentation in YAML, but may follow it in a text. */
function linesWithTabs(
  text: string,
  lines: readonly LineShape[],
  { column, delta }: TextPlace,
): readonly Edit[] {
  const indents = lines.map((line) => text.slice(line.start, line.indentEnd));
  const isIndented = (indent: string): boolean => indent.length >= column && !indent.includes("\t");
  const common = indents.filter((indent) => !isIndented(indent)).reduce(commonPrefix);
  return lines.map((line, at) => {
    const indent = indents[at] ?? "";
    if (isIndented(indent)) return reindented(line, indent.length + delta);
    const rest = at === 0 ? "" : indent.slice(common.length);
    return { start: line.start, end: line.indentEnd, text: " ".repeat(column) + rest };
  });
}

function commonPrefix(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return left.slice(0, length);
}

function reindented(line: LineShape, column: number): Edit {
  return { start: line.start, end: line.indentEnd, text: " ".repeat(Math.max(0, column)) };
}
