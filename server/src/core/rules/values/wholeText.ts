/** Texts with the words that YAML drops: the `#42 fix` after a text or instead of one, and the `&Co` before it. */
import { isMap, isScalar, isSeq, Scalar } from "yaml";
import type { Range } from "../../text/range";
import { entriesOf, isEmpty, type KeyedValue, type Node, pairsOf, rangeOf, stringOf } from "../../yaml/nodes";
import { tailOf } from "../../yaml/textTail";
import { anchorInText } from "./lostAnchor";

export interface WholeText {
  readonly words: string;
  /** from the first word to the last */
  readonly range: Range;
}

/** @returns the text of a scalar with its dropped words; undefined if YAML drops none */
export function wholeText(node: Node | null, text: string): WholeText | undefined {
  if (!isScalar(node) || node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return undefined;
  const [anchor, tail] = [anchorInText(node, text), tailOf(node, text)];
  if (!anchor && !tail) return undefined;
  const value = isEmpty(node) ? undefined : rangeOf(node);
  const start = anchor?.start ?? value?.start ?? tail?.start ?? 0;
  const end = tail?.end ?? value?.end ?? anchor?.end ?? start;
  if (!value || anchor) return { words: text.slice(start, end), range: { start, end } };
  const written = stringOf(node) ?? node.source ?? "";
  return { words: written + text.slice(value.end, end), range: { start, end } };
}

/** Levels of nested values. */
const maxDepth = 20;

/** @returns the whole texts in a value, in order */
export function wholeTextsIn(node: Node | null, text: string, depth = 0): readonly WholeText[] {
  if (depth > maxDepth) return [];
  if (isSeq(node)) return entriesOf(node).flatMap((entry) => wholeTextsIn(entry, text, depth + 1));
  if (isMap(node)) return pairsOf(node).flatMap(({ value }) => wholeTextsIn(value, text, depth + 1));
  const whole = wholeText(node, text);
  return whole ? [whole] : [];
}

/** The node, or its whole text as a node without a range. */
export function wholeNode(node: Node, text: string): Node {
  const whole = wholeText(node, text);
  return whole ? (new Scalar(whole.words) as Node) : node;
}

/** The pair with the whole text as its value, which has no range. */
export function withWholeText(pair: KeyedValue, text: string): KeyedValue {
  const whole = wholeText(pair.value, text);
  return whole ? { ...pair, value: new Scalar(whole.words) as Node } : pair;
}

/** True if a range has a comment that is not one of the dropped words of its texts; a `#` in quotes counts. */
export function hasComment(text: string, range: Range, nodes: readonly (Node | null)[]): boolean {
  let at = range.start;
  for (const node of nodes) {
    const whole = wholeText(node, text)?.range;
    if (!whole) continue;
    if (/\s#/.test(text.slice(at, whole.start))) return true;
    at = whole.end;
  }
  return at < range.end && /\s#/.test(text.slice(at, range.end));
}
