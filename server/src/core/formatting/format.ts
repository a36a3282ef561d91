/**
 * Formats a file block by block: indentation, spaces and blank lines. A block whose value would change is
 * left as it is.
 */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { isWholeFile } from "../document/block";
import type { PlacedBlock } from "../document/blockDocument";
import { splitIntoBlocks } from "../document/splitIntoBlocks";
import { isSameAsWholeFile } from "../editGuard/editGuard";
import { keysAt } from "../schema/schema";
import { applyEdits, type Edit, lineEndOf } from "../text/range";
import { canonicalText } from "../yaml/canonicalText";
import { isEmpty } from "../yaml/nodes";
import { parseYaml } from "../yaml/parseYaml";
import { formatFlowList, tidyColon } from "./flowList";
import { layOutLines } from "./layOutLines";

/**
 * The edits that format the file; none for blocks with errors. Formatting is idempotent. The items of a list
 * are indented together: if one of them cannot be moved, all keep their column.
 */
export function format(document: MeetingDocument): readonly Edit[] {
  if (document.entries().length === 0 || document.hasLoneCr) return [];
  const edits = editsByBlock(document);
  const isUnknownKeyBlock = (at: number): boolean => {
    const shape = document.blocks[at]?.shape;
    return shape?.kind === "key" && shape.list === undefined;
  };
  // text below an unknown key may end up in the column of items
  const withoutUnknownKeys = edits.map((ofBlock, at) => (isUnknownKeyBlock(at) ? [] : ofBlock));
  return (
    [edits, withoutUnknownKeys]
      .find(
        (candidate) => hasSameBlocks(document, candidate) && isSameInOtherParsers(document, candidate.flat()),
      )
      ?.flat() ?? []
  );
}

/** True if the formatted text splits into the same blocks; the value of each block was compared before. */
function hasSameBlocks(document: MeetingDocument, edits: readonly (readonly Edit[])[]): boolean {
  const spans = splitIntoBlocks(applyEdits(document.text, edits.flat()));
  const { blocks } = document;
  return (
    spans.length === blocks.length &&
    spans.every(({ kind, list, indentDelta, start, end }, at) => {
      const oldBlock = blocks[at];
      const lengthChange = (edits[at] ?? []).reduce(
        (sum, edit) => sum + edit.text.length - (edit.end - edit.start),
        0,
      );
      const isSameLength =
        oldBlock !== undefined && end - start === oldBlock.end - oldBlock.start + lengthChange;
      return (
        isSameLength &&
        kind === oldBlock.shape.kind &&
        list === oldBlock.shape.list &&
        indentDelta === oldBlock.shape.indentDelta
      );
    })
  );
}

function isSameInOtherParsers(document: MeetingDocument, edits: readonly Edit[]): boolean {
  return edits.length === 0 || isSameAsWholeFile(document, { text: applyEdits(document.text, edits) }, []);
}

/** The edits of each block, computed independently. */
function editsByBlock(document: MeetingDocument): readonly (readonly Edit[])[] {
  const aligned = document.blocks.map((placedBlock) => formatBlock(placedBlock, document, itemColumn));
  const unmovableLists = new Set(
    document.blocks.flatMap(({ shape, block }, at) =>
      shape.list && (aligned[at] === undefined || (shape.kind === "key" && hasScalarValue(block)))
        ? [shape.list]
        : [],
    ),
  );
  return document.blocks.map((placedBlock, at) => {
    const { block, shape, start } = placedBlock;
    const isUnmovable = shape.kind === "item" && (!shape.list || unmovableLists.has(shape.list));
    const formatted = isUnmovable ? formatBlock(placedBlock, document, dashColumn(block.text)) : aligned[at];
    return formatted === undefined || formatted === block.text ? [] : lineEdits(block.text, formatted, start);
  });
}

/** True for `contributions:` with text below it: items that move right would become part of that text. */
function hasScalarValue({ entries }: PlacedBlock["block"]): boolean {
  return entries.some(({ value }) => !isEmpty(value));
}

/** The column of item dashes below a list's key. */
const itemColumn = 2;

function dashColumn(text: string): number {
  return /^[ \t]*(?=-)/m.exec(text)?.[0].length ?? itemColumn;
}

function formatBlock(
  placedBlock: PlacedBlock,
  document: MeetingDocument,
  dashedColumn: number,
): string | undefined {
  const { block, shape } = placedBlock;
  if (isUnknownRootKey(placedBlock)) return undefined;
  if (!block.isValidYaml || isWholeFile(shape) || shape.indentDelta !== 0 || block.text.trim() === "")
    return undefined;
  const lineEnd = lineEndOf(document.text);
  const formatLines = (source: string, formatLine: (line: string) => string): string => {
    const formatted = layOutLines(
      source.split(/\r?\n/),
      shape.kind === "item" ? dashedColumn : 0,
      formatLine,
    );
    return formatEnd(formatted.join(lineEnd), lineEnd, placedBlock.end === document.text.length);
  };
  const isInPlace = (text: string): boolean => shape.kind !== "item" || dashColumn(text) === dashedColumn;
  // a line that looks like a flow list may be part of a quoted text
  for (const formatLine of [(line: string) => formatFlowList(tidyColon(line)), tidyColon]) {
    const text = formatLines(block.text, formatLine);
    if (text === block.text) return text;
    // a line that looks like an entry may continue the text above and would move with each formatting
    if (formatLines(text, formatLine) === text && isInPlace(text) && haveSameValue(block.text, text))
      return text;
  }
  return undefined;
}

/**
 * True for an unknown top-level key: it may be a line of a text that lost its indentation, and the lines
 * below may belong to that text.
 */
function isUnknownRootKey({ block, shape }: PlacedBlock): boolean {
  return shape.kind === "key" && !block.entries.every(({ name }) => keysAt([]).includes(name));
}

/** At most one blank line at the end of a block; the file ends in one line end. */
function formatEnd(text: string, lineEnd: string, isLast: boolean): string {
  let end = text.length;
  while (end > 0 && " \t\r\n".includes(text.charAt(end - 1))) end--;
  if (end === 0) return text;
  const hasBlankLine = text.slice(end).split("\n").length > 2;
  return text.slice(0, end) + lineEnd + (hasBlankLine && !isLast ? lineEnd : "");
}

function haveSameValue(before: string, after: string): boolean {
  const [oldDocument, newDocument] = [parseYaml(before), parseYaml(after)];
  if (newDocument.errors.length > 0) return false;
  const text = canonicalText(oldDocument.contents);
  return text !== undefined && text === canonicalText(newDocument.contents);
}

/**
 * One edit for each changed line, without its line end; a single edit for the block if the number of lines
 * changed.
 */
function lineEdits(before: string, after: string, start: number): readonly Edit[] {
  const [oldLines, newLines] = [before.split("\n"), after.split("\n")];
  if (oldLines.length !== newLines.length) return [{ start, end: start + before.length, text: after }];
  let at = start;
  return oldLines.flatMap((line, index) => {
    const from = at;
    at += line.length + 1;
    const [oldLine, newLine] = [withoutReturn(line), withoutReturn(newLines[index] ?? "")];
    return oldLine === newLine ? [] : [{ start: from, end: from + oldLine.length, text: newLine }];
  });
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
