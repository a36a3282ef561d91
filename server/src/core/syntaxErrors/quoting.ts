/** Values that need quotes: `title: a: b`, `title: @x`, `title: 'it's'`. */
import { unitKeys } from "../schema/unitKeys";
import { messageText } from "../text/displayText";
import type { Range } from "../text/range";
import { type LineShape, skipBlanks } from "../yaml/lineShape";
import { quote } from "../yaml/scalars";
import type { Repair } from "./repair";

/** Keys with string values, whose whole value can be quoted. */
const textKeyPattern =
  /^(title|question|topic|text|answer|place|series|community|owner|code|notes|context)?$/;

/** `title: a: b`, and `- a: b` in a list of texts */
export function quotingRepairs(text: string, line: LineShape): readonly Repair[] {
  const { key, start: from } = quotable(text, line) ?? {};
  if (key === undefined || from === undefined || !textKeyPattern.test(key)) return [];
  const start = from + usedAnchor(text, text.slice(from, line.end)).length;
  const value = text.slice(start, line.contentEnd);
  if (value === "" || /^[|>]/.test(value) || (key === "" && value.startsWith("{"))) return [];
  return [
    {
      ...quotingRepair(value, { start, end: start + value.length }, key || "text"),
      safe: key !== "" && /^[^"'&*!].*:\s/.test(value) && !hasKeyWithin(value),
    },
  ];
}

/** The key of a line and the start of its value; the key is empty for an entry of a list. */
function quotable(text: string, line: LineShape): { key: string; start: number } | undefined {
  const { key, dashes, contentStart, end } = line;
  if (key && keyWordsPattern.test(key.name))
    return { key: key.name, start: skipBlanks(text, key.colon + 1, end) };
  return dashes.length > 0 ? { key: "", start: contentStart } : undefined;
}

/** The form of a key; `A. Forti: CERN` is more likely a text. */
const keyWordsPattern = /^[A-Za-z_][\w -]*$/;

function quotingRepair(value: string, range: Range, what: string): Repair {
  const inner = /^(["']).+\1$/.test(value) ? value.slice(1, -1) : value;
  return {
    range,
    message: `Quote this ${what}: ${quoteReason(value)}.`,
    title: `Quote this ${what}`,
    edit: { ...range, text: quote(inner) },
  };
}

/** True for a key inside a line, where a line break was lost: `A title date: 2019-12-10`. */
function hasKeyWithin(value: string): boolean {
  return [...value.matchAll(/\s(\w+)(?=:\s)/g)].some(([, word = ""]) => unitKeys.has(word));
}

/** `&name ` at the start of a value if an alias refers to it; otherwise it is part of the text. */
function usedAnchor(text: string, value: string): string {
  const [anchor = "", name] = /^&([\w-]+)[ \t]+/.exec(value) ?? [];
  return name !== undefined && text.includes(`*${name}`) ? anchor : "";
}

/** Maximum number of values per line for which quotes are tested. */
const maxQuotedPairs = 3;

/** `{title: a: b, themes: none}` */
export function flowQuotingRepairs(text: string, line: Range): readonly Repair[] {
  const source = text.slice(line.start, line.end);
  const pairs = source.matchAll(
    /[{,][ \t]*([A-Za-z_]\w*):[ \t]+([^\s"'[\]{},#&*!|>%@`][^"'[\]{},#]*:[ \t][^[\]{},#]*)/g,
  );
  // only one repair is applied, so that a line with several such values is not fixed by it
  return [...pairs]
    .slice(0, maxQuotedPairs)
    .flatMap(({ 0: matched, 1: key = "", 2: value = "", index }): readonly Repair[] => {
      const start = line.start + index + matched.length - value.length;
      const range = { start, end: start + value.trimEnd().length };
      const edit = { ...range, text: quote(value.trimEnd()) };
      const message = `Quote this ${key}: ${quoteReason(value)}.`;
      return key !== "" && textKeyPattern.test(key)
        ? [{ range, message, title: `Quote this ${key}`, edit }]
        : [];
    });
}

function quoteReason(value: string): string {
  if (/^["']/.test(value)) return "text follows its closing quote";
  if (/:(\s|$)/.test(value)) return "a colon followed by a space starts a new key";
  const character = value.startsWith("`")
    ? "a backtick"
    : `\`${messageText([...value.slice(0, 2)][0] ?? "")}\``;
  return `${character} has a special meaning at the start of a value`;
}
