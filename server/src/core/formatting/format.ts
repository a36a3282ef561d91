/** Lays a file out anew, block by block: indentation, spaces, blank lines. A block that would change its meaning stays as it is. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { isAlone } from "../document/block";
import type { PlacedBlock } from "../document/blockDocument";
import { cut } from "../document/splitIntoBlocks";
import { isSameFile } from "../editGuard/editGuard";
import { keysAt } from "../schema/schema";
import { applyEdits, type Edit, lineEndOf } from "../text/range";
import { isEmpty } from "../yaml/nodes";
import { parseYaml } from "../yaml/parseYaml";
import { valueText } from "../yaml/valueText";
import { tidyColon, tidyList } from "./flowList";
import { layOutLines } from "./layOutLines";

/**
 * The edits that format the file; none for blocks with errors. Formatting twice changes nothing more.
 * The items of a list move together: where one has to stay as it is, all keep the column they have.
 */
export function format(document: MeetingDocument): readonly Edit[] {
  if (document.entries().length === 0 || document.hasLoneReturn) return [];
  const edits = editsByBlock(document);
  const isOther = (at: number): boolean => {
    const piece = document.blocks[at]?.piece;
    return piece?.kind === "key" && piece.list === undefined;
  };
  // what stands below a key that is none of the file's may come to stand where items do
  const others = edits.map((own, at) => (isOther(at) ? [] : own));
  return (
    [edits, others]
      .find((all) => isCutTheSame(document, all) && isSameAsText(document, all.flat()))
      ?.flat() ?? []
  );
}

/** True where the formatted text has the same blocks: each was compared by value before. */
function isCutTheSame(document: MeetingDocument, edits: readonly (readonly Edit[])[]): boolean {
  const pieces = cut(applyEdits(document.text, edits.flat()));
  const { blocks } = document;
  return (
    pieces.length === blocks.length &&
    pieces.every(({ kind, list, offBy, start, end }, at) => {
      const old = blocks[at];
      const grown = (edits[at] ?? []).reduce(
        (sum, edit) => sum + edit.text.length - (edit.end - edit.start),
        0,
      );
      const isSameLength = old !== undefined && end - start === old.end - old.start + grown;
      return isSameLength && kind === old.piece.kind && list === old.piece.list && offBy === old.piece.offBy;
    })
  );
}

function isSameAsText(document: MeetingDocument, edits: readonly Edit[]): boolean {
  return edits.length === 0 || isSameFile(document, { text: applyEdits(document.text, edits) }, []);
}

/** Block by block, each by itself. */
function editsByBlock(document: MeetingDocument): readonly (readonly Edit[])[] {
  const inLine = document.blocks.map((placed) => formatBlock(placed, document, itemColumn));
  const stuck = new Set(
    document.blocks.flatMap(({ piece, block }, at) =>
      piece.list && (inLine[at] === undefined || (piece.kind === "key" && hasOwnValue(block)))
        ? [piece.list]
        : [],
    ),
  );
  return document.blocks.map((placed, at) => {
    const { block, piece, start } = placed;
    const isStuck = piece.kind === "item" && (!piece.list || stuck.has(piece.list));
    const formatted = isStuck ? formatBlock(placed, document, dashColumn(block.text)) : inLine[at];
    return formatted === undefined || formatted === block.text ? [] : lineEdits(block.text, formatted, start);
  });
}

/** `contributions:` with words below it: items moved to the right would be more of them. */
function hasOwnValue({ entries }: PlacedBlock["block"]): boolean {
  return entries.some(({ value }) => !isEmpty(value));
}

/** The column at which items stand below their list's key. */
const itemColumn = 2;

function dashColumn(text: string): number {
  return /^[ \t]*(?=-)/m.exec(text)?.[0].length ?? itemColumn;
}

function formatBlock(placed: PlacedBlock, document: MeetingDocument, items: number): string | undefined {
  const { block, piece } = placed;
  if (isStray(placed)) return undefined;
  if (!block.sound || isAlone(piece) || piece.offBy !== 0 || block.text.trim() === "") return undefined;
  const eol = lineEndOf(document.text);
  const laidOut = (source: string, tidy: (line: string) => string): string => {
    const formatted = layOutLines(source.split(/\r?\n/), piece.kind === "item" ? items : 0, tidy);
    return tidyEnd(formatted.join(eol), eol, placed.end === document.text.length);
  };
  const isInPlace = (text: string): boolean => piece.kind !== "item" || dashColumn(text) === items;
  // what looks like a list may be a line of a quoted text
  for (const tidy of [(line: string) => tidyList(tidyColon(line)), tidyColon]) {
    const text = laidOut(block.text, tidy);
    if (text === block.text) return text;
    // what looks like an entry may go on with the text above it, and would move each time
    if (laidOut(text, tidy) === text && isInPlace(text) && meansTheSame(block.text, text)) return text;
  }
  return undefined;
}

/** A key of the root that the file does not have may be a line of a text that lost its indentation, and what is below it more of it. */
function isStray({ block, piece }: PlacedBlock): boolean {
  return piece.kind === "key" && !block.entries.every(({ name }) => keysAt([]).includes(name));
}

/** At most one blank line at the end of a block; the file ends in one line end. */
function tidyEnd(text: string, eol: string, isLast: boolean): string {
  let end = text.length;
  while (end > 0 && " \t\r\n".includes(text.charAt(end - 1))) end--;
  if (end === 0) return text;
  const hasBlankLine = text.slice(end).split("\n").length > 2;
  return text.slice(0, end) + eol + (hasBlankLine && !isLast ? eol : "");
}

function meansTheSame(before: string, after: string): boolean {
  const [left, right] = [parseYaml(before), parseYaml(after)];
  if (right.errors.length > 0) return false;
  const text = valueText(left.contents);
  return text !== undefined && text === valueText(right.contents);
}

/** The lines that differ, each as an edit that leaves its line end alone; one edit for all where their number differs. */
function lineEdits(before: string, after: string, start: number): readonly Edit[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  if (old.length !== fresh.length) return [{ start, end: start + before.length, text: after }];
  let at = start;
  return old.flatMap((line, index) => {
    const from = at;
    at += line.length + 1;
    const [was, text] = [withoutReturn(line), withoutReturn(fresh[index] ?? "")];
    return was === text ? [] : [{ start: from, end: from + was.length, text }];
  });
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
