/** The smallest edits to a block's YAML that keep comments, quotes, indentation and line ends. */
import { isScalar, isSeq } from "yaml";
import { type Edit, inkEnd, lineAt, lineEndOf, type Range } from "../text/range";
import { isBlank, type KeyedValue, type Node, pairsOf, rangeOf, type YAMLMap } from "./nodes";
import { plainOrQuoted, quote } from "./scalars";

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
  if (map.flow && text[rangeOf(map).start] !== "{")
    return inBraces(text, first, entry, previous !== undefined);
  if (map.flow)
    return previous
      ? insertion(endOf(text, previous), `${isAtColon(text, previous) ? " " : ""}, ${entry}`)
      : insertion(rangeOf(first.key).start, `${entry}, `);
  const column = columnOf(text, startOf(text, first));
  const separator = lineEndOf(text) + " ".repeat(column);
  const before = (pair: KeyedValue): Edit => insertion(startOf(text, pair), entry + separator);
  if (!previous) return before(first);
  const end = endOf(text, previous);
  const line = lineAt(text, end);
  // a comment about the line below would be about the new one
  return text.slice(end, line.end).includes("wlcg-notes-disable-next-line")
    ? before(previous)
    : insertion(line.end, separator + entry);
}

/** A pair of a flow list, `[text: Publish]`, as a map of it and `entry`. */
function inBraces(text: string, pair: KeyedValue, entry: string, isBehind: boolean): Edit {
  const start = startOf(text, pair);
  const end = endOf(text, pair);
  const source = text.slice(start, end);
  const space = isAtColon(text, pair) ? " " : "";
  return { start, end, text: isBehind ? `{${source}${space}, ${entry}}` : `{${entry}, ${source}}` };
}

/**
 * Gives a value to a key that has none: `themes:`, `themes: ~`, `themes: []`, or entries that are empty below it.
 * @returns nothing where the key has no colon, `? themes`, or where more than empty entries and comments would go
 */
export function setEmptyValue(text: string, pair: KeyedValue, value: string): Edit | undefined {
  const { value: node } = pair;
  const colon = colonEnd(text, pair);
  if (colon === undefined) return undefined;
  if (isSeq(node) && !node.flow)
    return replaceEmptyEntries(text, { start: colon, end: rangeOf(node).end }, value);
  if (node && (isTagged(node) || !hasNoWidth(node))) return replaceValue(text, node, value);
  return insertion(colon, ` ${value}`);
}

/** The comments of a block list stay where they are. */
function replaceEmptyEntries(text: string, range: Range, value: string): Edit | undefined {
  // with the comment behind the last entry
  const end = inkEnd(text, lineAt(text, inkEnd(text, range.end)).end);
  const [head = "", ...lines] = text.slice(range.start, end).split("\n");
  const left: string[] = [];
  for (const line of lines) {
    const comment = commentOfEmptyEntry(line.trim());
    if (comment === undefined) return undefined;
    if (comment !== "") left.push(line.slice(0, line.search(/\S/)) + comment);
  }
  return { start: range.start, end, text: [` ${value}${head.trimEnd()}`, ...left].join(lineEndOf(text)) };
}

const emptyValues = ["", "~", "null", "Null", "NULL", '""', "''", "!!null"];

/** `- ~ # why` without its entry; nothing where the entry has a value. */
function commentOfEmptyEntry(line: string): string | undefined {
  const [dash = ""] = /^-(?=[ \t]|$)/.exec(line) ?? [];
  const source = line.slice(dash.length).trimStart();
  if (source.startsWith("#")) return source;
  const [value = ""] = /^[^ \t]*/.exec(source) ?? [];
  const comment = source.slice(value.length).trimStart();
  return emptyValues.includes(value) && (comment === "" || comment.startsWith("#")) ? comment : undefined;
}

/** The offset behind a pair's colon; nothing where it has none, as `? key` may. */
function colonEnd(text: string, { key }: KeyedValue): number | undefined {
  let at = rangeOf(key).end;
  // behind `? key` the colon may be on another line, comments ahead of it
  for (;;) {
    while (/[ \t\r\n]/.test(text[at] ?? "")) at++;
    if (text[at] !== "#") return text[at] === ":" ? at + 1 : undefined;
    at = lineAt(text, at).end;
  }
}

/** Puts one value in place of another: its tag goes with it, its anchor stays. */
export function replaceValue(text: string, node: Node, value: string): Edit {
  const range = inkOf(text, rangeOf(node));
  const fresh = value + headComment(text, range);
  const properties = propertiesAhead(text, range.start);
  if (properties === "" && hasNoWidth(node)) return insertion(range.start, ` ${value}`);
  if (!hasNoWidth(node) && !properties.includes("!")) return { ...range, text: fresh };
  const start = range.start - properties.length;
  const anchors = properties.split(/[ \t]+/).filter((property) => property.startsWith("&"));
  const end = hasNoWidth(node) ? start + properties.trimEnd().length : range.end;
  return { start, end, text: [...anchors, fresh].join(" ") };
}

