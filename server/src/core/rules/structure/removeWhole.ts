/** Removes keys with the words of their values that YAML drops, ` #42`. */
import { type Edit, lineAt, lineEndOf } from "../../text/range";
import { pairStart } from "../../yaml/edits";
import { type KeyedValue, pairsOf, type YAMLMap } from "../../yaml/nodes";
import { removeKey } from "../../yaml/removeKey";

/**
 * @param end of the dropped words; undefined without any
 * @param comments of the value, which remain
 * @returns undefined if it is the only key, or if the map has a form that does not allow it
 */
export function removeWhole(
  text: string,
  map: YAMLMap,
  pair: KeyedValue,
  end: number | undefined,
  comments: readonly string[],
): Edit | undefined {
  if (end === undefined) return removeKey(text, map, pair);
  const pairs = pairsOf(map);
  const start = pairStart(text, pair);
  const [line, lastLine] = [lineAt(text, start), lineAt(text, end)];
  const last = text.slice(end, lastLine.end).trim();
  if (pairs.length < 2 || map.flow || !/^(?:#|$)/.test(last)) return undefined;
  const allComments = last === "" || comments.at(-1) === last ? comments : [...comments, last];
  const indent = text.slice(line.start, start);
  const separator = lineEndOf(text) + " ".repeat(indent.length);
  if (indent.trim() === "") {
    const next = text.indexOf("\n", end) + 1;
    const above = allComments.map((comment) => indent + comment + lineEndOf(text)).join("");
    return { start: line.start, end: next > 0 ? next : lastLine.end, text: above };
  }
  const next = pairs[pairs.findIndex(({ key }) => key === pair.key) + 1];
  const above = allComments.map((comment) => comment + separator).join("");
  return next && { start, end: pairStart(text, next), text: above };
}
