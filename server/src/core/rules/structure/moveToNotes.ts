/** Fixes that move the words of an unknown key to the notes, so that they are published. */
import { isMap, type YAMLMap } from "yaml";
import { hasExtensions } from "../../document/plainValues";
import type { Fix } from "../../findings/finding";
import { isNotesKey } from "../../schema/keyKinds";
import { keysAt } from "../../schema/schema";
import { labelledMarkdown } from "../../text/labelledMarkdown";
import { type Edit, lineEndOf, type Range, trimmedEnd } from "../../text/range";
import { appendLines, textValue, withComment } from "../../yaml/blockText";
import { columnOf, pairEnd, pairStart, replaceValue } from "../../yaml/edits";
import { type KeyedValue, pairOf, pairsOf, rangeOf, stringOf } from "../../yaml/nodes";
import { plainValue } from "../../yaml/plainValue";
import { removeKey } from "../../yaml/removeKey";
import { quoteIfNeeded } from "../../yaml/scalars";
import type { SchemaLocation } from "../shared/schemaLocation";
import { type WholeText, wholeText, wholeTextsIn } from "../values/wholeText";
import { removeWhole } from "./removeWhole";

/** @returns the fix for an unknown key; undefined if its words cannot be moved as text, and if it has keys `x-…` */
export function moveToNotesFix(pair: KeyedValue, location: SchemaLocation, text: string): Fix | undefined {
  const map = location.node;
  // a key that occurs twice is merged first
  if (!isMap(map) || pairsOf(map).filter(({ name }) => name === pair.name).length > 1) return undefined;
  const dropped = wholeTextsIn(pair.value, text);
  const droppedEnd = dropped.at(-1)?.range.end;
  const value = plainValue(pair.value, (scalar) => wholeText(scalar, text)?.words);
  const comments = innerComments(text, pair, dropped);
  if (value === undefined || hasExtensions(value) || !comments) return undefined;
  const lines = labelledMarkdown(pair.name, value);
  if (lines.length === 0) return isBlankValue(value) ? removalFix(pair, map, text) : undefined;
  const moved = { lines, comments, droppedEnd };
  const key = keysAt(location.path).find(isNotesKey);
  if (key === undefined) return moveToTextFix(pair, map, moved, text);
  const edits = notesEdits(key, pair, map, moved, text);
  return edits && { title: `Move it to the ${key}`, edits };
}

/** The text to move: its lines, comments that remain, and the end of the last ` #3` that belongs to it. */
interface MovedText {
  readonly lines: readonly string[];
  readonly comments: readonly string[];
  readonly droppedEnd: number | undefined;
}

function isBlankValue(value: unknown): boolean {
  return typeof value !== "object" || value === null || Object.keys(value).length === 0;
}

/**
 * The comments between the entries of a list, which remain comments.
 * @returns undefined if a `#` may be in quotes
 */
function innerComments(
  text: string,
  { key, value }: KeyedValue,
  dropped: readonly WholeText[],
): readonly string[] | undefined {
  if (!value || stringOf(value) !== undefined) return [];
  const source = withoutRanges(
    text,
    { start: rangeOf(key).end, end: trimmedEnd(text, rangeOf(value).end) },
    dropped,
  );
  const comments = source
    .split(/\r?\n/)
    .flatMap((line) => (/\s#/.test(line) ? line.slice(line.search(/\s#/) + 1).trimEnd() : []));
  return comments.length > 0 && /["'|>]/.test(source) ? undefined : comments;
}

/** The text of a range without the words that are dropped from its values. */
function withoutRanges(text: string, { start, end }: Range, dropped: readonly WholeText[]): string {
  let at = start;
  const parts = dropped.map(({ range }) => {
    const part = text.slice(at, Math.max(at, range.start));
    at = range.end;
    return part;
  });
  return parts.join("") + text.slice(at, Math.max(at, end));
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
  { lines, comments, droppedEnd }: MovedText,
  text: string,
): readonly Edit[] | undefined {
  const notes = pairOf(map, key);
  if (!notes) {
    const start = pairStart(text, pair);
    const [end, comment] = withComment(text, Math.max(pairEnd(text, pair), droppedEnd ?? 0), map);
    const separator = lineEndOf(text) + " ".repeat(columnOf(text, start));
    const above = comments.map((inner) => inner + separator).join("");
    return [{ start, end, text: `${above}${key}: ${textValue(text, map, pair, lines, comment)}` }];
  }
  const removal = removeWhole(text, map, pair, droppedEnd, comments);
  const addition = appendLines(text, map, notes, lines);
  if (!addition || !removal) return undefined;
  return [addition, removal];
}

/** An action and an answer have no notes: `text: Ask` becomes `text: "Ask (priority: high)"`. */
function moveToTextFix(
  pair: KeyedValue,
  map: YAMLMap,
  { lines, comments, droppedEnd }: MovedText,
  text: string,
): Fix | undefined {
  const name = pairOf(map, "text") ? "text" : "answer";
  const value = pairOf(map, name)?.value;
  const current = stringOf(value);
  const removal = removeWhole(text, map, pair, droppedEnd, comments);
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
