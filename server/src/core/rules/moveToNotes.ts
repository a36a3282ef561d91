/** Fixes that move the words of an unknown key to the notes, so that they are published. */
import { isMap, isSeq, type YAMLMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Fix } from "../findings/finding";
import { labelledMarkdown } from "../text/labelledMarkdown";
import { type Edit, trimmedEnd } from "../text/range";
import { appendLines, textValue, withComment } from "../yaml/blockText";
import { columnOf, pairEnd, pairStart, replaceValue } from "../yaml/edits";
import { type KeyedValue, pairOf, rangeOf, stringOf } from "../yaml/nodes";
import { plainValue } from "../yaml/plainValue";
import { removePair } from "../yaml/removePair";
import { quoteIfNeeded } from "../yaml/scalars";
import type { SchemaLocation } from "./schemaLocation";

/** @returns the fix for an unknown key; undefined if its words cannot be moved as text */
export function moveToNotesFix(
  pair: KeyedValue,
  location: SchemaLocation,
  unit: Unit,
  text: string,
): Fix | undefined {
  const map = location.node;
  if (!isMap(map)) return undefined;
  const value = plainValue(pair.value);
  if (value === undefined) return undefined;
  const lines = hasInnerComment(text, pair) ? sourceLines(pair, text) : labelledMarkdown(pair.name, value);
  if (lines.length === 0) return isBlankValue(value) ? removalFix(pair, map, text) : undefined;
  if (location.parent !== null) return moveToTextFix(pair, map, lines, text);
  const key = unit.kind === "meeting" ? "context" : "notes";
  const edits = notesEdits(key, pair, map, lines, text);
  return (
    edits && { title: unit.kind === "meeting" ? "Move it to the context" : "Move it to the notes", edits }
  );
}

function isBlankValue(value: unknown): boolean {
  return typeof value !== "object" || value === null || Object.keys(value).length === 0;
}

/** `# why` between the entries of a list: the comment would become text. */
function hasInnerComment(text: string, { key, value }: KeyedValue): boolean {
  if (!value || stringOf(value) !== undefined) return false;
  return /\s#/.test(text.slice(rangeOf(key).end, rangeOf(value).end));
}

/** The lines of a list with comments as they are; empty for a list in brackets. */
function sourceLines({ name, value }: KeyedValue, text: string): readonly string[] {
  if (!value || (isSeq(value) && value.flow) || (isMap(value) && value.flow)) return [];
  const { start, end } = rangeOf(value);
  const column = columnOf(text, start);
  const lines = text.slice(start, trimmedEnd(text, end)).split(/\r?\n/);
  const label = labelledMarkdown(name, ["x"]).slice(0, 1);
  return [...label, ...lines.map((line, at) => (at === 0 ? line : line.slice(column)).trimEnd())];
}

/** `abstract:` without a value. */
function removalFix(pair: KeyedValue, map: YAMLMap, text: string): Fix | undefined {
  const edit = removePair(text, map, pair);
  return edit && { title: "Remove the empty key", edits: [edit] };
}

function notesEdits(
  key: string,
  pair: KeyedValue,
  map: YAMLMap,
  lines: readonly string[],
  text: string,
): readonly Edit[] | undefined {
  const notes = pairOf(map, key);
  if (!notes) {
    const [end, comment] = withComment(text, pairEnd(text, pair), map);
    const newText = `${key}: ${textValue(text, map, pair, lines, comment)}`;
    return [{ start: pairStart(text, pair), end, text: newText }];
  }
  const edits = [appendLines(text, map, notes, lines), removePair(text, map, pair)];
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
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
  const removal = removePair(text, map, pair);
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
