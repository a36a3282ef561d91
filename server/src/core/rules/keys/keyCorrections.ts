/** Finds corrections of unknown keys: misspelt keys and other names of keys. */
import { isScalar } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import { isExtensionKey, keysAt, requiredAt, type SchemaPath } from "../../schema/schema";
import { isEmpty, type Node, pairsOf } from "../../yaml/nodes";
import { fitsKey } from "../values/valueFit";
import { isSpellingOf, keysCalled } from "./keyNames";
import { keysWithoutColon } from "./keyWithoutColon";

export interface KeyCorrection {
  readonly key: string;
  /** true if the value is one that the key may have, or if no other key is possible */
  readonly isLikely: boolean;
}

/**
 * Corrections of the unknown key `name`, best first, without keys that the mapping already has or that another
 * unknown key before it is corrected to.
 */
export function keyCorrectionsFor(
  name: string,
  map: Node | null,
  path: SchemaPath,
  vocabulary: Vocabulary,
): readonly KeyCorrection[] {
  if (!map) return correctionsAmong(name, null, path, keysAt(path), vocabulary);
  return correctionsByName(map, path, vocabulary, name).get(name) ?? [];
}

/** True if an unknown key of the mapping is corrected to `key`: `titel: x` and `{title x}` do not lack a title. */
export function isCorrectionOfSomeKey(
  key: string,
  map: Node,
  path: SchemaPath,
  vocabulary: Vocabulary,
): boolean {
  const corrections = correctionsByName(map, path, vocabulary);
  if ([...corrections.values()].some(([best]) => best?.key === key && best.isLikely)) return true;
  return keysWithoutColon(map, path).some((found) => found.key === key);
}

/** True for a key of the format, and for another name of one. */
export function isKeyOrCorrection(
  name: string,
  map: Node,
  path: SchemaPath,
  vocabulary: Vocabulary,
): boolean {
  return keysAt(path).includes(name) || keyCorrectionsFor(name, map, path, vocabulary)[0]?.isLikely === true;
}

/** @param last the key after which the rest of the mapping is not read */
function correctionsByName(
  map: Node,
  path: SchemaPath,
  vocabulary: Vocabulary,
  last?: string,
): ReadonlyMap<string, readonly KeyCorrection[]> {
  const known = keysAt(path);
  const pairs = pairsOf(map);
  const names = new Set(pairs.map(({ name }) => name));
  const unused = new Set(known.filter((key) => !names.has(key)));
  const byName = new Map<string, readonly KeyCorrection[]>();
  for (const { name, value } of pairs) {
    if (known.includes(name) || byName.has(name) || isExtensionKey(name)) continue;
    const corrections = correctionsAmong(name, value, path, [...unused], vocabulary);
    byName.set(name, corrections);
    if (name === last) break;
    if (corrections[0]?.isLikely) unused.delete(corrections[0].key);
  }
  return byName;
}

function correctionsAmong(
  name: string,
  value: Node | null,
  path: SchemaPath,
  unused: readonly string[],
  vocabulary: Vocabulary,
): readonly KeyCorrection[] {
  const spelling = unused.filter((key) => isSpellingOf(name, key));
  const synonyms = keysCalled(name, path).filter((key) => unused.includes(key));
  const near = vocabulary.nearest(name, unused);
  const required = requiredAt(path);
  const isLikely = (key: string): boolean =>
    spelling.includes(key) ||
    (near.includes(key) && !key.startsWith(name.toLowerCase())) ||
    (required.includes(key) && synonyms.length === 1) ||
    fitsKey([...path, key], name, value, vocabulary);
  const corrections = [...new Set([...spelling, ...synonyms, ...near])].map((key) => ({
    key,
    isLikely: isLikely(key),
  }));
  // an address becomes an entry of `links` by a separate fix
  const isOffered = ({ key, isLikely }: KeyCorrection): boolean =>
    (isLikely || synonyms.includes(key)) && (key !== "links" || !isScalar(value) || isEmpty(value));
  return corrections.filter(isOffered).sort((a, b) => Number(b.isLikely) - Number(a.isLikely));
}
