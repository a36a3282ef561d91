/** What replaces a mark that was meant as the dash of an entry: `• Rucio`, `1. title: Rucio`. */
import { titleKey, type UnitList } from "../schema/itemKinds";
import { isDash } from "../yaml/lineShape";
import { blanksEnd, blankWidths } from "./lookAlikeCorrection";
import { lookAlikeKeyAt } from "./lookAlikeKey";
import type { OpenKey } from "./lookAlikeOpenKeys";

/** Offsets of an entry's mark, its content and the end of its line; the column of the mark. */
interface MarkedEntry {
  readonly at: number;
  readonly contentAt: number;
  readonly end: number;
  readonly column: number;
}

/** The width of `- ` that aligns the entry's first key with its next one. */
export function entryWidth(text: string, { at, contentAt, end, column }: MarkedEntry): number {
  const newline = text.indexOf("\n", end);
  if (newline < 0 || contentAt - at <= 2) return 2;
  const below = blanksEnd(text, newline + 1, text.length);
  const width = (blankWidths(text.slice(newline + 1, below))[0] ?? 0) - column;
  return width > 2 && width <= 8 && lookAlikeKeyAt(text, below, text.length) ? width : 2;
}

/** Offsets of the content of an entry. */
interface EntryContent {
  readonly at: number;
  readonly end: number;
  readonly isItem: boolean;
}

/**
 * @param itemList the list of the item
 * @param list the key of the entry's list
 * @returns `title: ` for an item without keys and `text: ` for such an action; the words that need quotes
 */
export function titleOfEntry(
  text: string,
  { at, end, isItem }: EntryContent,
  itemList: UnitList | undefined,
  list: OpenKey | undefined,
): { readonly title: string; readonly quoted?: string } {
  const noTitle = { title: "" };
  if (at >= end || /["'[{&*!|>\uff3b\uff5b]/.test(text[at] ?? "") || isDash(text, at)) return noTitle;
  const key = lookAlikeKeyAt(text, at, end);
  if (isItem ? key && (key.isKnown || text.slice(end).trim() !== "") : key?.isKnown) return noTitle;
  const name = isItem ? itemList && titleKey(itemList) : list?.name === "actions" ? "text" : "";
  if (name === undefined || (name === "" && list?.kind === "maps")) return noTitle;
  const words = text.slice(at, end).trimEnd();
  const needsQuotes = /:(?=\s|$)|\s#|^[@`%#,\]}?:-]/.test(words);
  return { title: name === "" ? "" : `${name}: `, ...(needsQuotes && { quoted: words }) };
}
