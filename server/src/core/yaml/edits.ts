/** Minimal edits of a block's YAML that preserve comments, quotes, indentation and line ends. */
import { isScalar, isSeq } from "yaml";
import { type Edit, insertion, lineAt, lineEndOf, type Range, trimmedEnd } from "../text/range";
import { isBlank, type KeyedValue, type Node, pairsOf, rangeOf, type YAMLMap } from "./nodes";
import { quote, quoteIfNeeded } from "./scalars";

/**
 * Adds `key: value` to a map, after the last existing key of `after`, or before all keys if it has none of
 * them.
 */
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
  if (map.flow && text[rangeOf(map).start] !== "{")
    return asFlowMap(text, first, entry, previous !== undefined);
  if (map.flow)
    return previous
      ? insertion(pairEnd(text, previous), `${isAtColon(text, previous) ? " " : ""}, ${entry}`)
      : insertion(rangeOf(first.key).start, `${entry}, `);
  const column = columnOf(text, pairStart(text, first));
  const separator = lineEndOf(text) + " ".repeat(column);
  const before = (pair: KeyedValue): Edit => insertion(pairStart(text, pair), entry + separator);
  if (!previous) return before(first);
  const end = pairEnd(text, previous);
  const line = lineAt(text, end);
  // a `disable-next-line` comment at the end of the line must not apply to the new line
  return text.slice(end, line.end).includes("wlcg-notes-disable-next-line")
    ? before(previous)
    : insertion(endOfBlock(text, previous, line, column), separator + entry);
}

/**
 * The end of a value with the blank lines below a literal or folded text that are indented as it is: the cursor is there
 * while a text is typed.
 * @param line the last one of the text
 * @param column of the key
 */
function endOfBlock(text: string, { value }: KeyedValue, line: Range, column: number): number {
  if (!isScalar(value) || (value.type !== "BLOCK_LITERAL" && value.type !== "BLOCK_FOLDED")) return line.end;
  let { end } = line;
  for (let newline = text.indexOf("\n", line.end); newline >= 0; ) {
    const next = lineAt(text, newline + 1);
    if (text.slice(next.start, next.end).trim() !== "") break;
    if (next.end - next.start > column) end = next.end;
    newline = text.indexOf("\n", next.end);
  }
  return end;
}

/** A pair of a flow list, `[text: Publish]`, as a map of it and `entry`. */
function asFlowMap(text: string, pair: KeyedValue, entry: string, isAppended: boolean): Edit {
  const start = pairStart(text, pair);
  const end = pairEnd(text, pair);
  const source = text.slice(start, end);
  const space = isAtColon(text, pair) ? " " : "";
  return { start, end, text: isAppended ? `{${source}${space}, ${entry}}` : `{${entry}, ${source}}` };
}

/**
 * Sets the value of a key without one: `themes:`, `themes: ~`, `themes: []`, or with only empty entries below
 * it.
 * @returns undefined if the key has no colon, `? themes`, or if more than empty entries and comments would be
 * lost
 */
export function setEmptyValue(text: string, pair: KeyedValue, value: string): Edit | undefined {
  const { value: node } = pair;
  const colon = colonEnd(text, pair);
  if (colon === undefined) return undefined;
  if (isSeq(node) && !node.flow)
    return replaceEmptyEntries(text, { start: colon, end: rangeOf(node).end }, value);
  if (node && (hasOnlyProperties(node) || !isZeroWidth(node))) return replaceValue(text, node, value);
  return insertion(colon, ` ${value}`);
}

/** Replaces a block list of empty entries; its comments are preserved. */
function replaceEmptyEntries(text: string, range: Range, value: string): Edit | undefined {
  // including the comment after the last entry
  const end = trimmedEnd(text, lineAt(text, trimmedEnd(text, range.end)).end);
  const [firstLine = "", ...lines] = text.slice(range.start, end).split("\n");
  const comments: string[] = [];
  for (const line of lines) {
    const comment = commentOfEmptyEntry(line.trim());
    if (comment === undefined) return undefined;
    if (comment !== "") comments.push(line.slice(0, line.search(/\S/)) + comment);
  }
  return {
    start: range.start,
    end,
    text: [` ${value}${firstLine.trimEnd()}`, ...comments].join(lineEndOf(text)),
  };
}

