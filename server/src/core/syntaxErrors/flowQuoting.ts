/** Quotes and commas that are missing in brackets: `{title: a: b}`, `[Ask in #wlcg-k8s]`, `{answer: Yes count: 4}`. */
import { messageText } from "../text/displayText";
import { applyEdits, type Edit, insertion, joinEdits, lineAt, type Range } from "../text/range";
import type { LineShape } from "../yaml/lineShape";
import { quoteWhole } from "../yaml/quotedText";
import { contentEndWithTail } from "../yaml/textTail";
import { type FlowReading, type FlowText, readFlowLine, readFlowTexts } from "./flowTexts";
import { quoteReason, quoteTitle } from "./quoteWording";
import type { Repair } from "./repair";

/** Maximum number of brackets per line that are tested as the outermost one. */
const maxBrackets = 2;

/** All texts of one pair of brackets are quoted in one edit. */
export function flowQuotingRepairs(text: string, line: LineShape): readonly Repair[] {
  const isTheme = line.key?.name === "themes";
  return bracketsIn(text, line).flatMap((open) => {
    const reading = readFlowTexts(text, open);
    if (!reading) return unclosedTailRepairs(text, open, line);
    const commas = missingCommas(text, reading);
    if (commas) return [commas];
    const broken = withCommaParts(text, reading.texts).filter((part) =>
      needsQuotes(text.slice(part.start, part.end)),
    );
    const [first] = broken;
    return first ? [quoteAll(text, broken, first, isTheme)] : [];
  });
}

