/** The smallest edits to a block's YAML that keep comments, quotes, indentation and line ends. */
import { isScalar, isSeq } from "yaml";
import { isEmpty, type KeyedValue, type Node, pairsOf, rangeOf, type YAMLMap } from "./nodes";
import { type Edit, inkEnd, lineAt, lineEndOf } from "./range";
import { quote } from "./syntax";

/** Adds `key: value` to a map, behind those of `after` that it has, else in front of all. */
export function addKey(
  text: string,
  map: YAMLMap,
  key: string,
  value: string,
  after: readonly string[],
): Edit {
  const pairs = pairsOf(map);
  const previous = pairs.filter((pair) => after.includes(pair.name)).at(-1);
  const entry = `${key}: ${value}`;
  const first = pairs[0];
  if (!first) return insertion(rangeOf(map).start + 1, entry);
  if (map.flow)
    return previous
      ? insertion(endOf(text, previous), `, ${entry}`)
      : insertion(rangeOf(first.key).start, `${entry}, `);
  const column = columnOf(text, rangeOf(first.key).start);
  const separator = lineEndOf(text) + " ".repeat(column);
  if (!previous) return insertion(rangeOf(first.key).start, entry + separator);
  return insertion(lineAt(text, endOf(text, previous)).end, separator + entry);
}

/** Gives a value to a key that has none: `themes:`, `themes: ~`, `themes: []`. */
export function setEmptyValue(text: string, pair: KeyedValue, value: string): Edit {
  const range = pair.value ? rangeOf(pair.value) : undefined;
  if (range && range.end > range.start) return { ...range, text: value };
  const colon = text.indexOf(":", rangeOf(pair.key).end);
  return insertion(colon + 1, ` ${value}`);
}

/** Removes one entry of a list with what belongs to it: its comma, or its line. */
export function removeEntry(text: string, list: Node, index: number): readonly Edit[] {
  if (!isSeq(list)) return [];
  const entries = list.items as Node[];
  const entry = entries[index];
  if (!entry) return [];
  if (list.flow) {
    const next = entries[index + 1];
    const previous = entries[index - 1];
    if (previous) return [{ start: rangeOf(previous).end, end: rangeOf(entry).end, text: "" }];
    return [{ start: rangeOf(entry).start, end: next ? rangeOf(next).start : rangeOf(entry).end, text: "" }];
  }
  const line = lineAt(text, rangeOf(entry).start);
  const nextLine = text.indexOf("\n", line.start);
  if (!/^[ \t]*-[ \t]/.test(text.slice(line.start, line.end))) return [];
  if (nextLine >= 0) return [{ start: line.start, end: nextLine + 1, text: "" }];
  const before = line.start - (text[line.start - 2] === "\r" ? 2 : 1);
  return [{ start: Math.max(0, before), end: line.end, text: "" }];
}

/** Replaces a scalar's text in the quotes it has, or in such as the new text needs. */
export function replaceScalar(text: string, node: Node, value: string): Edit {
  const range = rangeOf(node);
  const mark = text[range.start];
  const quoted = mark === '"' || mark === "'" ? `${mark}${value}${mark}` : plainOrQuoted(value);
  return { ...range, text: quoted };
}

/** `value` as it can stand in a flow list. */
export function plainOrQuoted(value: string): string {
  return /^[\p{L}\p{N}_][^:#,[\]{}]*$/u.test(value) && !/\s$/.test(value) ? value : quote(value);
}

/** `A. Forti` becomes `[A. Forti]`. */
export function wrapInList(text: string, node: Node): readonly Edit[] {
  const range = rangeOf(node);
  if (!isScalar(node) || isEmpty(node) || text.slice(range.start, range.end).includes("\n")) return [];
  const source = text.slice(range.start, range.end);
  return [{ ...range, text: `[${/^["']/.test(source) ? source : plainOrQuoted(source)}]` }];
}

function columnOf(text: string, offset: number): number {
  return offset - lineAt(text, offset).start;
}

/** The end of a pair's content, trailing white space left out. */
function endOf(text: string, pair: KeyedValue): number {
  const colon = text.indexOf(":", rangeOf(pair.key).end) + 1;
  const end = Math.max(pair.value ? rangeOf(pair.value).end : 0, colon);
  return Math.max(colon, inkEnd(text, end));
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
