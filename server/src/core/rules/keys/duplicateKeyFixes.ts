/** Fixes for a key that occurs twice: both values as one, or one of them. */

import { isScalar, isSeq, type YAMLMap, type YAMLSeq } from "yaml";
import type { Fix } from "../../findings/finding";
import { isMarkdownKey } from "../../schema/keyKinds";
import { type Edit, trimmedEnd } from "../../text/range";
import { addEntries } from "../../yaml/addEntries";
import { appendLines } from "../../yaml/blockText";
import { columnOf, pairEnd, pairStart, replaceValue } from "../../yaml/edits";
import { asNode, isEmpty, type KeyedValue, type Node, rangeOf, stringOf } from "../../yaml/nodes";
import { removeKey } from "../../yaml/removeKey";
import { quoteIfNeeded } from "../../yaml/scalars";
import { tailOf } from "../../yaml/textTail";

/**
 * @param first the first pair with the key
 * @param second the one that is reported
 */
export function duplicateKeyFixes(
  map: YAMLMap,
  first: KeyedValue,
  second: KeyedValue,
  text: string,
): readonly Fix[] {
  const [withoutFirst, withoutSecond] = [first, second].map((pair) => removalOf(pair, map, text));
  const keepFirst = toFix("Keep the first", withoutSecond && [withoutSecond]);
  const keepSecond = toFix("Keep the second", withoutFirst && [withoutFirst]);
  if (isEmpty(first.value)) return preferred(keepSecond);
  if (isEmpty(second.value) || isSameText(first.value, second.value)) return preferred(keepFirst);
  const merged = withoutSecond && mergeEdits(map, first, second, text);
  const merge = toFix("Merge both", merged && [...merged, withoutSecond]);
  return [...preferred(merge), ...keepFirst, ...keepSecond];
}

/** Not for a value with comments in it, which would be lost. */
function removalOf(pair: KeyedValue, map: YAMLMap, text: string): Edit | undefined {
  const hasComment = /\s#/.test(text.slice(pairStart(text, pair), pairEnd(text, pair)));
  return hasComment ? undefined : removeKey(text, map, pair);
}

function toFix(title: string, edits: readonly Edit[] | undefined): readonly Fix[] {
  return edits ? [{ title, edits }] : [];
}

function preferred(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.map((fix) => ({ ...fix, preferred: true }));
}

function isSameText(left: Node | null, right: Node | null): boolean {
  return isScalar(left) && isScalar(right) && left.value === right.value;
}

/** Keys that people write once for each entry: `speaker: A. Forti` above `speaker: B. Two`. */
const listKeys = /^(?:decisions?|speakers?|presenters?|chairs?)$/i;

/** Two texts as a list; undefined for other values, and for a text with a separator or a `#word` after it. */
function listOfTexts(left: Node | null, right: Node | null, text: string): string | undefined {
  const nodes = [left, right].flatMap((node) => (node && !tailOf(node, text) ? [node] : []));
  const texts = nodes.flatMap((node) => stringOf(node) ?? []);
  const isPlain =
    texts.length === 2 && texts.every((written) => written.trim() !== "" && !/[\n,;]/.test(written));
  return isPlain ? `[${texts.map(quoteIfNeeded).join(", ")}]` : undefined;
}

/** Edits that add the second value to the first one; undefined for values that are neither lists nor notes. */
function mergeEdits(
  map: YAMLMap,
  first: KeyedValue,
  second: KeyedValue,
  text: string,
): readonly Edit[] | undefined {
  const [list, added] = [first.value, second.value];
  if (isSeq(list) && isSeq(added))
    return list.flow ? addToFlow(list, added, text) : addToBlock(list, added, text);
  const words = stringOf(added);
  const names = listKeys.test(first.name) ? listOfTexts(list, added, text) : undefined;
  if (list && names !== undefined) return [replaceValue(text, list, names)];
  if (!isMarkdownKey(first.name) || words === undefined) return undefined;
  const edit = appendLines(text, map, first, words.trim().split(/\r?\n/));
  return edit && [edit];
}

/** The sources of the entries that the list does not have yet; undefined with comments between them. */
function newEntries(list: YAMLSeq, added: YAMLSeq, text: string): readonly string[] | undefined {
  const range = rangeOf(added as Node);
  if (/\s#/.test(text.slice(range.start, range.end))) return undefined;
  const known = new Set(list.items.map((entry) => stringOf(entry)));
  return added.items.flatMap((item) => {
    const entry = asNode(item);
    const value = stringOf(entry);
    if (!entry || (value !== undefined && known.has(value))) return [];
    const { start, end } = rangeOf(entry);
    return [text.slice(start, trimmedEnd(text, end))];
  });
}

function addToFlow(list: YAMLSeq, added: YAMLSeq, text: string): readonly Edit[] | undefined {
  const sources = newEntries(list, added, text);
  if (!sources?.every((source) => isFlowSource(source, added))) return undefined;
  return editsThatAdd(list, sources, text);
}

/** A mapping in block form cannot be an entry of a flow list. */
function isFlowSource(source: string, { flow }: YAMLSeq): boolean {
  return (
    flow === true || (!source.includes("\n") && (/^[{["']/.test(source) || !/[,[\]{}]|:\s/.test(source)))
  );
}

function addToBlock(list: YAMLSeq, added: YAMLSeq, text: string): readonly Edit[] | undefined {
  const sources = newEntries(list, added, text);
  if (!sources) return undefined;
  const [column, addedColumn] = [list, added].map((node) => columnOf(text, rangeOf(node as Node).start));
  if (sources.some((source) => source.includes("\n")) && (added.flow || addedColumn !== column))
    return undefined;
  return editsThatAdd(list, sources, text);
}

function editsThatAdd(list: YAMLSeq, sources: readonly string[], text: string): readonly Edit[] | undefined {
  const edit = addEntries(text, list, sources);
  return sources.length === 0 ? [] : edit && [edit];
}
