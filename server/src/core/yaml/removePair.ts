import type { YAMLMap } from "yaml";
import { type Edit, lineAt } from "../text/range";
import { pairEnd, pairStart } from "./edits";
import { type KeyedValue, pairsOf } from "./nodes";

/**
 * Removes a key and its value, with their lines or their comma. A comment after the value is preserved.
 * @returns undefined for the only key of an item, and if comments are in the way
 */
export function removePair(text: string, map: YAMLMap, pair: KeyedValue): Edit | undefined {
  const range = { start: pairStart(text, pair), end: pairEnd(text, pair) };
  const pairs = pairsOf(map);
  const at = pairs.findIndex(({ key }) => key === pair.key);
  const [previous, next] = [pairs[at - 1], pairs[at + 1]];
  const nextStart = next && pairStart(text, next);
  if (map.flow) {
    const { start, end } = previous
      ? { start: pairEnd(text, previous), end: range.end }
      : { start: range.start, end: nextStart ?? range.end };
    return text.slice(start, end).includes("#") ? undefined : { start, end, text: "" };
  }
  const line = lineAt(text, range.start);
  if (text.slice(line.start, range.start).trim() !== "") {
    const hasComment = /\s#/.test(text.slice(range.end, nextStart ?? range.end));
    return nextStart === undefined || hasComment
      ? undefined
      : { start: range.start, end: nextStart, text: "" };
  }
  const lastLine = lineAt(text, range.end);
  const comment = text.slice(range.end, lastLine.end).search(/\S/);
  if (comment >= 0) return { start: range.start, end: range.end + comment, text: "" };
  const nextLine = text.indexOf("\n", range.end);
  if (nextLine >= 0) return { start: line.start, end: nextLine + 1, text: "" };
  const before = line.start - (text[line.start - 2] === "\r" ? 2 : 1);
  return { start: Math.max(0, before), end: lastLine.end, text: "" };
}
