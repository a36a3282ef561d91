/** A text with commas in braces, whose parts YAML reads as keys: `{text: Ask, write, owner: A. Forti}`. */
import { isMap, isScalar } from "yaml";
import { keysAt } from "../../schema/schema";
import type { Range } from "../../text/range";
import { type KeyedValue, pairsOf, rangeOf } from "../../yaml/nodes";
import { keyWithoutColon } from "../keys/keyWithoutColon";
import type { SchemaLocation } from "../shared/schemaLocation";

export interface TextWithCommas {
  /** the first part that is read as a key */
  readonly first: KeyedValue;
  /** the value before it and all such parts */
  readonly quoted: Range;
}

/** @returns undefined for a key with a colon, and if no plain text is before it */
export function afterComma(
  pair: KeyedValue,
  { node, path }: SchemaLocation,
  text: string,
): TextWithCommas | undefined {
  if (!isMap(node) || !node.flow) return undefined;
  const pairs = pairsOf(node);
  const known = keysAt(path);
  const isPart = (at: number): boolean => {
    const part = pairs[at];
    if (!part || known.includes(part.name) || !isWithoutColon(part, text)) return false;
    return keyWithoutColon(part, node, path) === undefined;
  };
  let first = pairs.findIndex(({ key }) => key === pair.key);
  let last = first;
  if (!isPart(first)) return undefined;
  while (isPart(first - 1)) first--;
  while (isPart(last + 1)) last++;
  const [owner, firstPart, lastPart] = [pairs[first - 1], pairs[first], pairs[last]];
  const value = owner?.value;
  if (!firstPart || !lastPart || !isScalar(value) || value.type !== "PLAIN") return undefined;
  const quoted = { start: rangeOf(value).start, end: rangeOf(lastPart.key).end };
  return /[\n#]/.test(text.slice(quoted.start, quoted.end)) ? undefined : { first: firstPart, quoted };
}

function isWithoutColon({ key }: KeyedValue, text: string): boolean {
  const { end } = rangeOf(key);
  return /^\s{0,100}[,}]/.test(text.slice(end, end + 101));
}