const emptyValues = ["", "~", "null", "Null", "NULL", '""', "''", "!!null"];

/** The comment of an empty entry, `- ~ # why`; undefined if the entry has a value. */
function commentOfEmptyEntry(line: string): string | undefined {
  const [dash = ""] = /^-(?=[ \t]|$)/.exec(line) ?? [];
  const source = line.slice(dash.length).trimStart();
  if (source.startsWith("#")) return source;
  const [value = ""] = /^[^ \t]*/.exec(source) ?? [];
  const comment = source.slice(value.length).trimStart();
  return emptyValues.includes(value) && (comment === "" || comment.startsWith("#")) ? comment : undefined;
}

/** The offset after a pair's colon; undefined if it has none, as in `? key`. */
function colonEnd(text: string, { key }: KeyedValue): number | undefined {
  let at = rangeOf(key).end;
  // after `? key` the colon may be on a later line, after comments
  for (;;) {
    while (/[ \t\r\n]/.test(text[at] ?? "")) at++;
    if (text[at] !== "#") return text[at] === ":" ? at + 1 : undefined;
    at = lineAt(text, at).end;
  }
}

/** Replaces a value; its tag is removed and its anchor is preserved. */
export function replaceValue(text: string, node: Node, value: string): Edit {
  const range = withoutFinalLineEnd(text, rangeOf(node));
  const newValue = value + blockHeaderComment(text, range);
  const properties = propertiesBefore(text, range.start);
  if (properties === "" && isZeroWidth(node)) return insertion(range.start, ` ${value}`);
  if (!isZeroWidth(node) && !properties.includes("!")) return { ...range, text: newValue };
  const start = range.start - properties.length;
  const anchors = properties.split(/[ \t]+/).filter((property) => property.startsWith("&"));
  const end = isZeroWidth(node) ? start + properties.trimEnd().length : range.end;
  return { start, end, text: [...anchors, newValue].join(" ") };
}

/** Maximum UTF-16 units before a value that are searched for its anchor and tag. */
const maxPropertiesLength = 200;

