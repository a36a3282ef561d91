/** Fixes that move the words of an unknown key to the notes, so that they are published. */
import { isMap, type YAMLMap } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Fix } from "../../findings/finding";
import { labelledMarkdown } from "../../text/labelledMarkdown";
import { type Edit, lineAt, lineEndOf, trimmedEnd } from "../../text/range";
import { appendLines, textValue, withComment } from "../../yaml/blockText";
import { columnOf, pairEnd, pairStart, replaceValue } from "../../yaml/edits";
import { type KeyedValue, pairOf, pairsOf, rangeOf, stringOf } from "../../yaml/nodes";
import { plainValue } from "../../yaml/plainValue";
import { removeKey } from "../../yaml/removeKey";
import { quoteIfNeeded } from "../../yaml/scalars";
import { tailOf } from "../../yaml/textTail";
import type { SchemaLocation } from "../shared/schemaLocation";

/** @returns the fix for an unknown key; undefined if its words cannot be moved as text */
export function moveToNotesFix(
  pair: KeyedValue,
  location: SchemaLocation,
  unit: Unit,
  text: string,
): Fix | undefined {
  const map = location.node;
  // a key that occurs twice is merged first
  if (!isMap(map) || pairsOf(map).filter(({ name }) => name === pair.name).length > 1) return undefined;
  const tail = tailEnd(pair, map, text);
  if (tail === "unclear") return undefined;
  const value = valueWithTail(pair, tail, text);
  const comments = innerComments(text, pair);
  if (value === undefined || !comments) return undefined;
  const lines = labelledMarkdown(pair.name, value);
  if (lines.length === 0) return isBlankValue(value) ? removalFix(pair, map, text) : undefined;
  if (location.parent !== null) return tail === undefined ? moveToTextFix(pair, map, lines, text) : undefined;
  const key = unit.kind === "meeting" ? "context" : "notes";
  const edits = notesEdits(key, pair, map, { lines, comments, tail }, text);
  return (
    edits && { title: unit.kind === "meeting" ? "Move it to the context" : "Move it to the notes", edits }
  );
}

/** The text to move: its lines, comments that remain, and the end of the words after a ` #`, if there are such. */
interface MovedText {
  readonly lines: readonly string[];
  readonly comments: readonly string[];
  readonly tail: number | undefined;
}

/** The end of the `#3` of `slides: see ticket #3`, which is text; `unclear` unless the line ends there. */
function tailEnd({ key, value }: KeyedValue, map: YAMLMap, text: string): number | undefined | "unclear" {
  const tail = value && tailOf(value, text);
  if (!value || !tail) return undefined;
  const line = lineAt(text, tail.end);
  const isAlone =
    text.slice(line.start, rangeOf(key).start).trim() === "" && text.slice(tail.end, line.end).trim() === "";
  return isAlone && !map.flow && line.start <= rangeOf(value).start ? tail.end : "unclear";
}

function valueWithTail({ value }: KeyedValue, tail: number | undefined, text: string): unknown {
  if (!value || tail === undefined) return plainValue(value);
  return `${stringOf(value) ?? ""}${text.slice(rangeOf(value).end, tail)}`;
}

/** Removes the line of a key, which is not the last one of its mapping. */
function removeLine({ key }: KeyedValue, end: number, text: string): Edit {
  const { start } = lineAt(text, rangeOf(key).start);
  const next = text.indexOf("\n", end) + 1;
  return { start, end: next > 0 ? next : lineAt(text, end).end, text: "" };
}

function isBlankValue(value: unknown): boolean {
  return typeof value !== "object" || value === null || Object.keys(value).length === 0;
}

/**
 * The comments between the entries of a list, which remain comments.
 * @returns undefined if a `#` may be in quotes
 */
function innerComments(text: string, { key, value }: KeyedValue): readonly string[] | undefined {
  if (!value || stringOf(value) !== undefined) return [];
  const source = text.slice(rangeOf(key).end, trimmedEnd(text, rangeOf(value).end));
  const comments = source
    .split(/\r?\n/)
    .flatMap((line) => (/\s#/.test(line) ? line.slice(line.search(/\s#/) + 1).trimEnd() : []));
  return comments.length > 0 && /["'|>]/.test(source) ? undefined : comments;
}

/** `abstract:` without a value. */
function removalFix(pair: KeyedValue, map: YAMLMap, text: string): Fix | undefined {
  const edit = removeKey(text, map, pair);
  return edit && { title: "Remove the empty key", edits: [edit] };
}

function notesEdits(
  key: string,
  pair: KeyedValue,
  map: YAMLMap,
  { lines, comments, tail }: MovedText,
  text: string,
): readonly Edit[] | undefined {
  const notes = pairOf(map, key);
  if (!notes) {
    const start = pairStart(text, pair);
    const [end, comment] = tail === undefined ? withComment(text, pairEnd(text, pair), map) : [tail, ""];
    const separator = lineEndOf(text) + " ".repeat(columnOf(text, start));
    const above = comments.map((inner) => inner + separator).join("");
    return [{ start, end, text: `${above}${key}: ${textValue(text, map, pair, lines, comment)}` }];
  }
  const removal = tail === undefined ? removeKey(text, map, pair) : removeLine(pair, tail, text);
  const addition = appendLines(text, map, notes, lines);
  if (!addition || !removal) return undefined;
  return [addition, removal];
}

/** An action and an answer have no notes: `text: Ask` becomes `text: "Ask (priority: high)"`. */
function moveToTextFix(
  pair: KeyedValue,
  map: YAMLMap,
  lines: readonly string[],
  text: string,
): Fix | undefined {
  const name = pairOf(map, "text") ? "text" : "answer";
  const value = pairOf(map, name)?.value;
  const current = stringOf(value);
  const removal = removeKey(text, map, pair);
  if (!value || current === undefined || current.includes("\n") || !removal) return undefined;
  const [label = "", ...entries] = lines;
  const words = entries.length === 0 ? label : `${label} ${entries.map(withoutBullet).join(", ")}`;
  const newText = `${current} (${pair.name}${words.slice(pair.name.length)})`;
  return {
    title: `Move it to the \`${name}\``,
    edits: [replaceValue(text, value, quoteIfNeeded(newText)), removal],
  };
}

function withoutBullet(line: string): string {
  return line.replace(/^\s*- /, "");
}
