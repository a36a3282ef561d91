/** Several items on one line, and keys after other separators: `- title: A - title: B` and `title: A | themes: none`. */
import { isTitleKey } from "../schema/itemKinds";
import { unitKeys } from "../schema/unitKeys";
import { lineEndOf } from "../text/range";
import type { LineShape } from "../yaml/lineShape";
import { keepAsString } from "../yaml/scalars";
import type { Repair } from "./repair";
import { isTextKey } from "./textKeys";

/** Maximum UTF-16 units of a line that is split. */
const maxLength = 1000;

/** A key within a line, with the separator before it; a dash alone is a separator only before a title. */
const inner =
  // bounded: 1000 characters (maxLength)
  /(?:[ \t]*[,;|][ \t]*(?:-[ \t]+)?|[ \t]+-[ \t]+(?=(?:title|topic|question):))([a-z]\w*):(?=[ \t])/g;

/** A key with its value; `lead` is what comes before it on its line. */
interface Part {
  readonly name: string;
  readonly value: string;
  readonly lead: string;
}

export function itemsOnOneLineRepairs(text: string, line: LineShape): readonly Repair[] {
  const { key, dashes, valueStart, contentEnd, start, indentEnd } = line;
  const value = text.slice(valueStart, contentEnd);
  if (!key || value.length > maxLength || /^["'[{|>&*!]/.test(value) || !unitKeys.has(key.name)) return [];
  const keyColumn = " ".repeat(key.start - start);
  const dash = dashes.length === 1 ? text.slice(indentEnd, key.start) : "";
  const parts = partsOf(value, key.name, { keyColumn, itemColumn: keyColumn.slice(dash.length) + dash });
  if (parts.length < 2 || (dash === "" && parts.some(({ lead }) => lead.endsWith("- ")))) return [];
  const eol = lineEndOf(text);
  const written = parts.map(
    (part, at) => (at === 0 ? "" : `${eol}${part.lead}${part.name}: `) + sourceOf(part),
  );
  const range = { start: valueStart, end: contentEnd };
  return [
    {
      range,
      message: "Each key must be on a separate line.",
      title: "Start a new line for each key",
      edit: { ...range, text: written.join("") },
    },
  ];
}

/** The key of the line and those within its value; empty if one of them occurs twice in an item. */
function partsOf(
  value: string,
  name: string,
  { keyColumn, itemColumn }: { readonly keyColumn: string; readonly itemColumn: string },
): readonly Part[] {
  const found = [...value.matchAll(inner)].filter(([, word = ""]) => unitKeys.has(word));
  const [first] = found;
  const isList = found.every(([source]) => /^[,;] [a-z]/.test(source));
  if (!first || (isList && isTextKey(name))) return [];
  const parts: Part[] = [{ name, value: value.slice(0, first.index), lead: "" }];
  const names = new Set([name]);
  for (const [at, { 0: source, 1: word = "", index }] of found.entries()) {
    const isItem = isTitleKey(word) && names.has(word);
    if (isItem) names.clear();
    if (names.has(word)) return [];
    names.add(word);
    const rest = value.slice(index + source.length, found[at + 1]?.index ?? value.length).trim();
    parts.push({ name: word, value: rest, lead: isItem ? itemColumn : keyColumn });
  }
  return parts;
}

function sourceOf({ name, value }: Part): string {
  return isTextKey(name) ? keepAsString(value) : value;
}
