/** Compares the words of nodes: an edit may move or reshape a value if every word is still there. */
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import { asNode, type Node } from "../yaml/nodes";

/**
 * @param before nodes of the original text
 * @param after nodes of the new text
 * @returns true if every word of the keys and values of `before` is in `after` as often, ignoring case. The name of a
 *   key may be missing if it only labels a text: `name: A. Forti` as `A. Forti`
 */
export function hasAllWords(before: readonly (Node | null)[], after: readonly (Node | null)[]): boolean {
  const remaining = new Map<string, number>();
  for (const word of after.flatMap((node) => wordsOf(node, 0)))
    remaining.set(word, (remaining.get(word) ?? 0) + 1);
  const missing = before
    .flatMap((node) => wordsOf(node, 0))
    .filter((word) => {
      const count = remaining.get(word) ?? 0;
      remaining.set(word, count - 1);
      return count <= 0;
    });
  return missing.every((word) => labels.has(word));
}

/** Keys that only label their value. */
const labels: ReadonlySet<string> = new Set(
  (
    "name speaker speakers presenter presenters author authors chair convener person affiliation institute " +
    "theme tag tags topics text decision true yes"
  ).split(" "),
);

/** Levels of nesting; the words of deeper values are not compared. */
const maxDepth = 30;

function wordsOf(node: Node | null, depth: number): readonly string[] {
  if (depth > maxDepth) return ["\0"];
  if (isAlias(node)) return [`*${node.source}`];
  const anchor = node?.anchor === undefined ? [] : [`&${node.anchor}`];
  return [...anchor, ...ownWordsOf(node, depth)];
}

function ownWordsOf(node: Node | null, depth: number): readonly string[] {
  if (isScalar(node)) return wordsOfText(textOf(node));
  if (isSeq(node)) return node.items.flatMap((item) => wordsOf(asNode(item), depth + 1));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => [
    ...wordsOf(asNode(key), depth + 1),
    ...wordsOf(asNode(value), depth + 1),
  ]);
}

function textOf({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === "string" ? value : (source ?? "");
}

/** @returns true if every word of a text is in another one as often, ignoring case */
export function hasAllWordsOfText(before: string, after: string): boolean {
  const remaining = new Map<string, number>();
  for (const word of wordsOfText(after)) remaining.set(word, (remaining.get(word) ?? 0) + 1);
  return wordsOfText(before).every((word) => {
    const count = remaining.get(word) ?? 0;
    remaining.set(word, count - 1);
    return count > 0;
  });
}

function wordsOfText(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
