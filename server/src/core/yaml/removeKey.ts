import { isScalar, isSeq } from "yaml";
import { type Edit, lineAt, lineEndOf, trimmedEnd } from "../text/range";
import { pairEnd, pairStart, removeEntry } from "./edits";
import { type KeyedValue, type Node, pairsOf, rangeOf, stringOf, type YAMLMap } from "./nodes";
import { commentStartFrom } from "./openMarks";

/**
 * Removes a key with its value; comments in the removed lines remain.
 * @returns undefined if it is the only key of the map, or if the map has a form that does not allow it
 */
export function removeKey(text: string, map: YAMLMap, pair: KeyedValue): Edit | undefined {
  const pairs = pairsOf(map);
  const at = pairs.findIndex(({ key }) => key === pair.key);
  if (pairs.length < 2 || at < 0) return undefined;
  if (map.flow) return removeFromFlowMap(text, map, pairs, at);
  const start = pairStart(text, pair);
  const line = lineAt(text, start);
  const indent = text.slice(line.start, start);
  const pairLinesEnd = lineAt(text, pairEnd(text, pair)).end;
  if (indent.trim() === "")
    return removeLines(text, line.start, pairLinesEnd, indent, commentsOf(text, pair, pairLinesEnd));
  const next = pairs[at + 1];
  if (!next) return undefined;
  const end = pairStart(text, next);
  const separator = lineEndOf(text) + " ".repeat(indent.length);
  const comments = commentsOf(text, pair, end);
  return { start, end, text: comments.map((comment) => comment + separator).join("") };
}

/** The comments from a key to an offset after its value; a `#` in a text is none. */
function commentsOf(text: string, { key, value }: KeyedValue, end: number): readonly string[] {
  const start = rangeOf(key).end;
  if (!value || stringOf(value) === undefined) return commentsIn(text.slice(start, end));
  const range = rangeOf(value);
  return [
    ...commentsIn(text.slice(start, range.start)),
    ...commentsOfHeader(text, range.start),
    ...commentsIn(text.slice(trimmedEnd(text, range.end), end)),
  ];
}

/** The comment after the header of a text of several lines: `notes: | # why`. */
function commentsOfHeader(text: string, start: number): readonly string[] {
  return /^[|>]/.test(text[start] ?? "") ? commentsIn(text.slice(start, lineAt(text, start).end)) : [];
}

function removeFromFlowMap(
  text: string,
  map: YAMLMap,
  pairs: readonly KeyedValue[],
  at: number,
): Edit | undefined {
  const [previous, pair, next] = [pairs[at - 1], pairs[at], pairs[at + 1]];
  if (!pair || text[rangeOf(map).start] !== "{") return undefined;
  const start = previous ? pairEnd(text, previous) : pairStart(text, pair);
  const end = previous || !next ? pairEnd(text, pair) : pairStart(text, next);
  return text.slice(start, end).includes("#") ? undefined : { start, end, text: "" };
}

/**
 * Removes an entry of a list; comments in the removed lines remain.
 * @returns empty if the list has a form that does not allow it
 */
export function removeListEntry(text: string, list: Node, index: number): readonly Edit[] {
  const entry = isSeq(list) ? (list.items as Node[])[index] : undefined;
  if (!entry || !isSeq(list) || list.flow || isScalar(entry)) return removeEntry(text, list, index);
  const { start, end } = rangeOf(entry);
  const line = lineAt(text, start);
  const [, indent] = /^([ \t]*)-[ \t]+$/.exec(text.slice(line.start, start)) ?? [];
  const lineEnd = lineAt(text, trimmedEnd(text, end)).end;
  return indent === undefined
    ? []
    : [removeLines(text, line.start, lineEnd, indent, commentsIn(text.slice(line.start, lineEnd)))];
}

/** Replaces lines by the comments that remain; `start` and `lineEnd` are at the ends of lines. */
function removeLines(
  text: string,
  start: number,
  lineEnd: number,
  indent: string,
  comments: readonly string[],
): Edit {
  if (comments.length > 0)
    return {
      start,
      end: lineEnd,
      text: comments.map((comment) => indent + comment).join(lineEndOf(text)),
    };
  const nextLine = text.indexOf("\n", lineEnd) + 1;
  if (nextLine > 0) return { start, end: nextLine, text: "" };
  const lineBefore = start - (text[start - 2] === "\r" ? 2 : 1);
  return { start: Math.max(0, lineBefore), end: lineEnd, text: "" };
}

/** The comments of lines without a `#` in a value. */
function commentsIn(source: string): readonly string[] {
  return source
    .split(/\r?\n/)
    .map((line) => line.slice(commentStartFrom(line, 0, line.length)).trimEnd())
    .filter((comment) => comment !== "");
}

/**
 * Writes a value instead of a list below its key; comments between the entries follow on separate lines.
 * @returns undefined if the key has no colon
 */
export function replaceBlockList(text: string, pair: KeyedValue, value: string): Edit | undefined {
  const start = rangeOf(pair.key).end;
  if (text[start] !== ":") return undefined;
  const end = pairEnd(text, pair);
  const lineEnd = lineAt(text, end).end;
  const key = rangeOf(pair.key).start;
  const separator = lineEndOf(text) + " ".repeat(key - lineAt(text, key).start);
  const [firstLine = "", ...lines] = text.slice(start + 1, lineEnd).split(/\r?\n/);
  const comments = commentsIn(lines.join("\n")).map((comment) => separator + comment);
  return { start: start + 1, end: lineEnd, text: ` ${value}${firstLine.trimEnd()}${comments.join("")}` };
}
