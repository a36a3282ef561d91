/** Fixes that move the words of an unknown key to the notes, so that they are published. */
import { isMap, type YAMLMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Fix } from "../findings/finding";
import { labelledMarkdown } from "../text/labelledMarkdown";
import { type Edit, lineEndOf, trimmedEnd } from "../text/range";
import { appendLines, textValue, withComment } from "../yaml/blockText";
import { columnOf, pairEnd, pairStart, replaceValue } from "../yaml/edits";
import { type KeyedValue, pairOf, pairsOf, rangeOf, stringOf } from "../yaml/nodes";
import { plainValue } from "../yaml/plainValue";
import { appendText } from "../yaml/quotedText";
import { removeKey } from "../yaml/removeKey";
import { quoteIfNeeded } from "../yaml/scalars";
import { tailOf } from "../yaml/textTail";
import type { SchemaLocation } from "./schemaLocation";

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
  const value = plainValue(pair.value);
  const comments = innerComments(text, pair);
  if (value === undefined || !comments) return undefined;
  const tail = pair.value && tailOf(pair.value, text);
  if (pair.value && tail) {
    const { start, end } = rangeOf(pair.value);
    const whole = appendText(text.slice(start, end), text.slice(end, tail.end));
    return { title: "Quote this text", edits: [{ start, end: tail.end, text: whole }] };
  }
  const lines = labelledMarkdown(pair.name, value);
  if (lines.length === 0) return isBlankValue(value) ? removalFix(pair, map, text) : undefined;
  if (location.parent !== null) return moveToTextFix(pair, map, lines, text);
  const key = unit.kind === "meeting" ? "context" : "notes";
  const edits = notesEdits(key, pair, map, { lines, comments }, text);
  return (
    edits && { title: unit.kind === "meeting" ? "Move it to the context" : "Move it to the notes", edits }
  );
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
  { lines, comments }: { readonly lines: readonly string[]; readonly comments: readonly string[] },
  text: string,
): readonly Edit[] | undefined {
  const notes = pairOf(map, key);
  if (!notes) {
    const start = pairStart(text, pair);
    const [end, comment] = withComment(text, pairEnd(text, pair), map);
    const separator = lineEndOf(text) + " ".repeat(columnOf(text, start));
    const above = comments.map((inner) => inner + separator).join("");
    return [{ start, end, text: `${above}${key}: ${textValue(text, map, pair, lines, comment)}` }];
  }
  const removal = removeKey(text, map, pair);
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
