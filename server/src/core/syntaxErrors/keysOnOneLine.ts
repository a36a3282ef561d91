/** Several keys of an entry on one line without braces: `- title: Coffee, themes: none`. */
import { isLikelyValue } from "../schema/likelyValues";
import { messageText } from "../text/displayText";
import { type Edit, joinEdits, lineEndOf } from "../text/range";
import { isBlankOrComment, type LineShape, lineShape } from "../yaml/lineShape";
import { keepAsString } from "../yaml/scalars";
import { lineAfter } from "./nearbyLines";
import type { Repair } from "./repair";

/** The keys that may follow a text on its line. */
const keysAfter: Readonly<Record<string, readonly string[]>> = {
  title: ["themes", "speakers", "community", "start", "duration", "url", "date"],
  question: ["themes", "code", "responses"],
  topic: ["themes"],
  text: ["owner", "due", "status"],
  answer: ["count"],
};

/** UTF-16 units of a line that is split. */
const maxLength = 500;

/** Maximum number of lines below in which entries with the same slip are searched. */
const maxLines = 200;

interface Part {
  readonly key: string;
  readonly value: string;
}

/** Writes each key on its own line, in this entry and in those below it in its list. */
export function keysOnOneLineRepairs(text: string, line: LineShape): readonly Repair[] {
  const parts = splitParts(text, line);
  const [first, second] = parts;
  if (!first || !second) return [];
  const lines = [line, ...entriesBelow(text, line, first.key)];
  const range = { start: line.valueStart, end: line.contentEnd };
  const name = messageText(second.key);
  return [
    {
      range,
      message: `\`${name}\` must be on a separate line, below \`${first.key}\`.`,
      title: "Start a new line for each key",
      edit: joinEdits(
        lines.flatMap((entry) => splitEdit(text, entry)),
        text,
      ),
    },
  ];
}

function splitEdit(text: string, line: LineShape): readonly Edit[] {
  const [first, ...others] = splitParts(text, line);
  if (!first || !line.key) return [];
  const between = lineEndOf(text) + " ".repeat(line.key.start - line.start);
  const written = [sourceOf(first.value), ...others.map((part) => `${part.key}: ${listSource(part)}`)];
  return [{ start: line.valueStart, end: line.contentEnd, text: written.join(between) }];
}

/** The lines with the dashes of further entries of the list. */
function entriesBelow(text: string, line: LineShape, name: string): readonly LineShape[] {
  const entries: LineShape[] = [];
  if (line.dashes.length === 0) return entries;
  const column = line.indentEnd - line.start;
  let below = lineAfter(text, line);
  for (let left = maxLines; below && left > 0; left--, below = lineAfter(text, below)) {
    if (isBlankOrComment(text, below)) continue;
    const shape = lineShape(text, below);
    const indent = shape.indentEnd - shape.start;
    if (indent < column || (indent === column && shape.dashes.length === 0)) break;
    if (indent === column && shape.key?.name === name) entries.push(shape);
  }
  return entries;
}

/** The parts of a line with several keys; empty for another line, and if the entry has one of the keys below. */
function splitParts(text: string, line: LineShape): readonly Part[] {
  const { key, valueStart, contentEnd } = line;
  const value = text.slice(valueStart, contentEnd);
  const known = key && keysAfter[key.name];
  if (!key || !known || value.length > maxLength || /^[[{|>]/.test(value)) return [];
  const parts = partsOf(value, key.name, known);
  const below = keysBelow(text, line, key.start - line.start);
  const [first] = parts;
  if (parts.length < 2 || first?.value === "" || parts.some((part) => below.has(part.key))) return [];
  return parts;
}

/** The keys of the same entry below a line. */
function keysBelow(text: string, line: LineShape, column: number): ReadonlySet<string> {
  const names = new Set<string>();
  let below = lineAfter(text, line);
  for (let left = maxLines; below && left > 0; left--, below = lineAfter(text, below)) {
    if (isBlankOrComment(text, below)) continue;
    const { indentEnd, start, key } = lineShape(text, below);
    if (indentEnd - start < column) break;
    if (key && key.start - start === column) names.add(key.name);
  }
  return names;
}

/** The text and the keys after it, if each of these has a value of its form. */
function partsOf(value: string, name: string, known: readonly string[]): readonly Part[] {
  const found = [...value.matchAll(/[,;] ([a-z]{2,12}): /g)].filter(([, key = ""]) => known.includes(key));
  const keys = found.map(([, key = ""]) => key);
  if (new Set(keys).size < keys.length) return [];
  const starts = found.map(({ 0: { length }, index }) => index + length);
  const parts = keys.map((key, at) => ({
    key,
    value: value.slice(starts[at], found[at + 1]?.index).trim(),
  }));
  if (!parts.every((part) => isLikelyValue(part.key, part.value))) return [];
  return [{ key: name, value: value.slice(0, found[0]?.index).trim() }, ...parts];
}

/** The text as it is if it is in one pair of quotes. */
function sourceOf(value: string): string {
  return /^(?:"[^"\\]*"|'[^']*')$/.test(value) ? value : keepAsString(value);
}

/** Themes and full names as a list. */
function listSource({ key, value }: Part): string {
  if (value.startsWith("[") || value === "none") return value;
  const isNames = key === "speakers" && value.split(",").every((name) => /\S \S/.test(name));
  const isList = key === "themes" || (isNames && !/[;&/]| and /.test(value));
  if (isList) return `[${value}]`;
  return key === "community" || key === "owner" ? keepAsString(value) : value;
}
