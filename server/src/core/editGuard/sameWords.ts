/** Compares the words of nodes: an edit may move or reshape a value if every word is still there. */
import { isAlias, isMap, isPair, isScalar, isSeq, type Pair } from "yaml";
import { asNode, type Node } from "../yaml/nodes";

/** A node, or a key with its value. */
type WordSource = Node | null | Pair<unknown, unknown>;

/**
 * @param before parts of the original text
 * @param after nodes of the new text
 * @returns true if every word of the keys and values of `before` is in `after` as often, ignoring case. The name of a
 *   key may be missing if it only labels a text, `name: A. Forti` as `A. Forti`, and so may `true`, `security: true` as
 *   `security`
 */
export function hasAllWords(before: readonly WordSource[], after: readonly (Node | null)[]): boolean {
  const remaining = new Map<string, number>();
  for (const { word } of after.flatMap((node) => wordsOf(node, 0)))
    remaining.set(word, (remaining.get(word) ?? 0) + 1);
  const words = before.flatMap((source) => wordsOf(source, 0));
  // the words of values first: the name of a key must not take their place
  const ordered = [...words.filter(({ isLabel }) => !isLabel), ...words.filter(({ isLabel }) => isLabel)];
  return ordered.every(({ word, isLabel }) => {
    const count = remaining.get(word) ?? 0;
    remaining.set(word, count - 1);
    return count > 0 || isLabel;
  });
}

/** Names of keys that only label their value. */
const labels: ReadonlySet<string> = new Set(
  (
    "name speaker speakers presenter presenters author authors chair convener person affiliation institute owner " +
    "theme tag tags topics text decision"
  ).split(" "),
);

/** Values that only confirm their key. */
const confirmations: ReadonlySet<string> = new Set(["true", "yes"]);

/** Levels of nesting; the words of deeper values are not compared. */
const maxDepth = 30;

interface Word {
  readonly word: string;
  /** true if it may be missing */
  readonly isLabel: boolean;
}

function wordsOf(source: WordSource, depth: number): readonly Word[] {
  if (depth > maxDepth) return [required("\0")];
  if (isPair(source)) return wordsOfPair(source, depth);
  if (isAlias(source)) return [required(`*${source.source}`)];
  const anchor = source?.anchor === undefined ? [] : [required(`&${source.anchor}`)];
  return [...anchor, ...ownWordsOf(source, depth)];
}

function ownWordsOf(node: Node | null, depth: number): readonly Word[] {
  if (isScalar(node)) return wordsOfText(textOf(node)).map(required);
  if (isSeq(node)) return node.items.flatMap((item) => wordsOf(asNode(item), depth + 1));
  return isMap(node) ? node.items.flatMap((pair) => wordsOfPair(pair, depth)) : [];
}

function wordsOfPair({ key, value }: Pair<unknown, unknown>, depth: number): readonly Word[] {
  const valueNode = asNode(value);
  const isConfirmation = isScalar(valueNode) && confirmations.has(textOf(valueNode).trim().toLowerCase());
  return [
    ...wordsOf(asNode(key), depth + 1).map(({ word }) => ({ word, isLabel: labels.has(word) })),
    ...wordsOf(valueNode, depth + 1).map((word) => (isConfirmation ? { ...word, isLabel: true } : word)),
  ];
}

function required(word: string): Word {
  return { word, isLabel: false };
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
