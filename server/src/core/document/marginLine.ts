/** Lines at the margin: the keys of the file, and what no key of a file can be. */
import { trimmedEnd } from "../text/range";
import { type Key, type LineShape, lineShape, skipBlanks, skipProperties } from "../yaml/lineShape";
import { isCommentAt } from "../yaml/openMarks";

/** A line at the margin that has a character other than white space. */
export function marginLine(text: string, start: number, end: number): LineShape {
  return lineShape(text, { start, end: trimmedEnd(text, end) });
}

/**
 * @param isFirst true where no key is above: then an anchor or a tag is one of the file's map
 * @returns the key at the margin, if there is one
 */
export function keyOf({ start, key, dashes }: LineShape, isFirst: boolean): Key | undefined {
  const isAtMargin = key?.start === start;
  return dashes.length === 0 && (isAtMargin || !isFirst) ? key : undefined;
}

/**
 * What a key at the margin has on its line. `none`: nothing, or an anchor or a tag of what is below; `words`: a plain text;
 * `quoted`: a text in quotes, closed; `other`: a list, a map, an alias, the head of a block scalar, or what is no YAML
 */
export type RootValue = "none" | "words" | "quoted" | "other";

/** @param line one that has a key */
export function rootValue(text: string, { key, valueStart, contentEnd }: LineShape): RootValue {
  if (valueStart >= contentEnd) return "none";
  const from = (key?.colon ?? valueStart) + 1;
  const isAfterBlank = valueStart > from && valueStart === skipBlanks(text, from, contentEnd);
  if (!isAfterBlank) return "other";
  if (/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(text.slice(valueStart, contentEnd))) return "quoted";
  return /[\s#|>[{&!*"'%@`]/.test(text[valueStart] ?? "") ? "other" : "words";
}

/** True where an anchor, a tag and a comment at most are on the line from `from` on. */
export function isEmptyFrom(text: string, from: number, { end }: LineShape): boolean {
  const at = skipProperties(text, from, end);
  return at >= end || isCommentAt(text, at);
}

/**
 * @param head the first four characters of a line at the margin
 * @param isFirst true where no key is above: then a list, a flow collection or a scalar may be the root
 * @returns true for what makes a file one that is not split: the end of a document, a directive, a root that is no map
 */
export function preventsSplitting(head: string, isFirst: boolean): boolean {
  if (/^(?:\.\.\.(?=\s|$)|%)/.test(head)) return true;
  return isFirst && /^(?:[{[&!*|>?]|-(?=\s|$))/.test(head);
}
