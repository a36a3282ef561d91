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
import { tidyList } from "./flowList";

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
    const formatted = layOut(source.split(/\r?\n/), piece.kind === "item" ? items : 0, tidy);
    return tidyEnd(formatted.join(eol), eol, placed.end === document.text.length);
  };
  const isInPlace = (text: string): boolean => piece.kind !== "item" || dashColumn(text) === items;
  // what looks like a list may be a line of a quoted text
  for (const tidy of [(line: string) => tidyList(spaced(line)), spaced]) {
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

interface Level {
  readonly from: number;
  readonly to: number;
  /** the level of a list's dashes, which may stand at the column of the key above */
  readonly isDash: boolean;
}

const blockScalar =
  /(?::|^-|\s-)[ \t]+(?:[&!]\S+[ \t]+){0,2}[|>](?:[1-9]?[-+]?|[-+][1-9])(?:[ \t]+#[\s\S]*|[ \t]*)$/;

/** Moves each line to its level's column; `base` is where the block's own entries stand, `tidy` sees to what is in a line. */
function layOut(lines: readonly string[], base: number, tidy: (line: string) => string): readonly string[] {
  const levels: Level[] = [];
  const isRemark = (line: string): boolean => /^[ \t]*(?:#.*)?$/.test(line);
  const lastInk = lines.findLastIndex((line) => !isRemark(line));
  const inkBelow = nextInk(lines, isRemark);
  const own = columnOf(lines.find((line) => !isRemark(line)) ?? "");
  let literal: { readonly column: number; readonly shift: number } | undefined;
  let flow: { depth: number; readonly shift: number } | undefined;
  return lines.map((line, at) => {
    const column = columnOf(line);
    if (inkOf(line) === "") return literal ? line : "";
    if (literal && column > literal.column) return shiftLine(line, literal.shift);
    literal = undefined;
    if (flow && flow.depth > 0) {
      flow.depth += depthOf(line);
      return withoutTrail(shiftLine(line, flow.shift));
    }
    const content = inkOf(line);
    if (content.startsWith("#")) {
      if (at > lastInk && column < own) return content;
      const next = lines[inkBelow[at] ?? -1];
      const isDash = next !== undefined && columnOf(next) === column && startsWithDash(next);
      // a comment may stand anywhere: no line below is inside of it
      return " ".repeat(columnFor(column, [...levels], base, isDash)) + content;
    }
    const isDash = startsWithDash(content);
    const to = columnFor(column, levels, base, isDash);
    const laid = isDash ? dashLine(content, column, to, levels) : content;
    flow = { depth: depthOf(content), shift: to - column };
    const text = " ".repeat(to) + tidy(laid);
    if (blockScalar.test(content))
      literal = { column: keyColumn(line), shift: keyColumn(text) - keyColumn(line) };
    return withoutTrail(text);
  });
}

/** Of each line the first one at or below it that is no remark. */
function nextInk(
  lines: readonly string[],
  isRemark: (line: string) => boolean,
): readonly (number | undefined)[] {
  const next: (number | undefined)[] = [];
  for (let at = lines.length - 1; at >= 0; at--) next[at] = isRemark(lines[at] ?? "") ? next[at + 1] : at;
  return next;
}

/** The column a line belongs at; its level is remembered for the lines below. */
function columnFor(column: number, levels: Level[], base: number, isDash: boolean): number {
  const isInside = ({ from, isDash: ofDash }: Level): boolean =>
    from > column || (from === column && ofDash && !isDash);
  while (levels.length > 0 && isInside(levels.at(-1) as Level)) levels.pop();
  const top = levels.at(-1);
  if (top?.from === column && top.isDash === isDash) return top.to;
  const to = top ? top.to + 2 : isDash || base > 0 ? base : column === 0 ? 0 : base + 2;
  levels.push({ from: column, to, isDash });
  return to;
}

/** `-   title: x`, `- - x`: what follows each dash is a level of its own. */
function dashLine(content: string, column: number, to: number, levels: Level[]): string {
  const dash = /-(?:[ \t]+|$)/y;
  let text = "";
  for (let at = 0, isDash = true; isDash; ) {
    dash.lastIndex = at;
    dash.test(content);
    at = dash.lastIndex;
    if (at === content.length) return `${text}-`;
    text += "- ";
    isDash = /^-(?:[ \t]|$)/.test(content.slice(at, at + 2));
    levels.push({ from: column + at, to: to + text.length, isDash });
    if (!isDash) text += content.slice(at);
  }
  return text;
}

function startsWithDash(line: string): boolean {
  return /^[ \t]*-(?:[ \t]|$)/.test(line);
}

function columnOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** A line without the white space around it; to YAML that is spaces and tabs alone. */
function inkOf(line: string): string {
  return withoutTrail(line.slice(columnOf(line)));
}

function withoutTrail(text: string, white = " \t"): string {
  let end = text.length;
  while (end > 0 && white.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function keyColumn(line: string): number {
  return /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
}

/** One space behind the colon of a key. */
function spaced(content: string): string {
  return content.replace(/^((?:- )?[A-Za-z_][\w-]*:)[ \t]{2,}(?=[^ \t])/, "$1 ");
}

function shiftLine(line: string, by: number): string {
  return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, columnOf(line)));
}

function depthOf(content: string): number {
  const bare = withoutQuoted(content);
  if (!/^[ \t]*(?:-[ \t]+)*(?:[^\s:[\]{}]+:[ \t]+)?[[{]/.test(bare) && !/^[\s\w,'"\]}./-]*[\]}]/.test(bare))
    return 0;
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}

/** A line without what stands in quotes, and its comment. A quote that is never closed is a letter like any other. */
function withoutQuoted(content: string): string {
  const quoted = { '"': /"(?:[^"\\]|\\.)*"/y, "'": /'(?:[^']|'')*'/y };
  const neverClosed = new Set<string>();
  let bare = "";
  for (let at = 0; at < content.length; at++) {
    const char = content[at] ?? "";
    if (char === "#" && /^$|\s/.test(content[at - 1] ?? "")) break;
    if ((char === '"' || char === "'") && !neverClosed.has(char)) {
      quoted[char].lastIndex = at;
      if (quoted[char].test(content)) {
        at = quoted[char].lastIndex - 1;
        continue;
      }
      neverClosed.add(char);
    }
    bare += char;
  }
  return bare;
}

/** At most one blank line at the end of a block; the file ends in one line end. */
function tidyEnd(text: string, eol: string, isLast: boolean): string {
  const kept = withoutTrail(text, " \t\r\n");
  if (kept === "") return text;
  const blank = text.slice(kept.length).split("\n").length > 2;
  return kept + eol + (blank && !isLast ? eol : "");
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
