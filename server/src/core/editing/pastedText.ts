/** The text to insert when several lines are pasted, so that they stay in the notes or the list at the cursor. */

import type { BlockDocument } from "../document/blockDocument";
import type { UnitList } from "../schema/itemKinds";
import { isMarkdownKey } from "../schema/keyKinds";
import { lineAt, type Range } from "../text/range";
import { isBlockScalar, isKeyWithoutValue, lineShape } from "../yaml/lineShape";
import { type BlockScalar, blockScalarAt, blockScalarBelow, indentOf, isBlank } from "./blockScalarAt";
import { emptyKeyAbove, entryBelow, listEntryAt, newEntryAt, pastedEntries } from "./pastedEntries";
import { hasFinalNewline, linesOf, withIndent } from "./pastedLines";

/** The cursor, or a selection that the text replaces, in the text of one block; all offsets are relative to it. */
interface Target extends Range {
  readonly text: string;
  /** the item list that the block is in */
  readonly list: UnitList | undefined;
  /** the line of `start` */
  readonly line: Range;
  /** 0-based column of `start` */
  readonly column: number;
  /** true if nothing but white space is after `end` on its line */
  readonly isAtLineEnd: boolean;
}

/**
 * @param selection offsets in the file
 * @param pasted the text on the clipboard
 * @returns the text to insert instead; undefined if it is to be pasted as it is: a single line, or outside of notes and lists
 */
export function pastedText(document: BlockDocument, selection: Range, pasted: string): string | undefined {
  if (linesOf(pasted).length < 2) return undefined;
  const target = targetIn(document, selection);
  const inserted =
    intoBlockScalar(target, pasted) ??
    afterHeader(target, pasted) ??
    afterListKey(target, pasted) ??
    intoList(target, pasted) ??
    intoEmptyLine(target, pasted);
  return inserted?.replaceAll("\n", document.lineEnd);
}

function targetIn(document: BlockDocument, { start: from, end: to }: Range): Target {
  const { start: base, block, shape } = document.blockAt(from);
  const text = block.text;
  const [start, end] = [from - base, Math.min(to - base, text.length)];
  const line = lineAt(text, start);
  const rest = { start: end, end: lineAt(text, end).end };
  const isAtLineEnd = isBlank(text, rest);
  return { text, list: shape.list, start, end, line, column: start - line.start, isAtLineEnd };
}

function intoBlockScalar(target: Target, pasted: string): string | undefined {
  const block = blockScalarAt(target.text, target.start);
  if (!block || !isInside(block, target, pasted)) return undefined;
  const { text, line, column, start } = target;
  const isBelowIndent = isBlank(text, { start: line.start, end: start });
  const base = isBelowIndent ? baseColumn(block, column) : continuedColumn(target);
  const lines = withoutSecondBullet(target, withIndent(pasted, base, { isFirstFlat: !hasText(block) }));
  const lead = isBelowIndent ? " ".repeat(base - column) : "";
  return lead + lines.join("\n") + lineEndBefore(target, pasted, isBelowIndent ? column : base);
}

function baseColumn({ parent, column: textColumn }: BlockScalar, cursor: number): number {
  if (textColumn !== undefined) return Math.max(textColumn, cursor);
  return cursor > parent ? cursor : parent + 2;
}

function hasText({ start, end }: BlockScalar): boolean {
  return end > start;
}

/** Below the last line of the text, only a cursor that is indented is in the text. */
function isInside(block: BlockScalar, { start, line, column }: Target, pasted: string): boolean {
  if (column > block.parent || start <= block.end) return true;
  return !hasText(block) && line.start === block.start && !/^\s*- +[\w-]+:\s/.test(pasted);
}

/** Further lines of a bullet are below its text, those of a paragraph below its first line. */
function continuedColumn({ text, line, start }: Target): number {
  const indent = indentOf(text, line);
  const [bullet = ""] = bulletPattern.exec(text.slice(line.start + indent, start)) ?? [];
  return indent + (isBullet(text.slice(line.start + indent, start)) ? 0 : bullet.length);
}