/** `[A. Forti #1` without its bracket: the words after `#` belong into it. */
function unclosedTailRepairs(text: string, open: number, line: LineShape): readonly Repair[] {
  const reading = readFlowLine(text, open, line.end);
  const broken = reading?.texts.filter(({ start, end }) => /[ \t]#/.test(text.slice(start, end))) ?? [];
  const [first] = broken;
  if (!reading || !first || reading.open === "") return [];
  const closing = [...reading.open]
    .reverse()
    .map((char) => (char === "[" ? "]" : "}"))
    .join("");
  const end = contentEndWithTail(text, line);
  const quoting = replaceParts(text, broken, quoteWhole);
  const edit = joinEdits([quoting, insertion(Math.max(end, quoting.end), closing)], text);
  const range = { start: open, end };
  const message = "Unclosed bracket.";
  return [{ range, message, title: `Quote the text and close it with \`${closing}\``, edit }];
}

/** The brackets that open a value on the line, the outermost first. */
function bracketsIn(text: string, { contentStart, end }: LineShape): readonly number[] {
  const brackets: number[] = [];
  for (let at = contentStart; at < end && brackets.length < maxBrackets; at++)
    if (/[[{]/.test(text[at] ?? "") && /[\s,[{]|^$/.test(text[at - 1] ?? "")) brackets.push(at);
  return brackets;
}

function quoteAll(text: string, parts: readonly FlowText[], first: FlowText, isTheme: boolean): Repair {
  const value = text.slice(first.start, first.end);
  const theme = isTheme && withoutHash(value) === value.slice(1) ? messageText(value.slice(1)) : undefined;
  const range = { start: first.start, end: Math.min(first.end, lineAt(text, first.start).end) };
  const edit = replaceParts(text, parts, isTheme ? withoutHash : quotePart);
  if (isOpenQuote(value)) return { range, message: "Unclosed quote.", title: 'Close it with `"`', edit };
  const title = theme === undefined ? quoteTitle(first.key) : `Write \`${theme}\``;
  const message =
    theme === undefined
      ? `${title}: ${quoteReason(value)}.`
      : `\`#${theme}\` is a comment: write \`${theme}\`.`;
  return { range, message, title, edit };
}

/** The texts of a mapping in which `text: "Ask` takes the words up to the next key along: `{text: "Ask, write, owner: A}`. */
function withCommaParts(text: string, texts: readonly FlowText[]): readonly FlowText[] {
  const joined: FlowText[] = [];
  for (const part of texts) {
    const last = joined.at(-1);
    const isPart = last?.key !== undefined && part.key === undefined && part.map === last.map;
    if (isPart && isOpenQuote(text.slice(last.start, last.end))) {
      joined.pop();
      joined.push({ ...last, end: part.end });
    } else joined.push(part);
  }
  return joined;
}

/** `"A. Forti` before a comma; a single quote may be an apostrophe. */
function isOpenQuote(value: string): boolean {
  return /^"[^"\\\n]+$/.test(value);
}

function quotePart(value: string): string {
  return isOpenQuote(value) ? `${value}"` : quoteWhole(value);
}

/** One edit that replaces each of the parts, which are in the order of the text. */
function replaceParts(text: string, parts: readonly FlowText[], replace: (value: string) => string): Edit {
  const edits = parts.map(({ start, end }) => ({ start, end, text: replace(text.slice(start, end)) }));
  return joinEdits(edits, text);
}

/** `#security` names the theme `security`. */
function withoutHash(value: string): string {
  return /^#[\w/-]+$/.test(value) ? value.slice(1) : quotePart(value);
}

function needsQuotes(value: string): boolean {
  return /^(?:["'@`%|>#]|[-?](?=\s|$))|:(?=\s|$)|[ \t]#|[[\]{}]/.test(value) || /^[*&!]\S*\s/.test(value);
}

/** A key of an action or an answer in a text. */
const keyInText = /[ \t](owner|count|duration|responses|due|status|url):(?=[ \t])/g;

/** The start of the value of such a key. */
const valueStarts: Readonly<Record<string, RegExp>> = {
  owner: /^[ \t]+\S/,
  status: /^[ \t]+(?:open|done)\b/,
  url: /^[ \t]+http/,
};

interface KeyInText extends Range {
  readonly name: string;
}

/** The keys in a text with the blanks before them; a semicolon may be instead of the comma. */
function keysIn(value: string): readonly KeyInText[] {
  return [...value.matchAll(keyInText)].flatMap(({ 0: { length }, 1: name = "", index }) => {
    const end = index + length;
    if (!(valueStarts[name] ?? /^[ \t]+\d/).test(value.slice(end, end + maxBlanks))) return [];
    const blanks = blanksBefore(value, index);
    const start = value[blanks - 1] === ";" ? blanksBefore(value, blanks - 1) : blanks;
    return [{ start, end, name }];
  });
}

/** Maximum UTF-16 units of blanks beside a key. */
const maxBlanks = 100;

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < maxBlanks && /[ \t]/.test(text[at - 1] ?? "")) at--;
  return at;
}

function withCommas(value: string): string {
  return applyEdits(
    value,
    keysIn(value).map(({ start, end, name }) => ({ start, end, text: `, ${name}:` })),
  );
}

/** `{answer: Yes count: 4}` and `{text: Ask owner: A. Forti}` */
function missingCommas(text: string, { texts, keys }: FlowReading): Repair | undefined {
  const parts = texts.filter((part) => keyWithin(text, part, keys) !== undefined);
  const [first] = parts;
  const name = first && keyWithin(text, first, keys);
  if (!first || name === undefined) return undefined;
  const edit = replaceParts(text, parts, withCommas);
  const end = first.start + (keysIn(text.slice(first.start, first.end))[0]?.start ?? 0);
  return {
    range: { start: first.start, end: Math.min(first.end, text.indexOf(":", end) + 1) },
    message: `Missing comma before \`${messageText(name)}\`.`,
    title: `Insert a comma before \`${messageText(name)}\``,
    edit,
  };
}

/** The key of another value in a value, unless its mapping has that key. */
function keyWithin(text: string, part: FlowText, keys: FlowReading["keys"]): string | undefined {
  if (part.key === undefined) return undefined;
  const [found] = keysIn(text.slice(part.start, part.end));
  const name = found && found.start > 0 ? found.name : undefined;
  const isTaken = keys.some((key) => key.name === name && key.map === part.map);
  return isTaken ? undefined : name;
}
