import { isScalar, isSeq } from "yaml";
import { isPlaceholder } from "../text/placeholderWord";
import { isEmpty, type Node, pairsOf, stringOf } from "./nodes";

/** True for an entry of a list such as `none`, and for `{text: none, owner: none}`. */
export function isPlaceholderEntry(entry: Node): boolean {
  const text = stringOf(entry);
  if (text !== undefined) return isPlaceholder(text);
  const pairs = pairsOf(entry);
  const words = pairs.filter(({ value }) => !isEmpty(value));
  return (
    words.length > 0 &&
    pairs.some(({ name }) => name === "text") &&
    words.every(({ value }) => isPlaceholder(stringOf(value) ?? ""))
  );
}

/** True for a value such as `none` or `[none]`, which holds nothing else. */
export function isPlaceholderValue(value: Node | null): boolean {
  if (isScalar(value)) return isPlaceholder(stringOf(value) ?? "");
  return (
    isSeq(value) && (value.items as Node[]).every((entry) => isEmpty(entry) || isPlaceholderEntry(entry))
  );
}
