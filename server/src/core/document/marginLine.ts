/** Reads lines at the margin (column 0): root keys, and lines that cannot be root keys. */
import { trimmedEnd } from "../text/range";
import { type Key, type LineShape, lineShape, skipBlanks, skipProperties } from "../yaml/lineShape";
import { isCommentAt } from "../yaml/openMarks";

/** Reads a line at the margin; it must have a character other than white space. */
export function marginLine(text: string, start: number, end: number): LineShape {
  return lineShape(text, { start, end: trimmedEnd(text, end) });
}

/**
 * @param isFirst true if no key is above: then an anchor or a tag belongs to the root mapping
 * @returns the key at the margin, if there is one
 */
export function keyOf({ start, key, dashes }: LineShape, isFirst: boolean): Key | undefined {
  const isAtMargin = key?.start === start;
  return dashes.length === 0 && (isAtMargin || !isFirst) ? key : undefined;
}

/**
 * The value on the line of a key at the margin. `none`: no value, or an anchor or a tag of the value below; `words`: a plain
 * scalar; `quoted`: a closed quoted scalar; `other`: a list, a map, an alias, a block scalar header, or invalid YAML
 */
export type RootValue = "none" | "words" | "quoted" | "other";

/** @param line a line with a key */
export function rootValue(text: string, { key, valueStart, contentEnd }: LineShape): RootValue {
  if (valueStart >= contentEnd) return "none";
  const from = (key?.colon ?? valueStart) + 1;
  const isAfterBlank = valueStart > from && valueStart === skipBlanks(text, from, contentEnd);
  if (!isAfterBlank) return "other";
  if (/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(text.slice(valueStart, contentEnd))) return "quoted";
  return /[\s#|>[{&!*"'%@`]/.test(text[valueStart] ?? "") ? "other" : "words";
}

/** True if the line has at most an anchor, a tag and a comment from `from` on. */
export function isEmptyFrom(text: string, from: number, { end }: LineShape): boolean {
  const at = skipProperties(text, from, end);
  return at >= end || isCommentAt(text, at);
}

/**
 * @param head the first four characters of a line at the margin
 * @param isFirst true if no key is above: then a list, a flow collection or a scalar may be the root
 * @returns true if the file cannot be split: at the end of a document, a directive, or a root that is not a map
 */
export function preventsSplitting(head: string, isFirst: boolean): boolean {
  if (/^(?:\.\.\.(?=\s|$)|%)/.test(head)) return true;
  return isFirst && /^(?:[{[&!*|>?]|-(?=\s|$))/.test(head);
}
