/** Repairs of tabs as indentation and of misindented lines. */
import { type Document, visit } from "yaml";
import { rootOnlyKeys } from "../schema/unitKeys";
import { type Edit, lineAt, type Range } from "../text/range";
import {
  isBlankAt,
  isBlockScalar,
  type LineShape,
  lineShape,
  skipBlanks,
  skipDashes,
} from "../yaml/lineShape";
import { nonBlankLineBefore, nonEmptyLinesUpTo } from "./nearbyLines";
import type { Repair } from "./repair";
import { countedSpaces, tabMessage } from "./spaces";

/** `\ttitle: x` */
export function tabIndentRepairs(text: string, line: LineShape): readonly Repair[] {
  const range = { start: line.start, end: indentationEnd(text, line) };
  if (!text.slice(range.start, range.end).includes("\t")) return [];
  const isEntry = range.end > line.indentEnd;
  return widthsBelow(text, line, isEntry).map((width) => ({
    range,
    message: tabMessage,
    title: "Replace the tab with spaces",
    isAboutCharacters: true,
    edit: { ...range, text: isEntry ? `${" ".repeat(width)}- ` : " ".repeat(width) },
  }));
}

/** The end of the indentation, including the first dash and the white space after it. */
function indentationEnd(text: string, { indentEnd, dashes: [dash], end }: LineShape): number {
  return dash !== undefined && isBlankAt(text, dash + 1) ? skipBlanks(text, dash + 1, end) : indentEnd;
}

/** The possible widths of a line's indentation by the line above it, the most likely first. */
function widthsBelow(text: string, line: LineShape, isEntry: boolean): readonly number[] {
  const range = nonBlankLineBefore(text, line);
  const above = range && lineShape(text, range);
  const keys = above ? keyColumn(text, above) : 2;
  if (isEntry) return entryWidths(above ? above.indentEnd - above.start : 2, keys);
  return above?.key && isBlockScalar(text, above) ? [keys + 2] : [keys, keys + 2, 4];
}

/**
 * Columns to try for a dash: below deep indentation an entry there or a line of a text, otherwise an item.
 */
function entryWidths(indent: number, keys: number): readonly number[] {
  return indent > 4 ? [indent, 2] : [2, keys];
}

/** Repairs of a line that is a column or two off from its siblings. */
export function indentationRepairs(text: string, line: LineShape): readonly Repair[] {
  const { start, end, indentEnd } = line;
  const width = indentEnd - start;
  const isRoot = isKeyOfRoot(text, line);
  return (
    columnsAbove(text, start)
      // only top-level keys are at column 0
      .filter((column) => column !== width && isRoot === (column === 0))
      .sort((a, b) => Math.abs(a - width) - Math.abs(b - width))
      .slice(0, 4)
      .map((column) => ({
        range: { start: indentEnd, end },
        message: `Inconsistent indentation: ${countedSpaces(width)}, expected ${column}.`,
        title: column === 0 ? "Remove the indentation" : `Indent by ${countedSpaces(column)}`,
        edit: { start, end: indentEnd, text: " ".repeat(column) },
      }))
  );
}

/** The distinct columns of keys and entries in the lines before an offset. */
function columnsAbove(text: string, start: number): readonly number[] {
  return [...new Set(nonEmptyLinesUpTo(text, start - 1).map((above) => keyColumn(text, above)))];
}

/** Where the first key of the root is indented too, so are the others. */
function isKeyOfRoot(text: string, { key, dashes }: LineShape): boolean {
  const isName = dashes.length === 0 && key !== undefined && rootOnlyKeys.includes(key.name);
  return isName && !/^\uFEFF?[ \t]+[A-Za-z]/.test(text);
}

/**
 * True if a line in the column of a key would, with its new indentation, become part of the scalar above and
 * lose its meaning. A line that was indented deeper already belongs to that scalar.
 */
export function isSwallowedByScalar(
  before: string,
  after: string,
  document: Document.Parsed,
  edit: Edit,
): boolean {
  const replaced = before.slice(edit.start, edit.end);
  const isIndent = edit.start === lineAt(before, edit.start).start && (replaced + edit.text).trim() === "";
  if (!isIndent || replaced.includes("\t")) return false;
  const at = edit.start + edit.text.length;
  let isSwallowed = false;
  visit(document, {
    Scalar: (_, node) => {
      const [from, to] = node.range ?? [0, 0];
      if (from >= edit.start || at >= to) return;
      const scalarLine = lineAt(after, from);
      isSwallowed ||= replaced.length <= keyColumn(after, scalarLine);
    },
  });
  return isSwallowed;
}

/** The column of the first key or value of a line. */
function keyColumn(text: string, { start, end }: Range): number {
  return skipDashes(text, start, end) - start;
}