/** The node properties, `&anchor !tag `, before an offset on its line. */
export function propertiesBefore(text: string, offset: number): string {
  // bounded: 200 characters (maxPropertiesLength)
  return /(?<![^\s,[{])(?:[&!][^\s,[\]{}]*(?:[ \t]+|$))+$/.exec(textBeforeOnLine(text, offset))?.[0] ?? "";
}

function textBeforeOnLine(text: string, offset: number): string {
  return text.slice(Math.max(lineAt(text, offset).start, offset - maxPropertiesLength), offset);
}

/** The comment after a block scalar header, `status: | # why`, which is not part of the scalar. */
function blockHeaderComment(text: string, { start, end }: Range): string {
  return /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(text.slice(start, end))?.[1] ?? "";
}

/** The range without the final line end, which YAML counts as part of a block scalar. */
function withoutFinalLineEnd(text: string, { start, end }: Range): Range {
  return { start, end: Math.max(start, text[end - 1] === "\n" ? trimmedEnd(text, end) : end) };
}

function isZeroWidth(node: Node): boolean {
  const { start, end } = rangeOf(node);
  return start === end;
}

/** True for `&anchor` or `!tag` without a value. */
function hasOnlyProperties(node: Node): boolean {
  return isZeroWidth(node) && isScalar(node) && (node.anchor !== undefined || node.tag !== undefined);
}

/** Removes one entry of a list with its comma or its line. Comments are preserved. */
export function removeEntry(text: string, list: Node, index: number): readonly Edit[] {
  if (!isSeq(list)) return [];
  const entry = (list.items as Node[])[index];
  if (!entry) return [];
  if (list.flow) return [removeFromFlow(text, list.items as Node[], index)];
  const line = lineAt(text, rangeOf(entry).start);
  const [dash] = /^[ \t]*-[ \t]+/.exec(text.slice(line.start, line.end)) ?? [];
  if (dash === undefined) return [];
  const comment = text.slice(rangeOf(entry).end, line.end).search(/\S/);
  if (comment >= 0) {
    const start = line.start + dash.search(/-/);
    return [{ start, end: rangeOf(entry).end + comment, text: "" }];
  }
  const nextLine = text.indexOf("\n", line.start);
  if (nextLine >= 0) return [{ start: line.start, end: nextLine + 1, text: "" }];
  const before = line.start - (text[line.start - 2] === "\r" ? 2 : 1);
  return [{ start: Math.max(0, before), end: line.end, text: "" }];
}

/**
 * Removes an entry with the comma before it, or the comma after it for the first entry; if a comment is in
 * between, only the entry and its own comma.
 */
function removeFromFlow(text: string, entries: readonly Node[], index: number): Edit {
  const [previous, entry, next] = [entries[index - 1], entries[index], entries[index + 1]].map(
    (node) => node && withProperties(text, rangeOf(node)),
  );
  const { start, end } = entry ?? { start: 0, end: 0 };
  const removed = previous ? { start: previous.end, end } : { start, end: next?.start ?? end };
  if (!text.slice(removed.start, removed.end).includes("#")) return { ...removed, text: "" };
  const [comma] = /^[ \t]*,/.exec(text.slice(end)) ?? [""];
  return { start, end: end + comma.length, text: "" };
}

/** The range of a value with its anchor and tag. */
function withProperties(text: string, { start, end }: Range): Range {
  const from = start - propertiesBefore(text, start).length;
  // `&a` and `!!str` without a value
  return { start: from, end: start === end ? trimmedEnd(text, end) : end };
}

/** Replaces the text of a scalar; keeps its quotes, or adds the quotes that the new text needs. */
export function replaceScalar(text: string, node: Node, value: string): Edit {
  const range = rangeOf(node);
  const quoteMark = text[range.start];
  const quoted =
    quoteMark === '"' || quoteMark === "'" ? `${quoteMark}${value}${quoteMark}` : quoteIfNeeded(value);
  return replaceValue(text, node, quoted);
}

/**
 * Wraps a scalar in a flow list: `A. Forti` becomes `[A. Forti]`; if `splitsNames`, `A. Forti, B. Speaker`
 * becomes two entries.
 */
export function wrapInList(text: string, node: Node, splitsNames = false): readonly Edit[] {
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  // `actions: &a` has a value without width; the tag in `actions: !!str x` applies to a text
  if (!isScalar(node) || node.tag !== undefined || isBlank(node) || source === "" || source.includes("\n"))
    return [];
  const isText = typeof node.value === "string";
  const parts = splitsNames && typeof node.value === "string" ? splitNames(node.value) : [];
  const entries = parts.length > 1 ? parts.map(quoteIfNeeded).join(", ") : undefined;
  return [
    {
      ...range,
      text: `[${entries ?? (/^["']/.test(source) ? source : isText ? quoteIfNeeded(source) : quote(source))}]`,
    },
  ];
}

/** Splits `A. Forti, B. Speaker and C. Chair` into three names. */
function splitNames(text: string): readonly string[] {
  return text
    .split(/[,;&]|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** True for a pair that ends with its colon, `title:`; a comma directly after it would be part of the key. */
function isAtColon(text: string, pair: KeyedValue): boolean {
  return text[pairEnd(text, pair) - 1] === ":";
}

export function columnOf(text: string, offset: number): number {
  return offset - lineAt(text, offset).start;
}

/** The start of a pair, including the anchor, tag and question mark before its key. */
export function pairStart(text: string, pair: KeyedValue): number {
  const key = rangeOf(pair.key).start;
  const nameStart = key - propertiesBefore(text, key).length;
  return nameStart - (/\?[ \t]+$/.exec(textBeforeOnLine(text, nameStart))?.[0].length ?? 0);
}

/** The end of a pair's content, trailing white space left out. */
export function pairEnd(text: string, pair: KeyedValue): number {
  const colon = colonEnd(text, pair) ?? rangeOf(pair.key).end;
  let end = Math.max(pair.value ? rangeOf(pair.value).end : 0, colon);
  // other white space is text in YAML
  while (end > colon && " \t\r\n".includes(text[end - 1] ?? "")) end--;
  return end;
}
