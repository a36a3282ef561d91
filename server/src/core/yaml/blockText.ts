/** Texts of several lines as values: `notes: |`, and text that is added to one. */
import { isScalar, Scalar, type YAMLMap } from "yaml";
import { type Edit, lineAt, lineEndOf, trimmedEnd } from "../text/range";
import { columnOf, pairEnd, pairStart, replaceValue, setEmptyValue } from "./edits";
import { isEmpty, type KeyedValue, rangeOf, stringOf } from "./nodes";
import { quoteLines } from "./scalars";

/** Spaces between a key and the lines of its text. */
const indentStep = 2;

/**
 * The source of a text below or beside a key of a map.
 * @param comment of the line of the key, with the white space before it
 */
export function textValue(
  text: string,
  map: YAMLMap,
  pair: KeyedValue,
  lines: readonly string[],
  comment = "",
): string {
  if (map.flow) return quoteLines(lines);
  const indent = " ".repeat(columnOf(text, pairStart(text, pair)) + indentStep);
  return `|${comment}${indentedLines(lines, indent, lineEndOf(text))}`;
}

/**
 * Adds lines to the text of a key, after a blank line; a text on one line becomes a text of several lines.
 * @returns undefined if the value is not a text
 */
export function appendLines(
  text: string,
  map: YAMLMap,
  pair: KeyedValue,
  lines: readonly string[],
): Edit | undefined {
  const { value } = pair;
  if (isEmpty(value)) return setEmptyValue(text, pair, textValue(text, map, pair, lines));
  const current = stringOf(value);
  if (!isScalar(value) || current === undefined || value.tag !== undefined) return undefined;
  if (isBlockScalarNode(value)) return appendToBlock(text, pair, value, lines);
  const before = current.trim() === "" ? [] : [...current.trim().split(/\r?\n/), ""];
  const [end, comment] = withComment(text, rangeOf(value).end, map);
  const edit = replaceValue(text, value, textValue(text, map, pair, [...before, ...lines], comment));
  return { ...edit, end: Math.max(edit.end, end) };
}

/** The end of a value with the comment after it, and that comment; a flow map keeps its comments. */
export function withComment(text: string, end: number, map: YAMLMap): readonly [number, string] {
  const line = lineAt(text, end);
  const rest = text.slice(end, line.end);
  return !map.flow && /^[ \t]+#/.test(rest) ? [line.end, rest.trimEnd()] : [end, ""];
}

function isBlockScalarNode({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
}

/** The edit replaces the last character of the text, so that it counts as an edit of the text. */
function appendToBlock(text: string, pair: KeyedValue, value: Scalar, lines: readonly string[]): Edit {
  const { start, end } = rangeOf(value);
  const textEnd = Math.max(trimmedEnd(text, end), start + 1);
  const header = lineAt(text, start);
  const hasText = textEnd > header.end;
  const eol = lineEndOf(text);
  const indent = hasText
    ? " ".repeat(blockIndent(text, pair, text.slice(start, header.end), header.end))
    : " ".repeat(columnOf(text, pairStart(text, pair)) + indentStep);
  const isFolded = value.type === Scalar.BLOCK_FOLDED;
  const added = isFolded ? asParagraphs(lines) : lines;
  const at = hasText ? textEnd : trimmedEnd(text, header.end);
  const newText = (text[at - 1] ?? "") + indentedLines(hasText ? ["", ...added] : added, indent, eol);
  return { start: at - 1, end: at, text: newText };
}

/** `>` joins lines without a blank line between them. */
function asParagraphs(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.trim() !== "").flatMap((line, at) => (at === 0 ? [line] : ["", line]));
}

/** The indentation of a block scalar: that of its first line, or its indicator, `|2`. */
function blockIndent(text: string, pair: KeyedValue, header: string, headerEnd: number): number {
  const [indicator] = /^[|>][-+]?\d/.exec(header) ?? [];
  if (indicator !== undefined) return columnOf(text, pairStart(text, pair)) + Number(indicator.slice(-1));
  const at = headerEnd + text.slice(headerEnd, pairEnd(text, pair)).search(/\S/);
  return at - lineAt(text, at).start;
}

function indentedLines(lines: readonly string[], indent: string, eol: string): string {
  return lines.map((line) => (line === "" ? eol : eol + indent + line)).join("");
}
