import { isMap, isScalar, isSeq, type Scalar } from "yaml";
import { asNode, type Node, pairsOf } from "./nodes";

/** Levels of nested collections. */
const maxDepth = 20;

/**
 * The node as plain JS, numbers as written, to show it as text.
 * @param wordsOf the text of a scalar if it is not its value
 * @returns undefined if it has an alias, a key that is not a scalar, or too many levels
 */
export function plainValue(node: unknown, wordsOf: WordsOf = noWords, depth = 0): unknown {
  if (depth > maxDepth) return undefined;
  if (node === null) return null;
  if (isScalar(node)) return wordsOf(node as Node) ?? scalarValue(node);
  if (isSeq(node)) return allDefined(node.items.map((item) => plainValue(asNode(item), wordsOf, depth + 1)));
  if (!isMap(node)) return undefined;
  const pairs = pairsOf(node);
  const values = allDefined(pairs.map(({ value }) => plainValue(value, wordsOf, depth + 1)));
  if (!values || pairs.length < node.items.length) return undefined;
  return Object.fromEntries(pairs.map(({ name }, at) => [name, values[at]]));
}

type WordsOf = (scalar: Node) => string | undefined;

function noWords(): undefined {
  return undefined;
}

function scalarValue(node: Scalar): unknown {
  return typeof node.value === "string" || node.value === null ? node.value : scalarText(node);
}

function scalarText({ source, value }: { readonly source?: string; readonly value: unknown }): string {
  return source ?? String(value);
}

function allDefined(values: readonly unknown[]): readonly unknown[] | undefined {
  return values.includes(undefined) ? undefined : values;
}
