/** Lists of names where the format has one text: `community: [ATLAS, CMS]`. */
import { isSeq } from "yaml";
import { type Edit, type Range, trimmedEnd } from "../../text/range";
import { entriesOf, type KeyedValue, type Node, rangeOf, stringOf } from "../../yaml/nodes";
import { quoteIfNeeded } from "../../yaml/scalars";

/** Keys whose text may name several things; brackets around a title belong to its words. */
const keysOfNames: ReadonlySet<string> = new Set(["community", "owner", "place", "series"]);

/** @returns edits that write the names with commas; empty for another key, and for a list with other values */
export function namesEdits(name: string, pair: KeyedValue, text: string): readonly Edit[] {
  return keysOfNames.has(name) && isSeq(pair.value) ? joinedEdits(pair, pair.value, text) : [];
}

/** Edits that write the entries of a list with commas; empty if one is not a text. */
export function joinedEdits(pair: KeyedValue, value: Node, text: string): readonly Edit[] {
  const entries = entriesOf(value);
  const names = entries.flatMap((entry) => stringOf(entry) ?? []);
  if (names.length === 0 || names.length < entries.length) return [];
  return [{ ...rangeAfterKey(pair, value, text), text: ` ${quoteIfNeeded(names.join(", "))}` }];
}

/** From the colon of the key to the end of the value. */
export function rangeAfterKey({ key }: KeyedValue, value: Node, text: string): Range {
  return { start: rangeOf(key).end + 1, end: trimmedEnd(text, rangeOf(value).end) };
}
