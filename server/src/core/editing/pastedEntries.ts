/** Several pasted lines as entries of the list at the cursor. */
import { titleKey, type UnitList, unitLists } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { lineAt, type Range } from "../text/range";
import { isKeyWithoutValue, lineShape } from "../yaml/lineShape";
import { keepAsString } from "../yaml/scalars";
import { indentOf, isBlank, lineAbove } from "./blockScalarAt";
import { linesOf } from "./pastedLines";

/** The entry that is being written: `- ▮`. */
export interface ListEntry {
  /** 0-based column of the dash */
  readonly column: number;
  /** the key that each line becomes the value of; undefined for a list of texts */
  readonly key?: string;
}

/** The key of an entry in the lists of mappings, and none in those of texts. */
const entryKeys: ReadonlyMap<string, string | undefined> = new Map<string, string | undefined>([
  ["decisions", undefined],
  ["speakers", undefined],
  ["chairs", undefined],
  ["actions", "text"],
  ["answers", "answer"],
]);

/**
 * @param text of one block
 * @param list the item list that the block is in
 * @returns the entry at the cursor if its line is an empty entry of a list whose entries are lines of text
 */
export function listEntryAt(text: string, offset: number, list: UnitList | undefined): ListEntry | undefined {
  const line = lineAt(text, offset);
  const { dashes, contentStart, contentEnd } = lineShape(text, line);
  const [dash] = dashes;
  if (dash === undefined || dashes.length > 1 || contentStart < contentEnd || offset <= dash)
    return undefined;
  return listEntryOf(text, line, dash - line.start, list);
}

function listEntryOf(
  text: string,
  line: Range,
  column: number,
  list: UnitList | undefined,
): ListEntry | undefined {
  const owner = ownerOf(text, line, column);
  return owner === undefined ? list && { column, key: titleKey(list) } : entryBelow(owner, column);
}

/**
 * @param text of one block
 * @param line without text, with the cursor in a column of it
 * @param list the item list that the block is in
 * @returns the entry that begins in the column: below `speakers:`, below `contributions:`, or below other entries
 */
export function newEntryAt(
  text: string,
  line: Range,
  column: number,
  list: UnitList | undefined,
): ListEntry | undefined {
  if (column === 0) return undefined;
  const key = emptyKeyAbove(text, line, column);
  if (key !== undefined) return entryBelow(key, column);
  const dash = text[lineWithIndent(text, line, column)?.end ?? -1];
  return dash === "-" ? listEntryOf(text, line, column, list) : undefined;
}

/** The key without a value that a text below it, in a column, is the value of. */
export function emptyKeyAbove(text: string, line: Range, column: number): string | undefined {
  const above = textAbove(text, line);
  const shape = above && lineShape(text, above);
  if (!shape?.key || !isKeyWithoutValue(shape)) return undefined;
  return shape.key.start - shape.start < column ? shape.key.name : undefined;
}

/** The first entry of the list below its key. */
export function entryBelow(name: string, column: number): ListEntry | undefined {
  const items = unitLists.find((list) => list === name);
  if (items) return { column, key: titleKey(items) };
  if (!entryKeys.has(name)) return undefined;
  const key = entryKeys.get(name);
  return { column, ...(key !== undefined && { key }) };
}

/** The indentation of the first line above that has no more than a column of it. */
function lineWithIndent(text: string, line: Range, column: number): Range | undefined {
  for (let above = textAbove(text, line); above; above = textAbove(text, above)) {
    const indent = indentOf(text, above);
    if (indent <= column)
      return indent < column ? undefined : { start: above.start, end: above.start + indent };
  }
  return undefined;
}

/** The nearest line above that has text. */
function textAbove(text: string, line: Range): Range | undefined {
  let above = lineAbove(text, line);
  while (above && isBlank(text, above)) above = lineAbove(text, above);
  return above;
}

/** The key of the list with dashes in a column; undefined if the dash is the first line of its block. */
function ownerOf(text: string, line: Range, column: number): string | undefined {
  for (let above = lineAbove(text, line); above; above = lineAbove(text, above)) {
    const indent = indentOf(text, above);
    if (isBlank(text, above) || indent > column) continue;
    const shape = lineShape(text, above);
    const isSibling = indent === column && shape.dashes.length > 0;
    if (isSibling || (shape.key === undefined && shape.contentStart >= shape.contentEnd)) continue;
    return isKeyWithoutValue(shape) ? shape.key?.name : "";
  }
  return undefined;
}

/** A bullet of a mail, a document or a list in Markdown; Word writes `·`, `o` and `§` before no-break spaces. */
const bullet = /^\s*(?:(?:[-*+•◦▪▫‣●○■□·o§–—]|\d{1,9}[.)])[ \t\u00a0]+)?/;

/** @returns the text to insert after the dash; undefined if the lines are YAML already */
export function pastedEntries(pasted: string, { column, key }: ListEntry): string | undefined {
  const texts = linesOf(pasted)
    .filter((line) => line !== "")
    .map((line) => line.replace(bullet, "").trim());
  if (texts.some((text) => text === "" || beginsWithKey(text))) return undefined;
  const lead = key === undefined ? "" : `${key}: `;
  return texts.map((text) => lead + keepAsString(text)).join(`\n${" ".repeat(column)}- `);
}

/** True for `title: Rook`, and false for `Rook: what is new`. */
function beginsWithKey(text: string): boolean {
  const [, name = ""] = /^([\w-]{1,50}):(?:\s|$)/.exec(text) ?? [];
  const keys = unitLists.flatMap((list) => keysAt([list, 0]));
  return [...keys, ...keysAt(["contributions", 0, "actions", 0])].includes(name);
}