/** UTF-16 units ahead of a value that are looked through for what belongs to it. */
const longestProperties = 200;

/** `&anchor !tag ` ahead of an offset, on its line. */
export function propertiesAhead(text: string, offset: number): string {
  // bounded: 200 characters (longestProperties)
  return /(?<![^\s,[{])(?:[&!][^\s,[\]{}]*(?:[ \t]+|$))+$/.exec(lineAhead(text, offset))?.[0] ?? "";
}

function lineAhead(text: string, offset: number): string {
  return text.slice(Math.max(lineAt(text, offset).start, offset - longestProperties), offset);
}

/** `status: | # why`: the comment is no part of the text of lines below it. */
function headComment(text: string, { start, end }: Range): string {
  return /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(text.slice(start, end))?.[1] ?? "";
}

/** The line end behind a text of lines of its own is part of it to YAML. */
function inkOf(text: string, { start, end }: Range): Range {
  return { start, end: Math.max(start, text[end - 1] === "\n" ? inkEnd(text, end) : end) };
}

function hasNoWidth(node: Node): boolean {
  const { start, end } = rangeOf(node);
  return start === end;
}

/** `&anchor` or `!tag`, with nothing behind it. */
function isTagged(node: Node): boolean {
  return hasNoWidth(node) && isScalar(node) && (node.anchor !== undefined || node.tag !== undefined);
}

/** Removes one entry of a list with what belongs to it: its comma, or its line. Comments stay. */
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

/** With the comma in front of it, or for the first the one behind; across a comment only its own. */
function removeFromFlow(text: string, entries: readonly Node[], index: number): Edit {
  const [previous, entry, next] = [entries[index - 1], entries[index], entries[index + 1]].map(
    (node) => node && withProperties(text, rangeOf(node)),
  );
  const { start, end } = entry ?? { start: 0, end: 0 };
  const gone = previous ? { start: previous.end, end } : { start, end: next?.start ?? end };
  if (!text.slice(gone.start, gone.end).includes("#")) return { ...gone, text: "" };
  const [comma] = /^[ \t]*,/.exec(text.slice(end)) ?? [""];
  return { start, end: end + comma.length, text: "" };
}

/** With the anchor and the tag ahead of a value. */
function withProperties(text: string, { start, end }: Range): Range {
  const from = start - propertiesAhead(text, start).length;
  // `&a` and `!!str` without a value behind them
  return { start: from, end: start === end ? inkEnd(text, end) : end };
}

/** Replaces a scalar's text in the quotes it has, or in such as the new text needs. */
export function replaceScalar(text: string, node: Node, value: string): Edit {
  const range = rangeOf(node);
  const mark = text[range.start];
  const quoted = mark === '"' || mark === "'" ? `${mark}${value}${mark}` : plainOrQuoted(value);
  return replaceValue(text, node, quoted);
}

/** `A. Forti` becomes `[A. Forti]`; `A. Forti, B. Speaker` two entries, where `isMany`. */
export function wrapInList(text: string, node: Node, isMany = false): readonly Edit[] {
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  // `actions: &a` has a value of no width; a tag, `actions: !!str x`, is one of a text
  if (!isScalar(node) || node.tag !== undefined || isBlank(node) || source === "" || source.includes("\n"))
    return [];
  const isText = typeof node.value === "string";
  const parts = isMany && typeof node.value === "string" ? partsOf(node.value) : [];
  const entries = parts.length > 1 ? parts.map(plainOrQuoted).join(", ") : undefined;
  return [
    {
      ...range,
      text: `[${entries ?? (/^["']/.test(source) ? source : isText ? plainOrQuoted(source) : quote(source))}]`,
    },
  ];
}

/** `A. Forti, B. Speaker and C. Chair` as three names. */
function partsOf(text: string): readonly string[] {
  return text
    .split(/[,;&]|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** True for `title:`, at whose colon a comma would be more of its name. */
function isAtColon(text: string, pair: KeyedValue): boolean {
  return text[endOf(text, pair) - 1] === ":";
}

function columnOf(text: string, offset: number): number {
  return offset - lineAt(text, offset).start;
}

/** The start of a pair: of its key with its anchor and tag, and the question mark ahead of them. */
function startOf(text: string, pair: KeyedValue): number {
  const key = rangeOf(pair.key).start;
  const named = key - propertiesAhead(text, key).length;
  return named - (/\?[ \t]+$/.exec(lineAhead(text, named))?.[0].length ?? 0);
}

/** The end of a pair's content, trailing white space left out. */
function endOf(text: string, pair: KeyedValue): number {
  const colon = colonEnd(text, pair) ?? rangeOf(pair.key).end;
  let end = Math.max(pair.value ? rangeOf(pair.value).end : 0, colon);
  // other white space is text to YAML
  while (end > colon && " \t\r\n".includes(text[end - 1] ?? "")) end--;
  return end;
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
