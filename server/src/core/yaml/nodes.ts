/** Helpers to read YAML nodes. Ranges are offsets in the block's text. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import type { Range } from "../text/range";

/** The range of a node's own text, without trailing white space and comments. */
export function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: Math.max(start, end) };
}

export interface KeyedValue {
  readonly key: Scalar;
  readonly name: string;
  readonly value: Node | null;
}

/** The pairs of a map whose keys are scalars, in order, duplicates included. */
export function pairsOf(node: unknown): readonly KeyedValue[] {
  if (!isMap(node)) return [];
  const pairs: KeyedValue[] = [];
  for (const { key, value } of node.items)
    if (isScalar(key)) pairs.push({ key, name: String(key.value), value: asNode(value) });
  return pairs;
}

/** The pair of a key; if the key occurs twice, the last pair, whose value counts. */
export function pairOf(node: unknown, name: string): KeyedValue | undefined {
  if (!isMap(node)) return undefined;
  for (let at = node.items.length - 1; at >= 0; at--) {
    const { key, value } = node.items[at] ?? {};
    if (isScalar(key) && String(key.value) === name) return { key, name, value: asNode(value) };
  }
  return undefined;
}

/** The entries of a sequence; empty for any other node. */
export function entriesOf(node: unknown): readonly Node[] {
  const entries: Node[] = [];
  if (isSeq(node))
    for (const item of node.items) {
      const entry = asNode(item);
      if (entry) entries.push(entry);
    }
  return entries;
}

/** The text of a string scalar; `undefined` for any other node. */
export function stringOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

/** True for a missing value: `title:`, `title: null` and `title: !tag`. */
export function isEmpty(node: unknown): boolean {
  if (node == null) return true;
  return isScalar(node) && (node.value === null || (node.type === "PLAIN" && node.source === ""));
}

/** True for a missing value and for a string of white space only: `title: ""`. */
export function isBlank(node: unknown): boolean {
  return isEmpty(node) || stringOf(node)?.trim() === "";
}

export function asNode(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? (value as Node) : null;
}

export type { Node, Scalar, YAMLMap };
