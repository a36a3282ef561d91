/** Keys in braces without a colon and a space: `{text: Ask, owner A. Forti}`, `{answer: Yes, count=12}`. */
import { isMap } from "yaml";
import { isLikelyValue } from "../../schema/likelyValues";
import { keysAt, type SchemaPath } from "../../schema/schema";
import { type Edit, type Range, shiftRange } from "../../text/range";
import { isEmpty, type KeyedValue, type Node, pairOf, pairsOf, rangeOf } from "../../yaml/nodes";

export interface KeyWithoutColon {
  readonly key: string;
  /** writes the colon and the space */
  readonly edit: Edit;
}

/** Maximum UTF-16 units of a key with its value. */
const maxLength = 200;

/** @returns undefined for other words, and for a key that the mapping has */
export function keyWithoutColon(
  pair: KeyedValue,
  map: Node | null,
  path: SchemaPath,
): KeyWithoutColon | undefined {
  const { name, value } = pair;
  if (!isMap(map) || !map.flow || !isEmpty(value) || name.length > maxLength) return undefined;
  const [whole, key = "", separator = "", rest = ""] =
    /^([a-zA-Z]{2,12})( ?[=:] ?| )(\S.*)$/.exec(name) ?? [];
  if (whole === undefined || !keysAt(path).includes(key) || pairOf(map, key)) return undefined;
  if (separator === " " && !isLikelyValue(key, rest)) return undefined;
  const gap: Range = { start: key.length, end: key.length + separator.length };
  return { key, edit: { ...shiftRange(gap, rangeOf(pair.key).start), text: ": " } };
}

/** The keys without a colon in a mapping. */
export function keysWithoutColon(map: Node | null, path: SchemaPath): readonly KeyWithoutColon[] {
  if (!isMap(map) || !map.flow) return [];
  return pairsOf(map).flatMap((pair) => keyWithoutColon(pair, map, path) ?? []);
}
