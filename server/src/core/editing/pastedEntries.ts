/** Several pasted lines as entries of the list at the cursor. */
import { type ItemList, itemLists, titleKey } from "../schema/itemKinds";
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
export function listEntryAt(text: string, offset: number, list: ItemList | undefined): ListEntry | undefined {
  const line = lineAt(text, offset);
  const { dashes, contentStart, contentEnd } = lineShape(text, line);
  const [dash] = dashes;
  if (dash === undefined || dashes.length > 1 || contentStart < contentEnd || offset <= dash)
    return undefined;
  const column = dash - line.start;
  const owner = ownerOf(text, line, column);
  if (owner === undefined) return list && { column, key: titleKey(list) };
  if (!entryKeys.has(owner)) return undefined;
  const key = entryKeys.get(owner);
  return { column, ...(key !== undefined && { key }) };
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

/** A bullet of a mail, a document or a list in Markdown. */
const bullet = /^\s*(?:(?:[-*+•◦▪–—]|\d{1,9}[.)])[ \t]+)?/;

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
  const keys = itemLists.flatMap((list) => keysAt([list, 0]));
  return [...keys, ...keysAt(["contributions", 0, "actions", 0])].includes(name);
}