/** `- `, `* ` or `1. ` */
const bulletPattern = /^(?:[-*+]|\d{1,9}[.)]) +/;

function isBullet(text: string): boolean {
  return bulletPattern.exec(text)?.[0] === text;
}

/** The first of several pasted bullets has no bullet of its own if one is there already. */
function withoutSecondBullet({ text, line, start }: Target, lines: readonly string[]): readonly string[] {
  const [first = "", ...others] = lines;
  const isAfterBullet = isBullet(text.slice(line.start, start).trimStart());
  return isAfterBullet ? [first.replace(bulletPattern, ""), ...others] : lines;
}

/** The line end of the pasted text if text follows, which continues in its column; none at the end of a line. */
function lineEndBefore({ isAtLineEnd }: Target, pasted: string, column: number): string {
  return !isAtLineEnd && hasFinalNewline(pasted) ? `\n${" ".repeat(column)}` : "";
}

/** After `notes: |`, and after `notes:` without a value, which gets its `|`. */
function afterHeader({ text, line, start, isAtLineEnd }: Target, pasted: string): string | undefined {
  const shape = lineShape(text, line);
  if (!isAtLineEnd || start < shape.contentEnd || shape.commentStart < line.end) return undefined;
  const isHeader = isBlockScalar(text, shape);
  const isMarkdown = isMarkdownKey(shape.key?.name ?? "");
  if (!isHeader && !(isMarkdown && shape.valueStart >= shape.contentEnd)) return undefined;
  const block = blockScalarBelow(text, shape);
  const base = block.column ?? block.parent + 2;
  if (!isHeader && hasText(block)) return undefined;
  const header = isHeader ? "" : /\s/.test(text[start - 1] ?? "") ? "|" : " |";
  const lines = withIndent(pasted, base, { isFirstFlat: true });
  return `${header}\n${" ".repeat(base)}${lines.join("\n")}`;
}

function intoList({ text, list, start, end, isAtLineEnd }: Target, pasted: string): string | undefined {
  if (!isAtLineEnd || start !== end) return undefined;
  const entry = listEntryAt(text, start, list);
  const entries = entry && pastedEntries(pasted, entry);
  return entries === undefined || text[start - 1] !== "-" ? entries : ` ${entries}`;
}

/** After `speakers:` without a value, and `contributions:`. */
function afterListKey({ text, line, start, isAtLineEnd }: Target, pasted: string): string | undefined {
  const shape = lineShape(text, line);
  const { key, dashes } = shape;
  if (!isAtLineEnd || !key || !isKeyWithoutValue(shape) || start < shape.contentEnd) return undefined;
  if (shape.commentStart < line.end || dashes.length > 1 || hasLinesBelow(text, line, key.start))
    return undefined;
  const entry = entryBelow(key.name, key.start - line.start + 2);
  const entries = entry && pastedEntries(pasted, entry);
  return entries === undefined || !entry ? undefined : `\n${" ".repeat(entry.column)}- ${entries}`;
}

/** True if the key in the line has a value below. */
function hasLinesBelow(text: string, line: Range, key: number): boolean {
  const [below = ""] = /\S[^\n]*/.exec(text.slice(line.end)) ?? [];
  if (below === "") return false;
  const next = lineAt(text, text.indexOf(below, line.end));
  const indent = indentOf(text, next);
  const column = key - line.start;
  return indent > column || (indent === column && below.startsWith("-"));
}

/** On a line without text: as entries of the list there, or as the text below `notes:`, in the column of the cursor. */
function intoEmptyLine({ text, line, list, start, end, column }: Target, pasted: string): string | undefined {
  if (start !== end || !isBlank(text, line)) return undefined;
  const entry = newEntryAt(text, line, column, list);
  const entries = entry && pastedEntries(pasted, entry);
  if (entries !== undefined) return `- ${entries}`;
  const key = emptyKeyAbove(text, line, column);
  return key !== undefined && isMarkdownKey(key)
    ? withIndent(pasted, column, { isFirstFlat: true }).join("\n")
    : undefined;
}
