/** The smallest edits that give keys of a mapping other values, in the form in which the mapping is written. */
import { isMap, isScalar, isSeq } from "yaml";
import { valueIn } from "../../document/plainValues";
import { type Edit, lineAt, lineEndOf, trimmedEnd } from "../../text/range";
import { addKey, columnOf, pairEnd, pairStart, replaceValue, setEmptyValue } from "../../yaml/edits";
import { exactText, quotedLike } from "../../yaml/exactText";
import {
  asNode,
  isEmpty,
  type KeyedValue,
  type Node,
  pairOf,
  pairsOf,
  rangeOf,
  type YAMLMap,
} from "../../yaml/nodes";
import { removeKey } from "../../yaml/removeKey";
import { flowValue, plainOf, valueLines } from "../write/layout";
import type { WrittenValue } from "../write/writtenKeys";

/** A mapping of a file: an item, a part, a link. */
export interface EditedMap {
  /** of the block */
  readonly text: string;
  readonly map: YAMLMap;
  /** the mapping as plain JS */
  readonly value: unknown;
  /** all keys of such a mapping, in writing order */
  readonly keys: readonly string[];
}

/** Edits that change one key. */
export interface FieldEdit {
  readonly key: string;
  /** offsets in the text of the block */
  readonly edits: readonly Edit[];
  /** the value afterwards as plain JS; undefined if the key is removed */
  readonly expected: unknown;
}

/**
 * @returns undefined if the value has a form that does not allow the edit
 */
export function setField(target: EditedMap, key: string, value: WrittenValue): FieldEdit | undefined {
  const { text, map, keys } = target;
  const pair = pairOf(map, key);
  const expected = plainOf(value);
  if (!pair) {
    const after = keys.includes(key) ? keys.slice(0, keys.indexOf(key)) : keys;
    const edit = addKey(text, map, key, sourceOf(target, columnOfKeys(target), key, value), after);
    return { key, edits: [withoutSpaceAtLineEnd(edit)], expected };
  }
  const edit = isMissing(pair.value)
    ? setEmptyValue(text, pair, emptyReplacement(target, pair, value))
    : replacement(target, pair, value);
  return edit && { key, edits: [edit], expected };
}

/** Removes a key; undefined if the form of the mapping does not allow it. */
export function removeField({ text, map }: EditedMap, key: string): FieldEdit | undefined {
  const pair = pairOf(map, key);
  const edit = pair && removeKey(text, map, pair);
  return edit && { key, edits: [withLineEndBefore(text, edit)], expected: undefined };
}

/** Removes lines with the line end before them, as another edit may add lines below them. */
function withLineEndBefore(text: string, edit: Edit): Edit {
  const { start, end } = edit;
  const isLines = edit.text === "" && text[start - 1] === "\n" && text[end - 1] === "\n";
  if (!isLines) return edit;
  const lengthAt = (after: number): number => (text[after - 2] === "\r" ? 2 : 1);
  return { start: start - lengthAt(start), end: end - lengthAt(end), text: "" };
}

function isMissing(node: Node | null): boolean {
  return isEmpty(node) || (isSeq(node) && node.items.length === 0);
}

function replacement(target: EditedMap, { value: node }: KeyedValue, value: WrittenValue): Edit | undefined {
  if (!node) return undefined;
  const { text, map } = target;
  const { start, end } = rangeOf(node);
  const source = text.slice(start, trimmedEnd(text, end));
  const written = isScalar(node) && value.kind === "text" ? quotedLike(source, value.text) : undefined;
  const plain = value.kind === "text" && !map.flow ? exactText(value.text) : flowValue(value);
  return replaceValue(text, node, written ?? quotesLikeBefore(source, plain));
}

/** `"09:30"` as `'09:30'` */
function quotesLikeBefore(source: string, written: string): string {
  const isTime = /^"[\d:]+"$/.test(written);
  return isTime && source.startsWith("'") ? written.replaceAll('"', "'") : written;
}

/** A comment after the key would become a line of the text. */
function emptyReplacement(target: EditedMap, pair: KeyedValue, value: WrittenValue): string {
  const { text } = target;
  const end = pairEnd(text, pair);
  const hasComment = text.slice(end, lineAt(text, end).end).includes("#");
  if (hasComment || value.kind === "maps") return flowValue(value);
  return sourceOf(target, columnOf(text, pairStart(text, pair)), pair.name, value);
}

function columnOfKeys({ text, map }: EditedMap): number {
  const first = pairsOf(map)[0];
  return first ? columnOf(text, pairStart(text, first)) : 0;
}

/** The source of a value, with the lines below its key. */
function sourceOf({ text, map }: EditedMap, column: number, key: string, value: WrittenValue): string {
  if (map.flow) return flowValue(value);
  const [first = "", ...others] = valueLines(value, key.length);
  const separator = lineEndOf(text);
  const indent = " ".repeat(column);
  return first + others.map((line) => separator + (line === "" ? "" : indent + line)).join("");
}

/** `parts: ` with its list below */
function withoutSpaceAtLineEnd(edit: Edit): Edit {
  return { ...edit, text: edit.text.replace(/^((?:\r?\n *)?[\w-]+:) (?=\r?\n)/, "$1") };
}

/** An entry of a list as a mapping that is edited. */
export function mapAt(
  target: EditedMap,
  key: string,
  index: number,
  keys: readonly string[],
): EditedMap | undefined {
  const list = pairOf(target.map, key)?.value;
  const values = valueIn(target.value, key);
  const map = isSeq(list) ? asNode(list.items[index]) : undefined;
  if (!isMap(map) || !Array.isArray(values)) return undefined;
  return { text: target.text, map, value: values[index], keys };
}

/** The mapping as plain JS after the edits. */
export function withFields(value: unknown, fields: readonly Pick<FieldEdit, "key" | "expected">[]): unknown {
  const result = new Map(Object.entries(typeof value === "object" && value !== null ? value : {}));
  for (const { key, expected } of fields)
    if (expected === undefined) result.delete(key);
    else result.set(key, expected);
  return Object.fromEntries(result);
}
