/** A key without a space after its colon, before a text with another colon: `title:Rucio: next steps`. */
import { isScalar } from "yaml";
import { isTextKey } from "../../syntaxErrors/textKeys";
import type { Edit } from "../../text/range";
import { pairEnd } from "../../yaml/edits";
import { type KeyedValue, rangeOf } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";

interface GluedKey {
  /** the key of the format, up to its colon */
  readonly name: string;
  readonly edit: Edit;
}

/** @param keys that the mapping may have @returns undefined for other keys, and for a value of several lines */
export function gluedKey(pair: KeyedValue, keys: readonly string[], text: string): GluedKey | undefined {
  const [, name] = /^([A-Za-z_]\w*):\S/.exec(pair.name) ?? [];
  const { start } = rangeOf(pair.key);
  if (name === undefined || !keys.includes(name) || !isTextKey(name) || !text.startsWith(pair.name, start))
    return undefined;
  const range = { start: start + name.length + 1, end: pairEnd(text, pair) };
  const words = text.slice(range.start, range.end);
  if (!isScalar(pair.value) || /[\n"]|\s#/.test(words)) return undefined;
  return { name, edit: { ...range, text: ` ${quote(words)}` } };
}
