/** Values that need quotes: `title: a: b`, `title: @x`, `title: 'it's'`. */
import { isMarkdownKey } from "../schema/keyKinds";
import { keysAt } from "../schema/schema";
import { unitKeys } from "../schema/unitKeys";
import { messageText } from "../text/displayText";
import type { Range } from "../text/range";
import { isBlockScalarHead, type Key, type LineShape, skipBlanks } from "../yaml/lineShape";
import { literalBlockEdit, prefersBlock } from "../yaml/literalBlock";
import { closingQuote } from "../yaml/openMarks";
import { plainKey } from "../yaml/plainKey";
import { quoteWhole } from "../yaml/quotedText";
import { contentEndWithTail } from "../yaml/textTail";
import { lineAfter } from "./nearbyLines";
import { quoteReason, quoteTitle } from "./quoteWording";
import type { Repair } from "./repair";
import { splitTextRepairs } from "./splitText";
import { isTextKey } from "./textKeys";

/** `title: a: b`, `- a: b` in a list of texts, and texts of several lines */
export function quotingRepairs(text: string, line: LineShape): readonly Repair[] {
  return [...splitTextRepairs(text, line), ...lineQuotingRepairs(text, line)];
}

function lineQuotingRepairs(text: string, line: LineShape): readonly Repair[] {
  const { key, start: from } = quotable(text, line) ?? {};
  if (key === undefined || from === undefined) return [];
  const start = from + usedAnchor(text, text.slice(from, line.end)).length;
  const value = text.slice(start, contentEndWithTail(text, line));
  if (value === "" || isBlockText(key, value) || (key === "" && value.startsWith("{"))) return [];
  const safe = key !== "" && /^[^"'&*!].*:(?:\s|$)/.test(value) && !hasKeyWithin(value);
  const range = { start, end: start + value.length };
  const isBlock = isMarkdownKey(key) && prefersBlock(value) && !/^["']/.test(value);
  if (isBlock && line.key) {
    const column = line.key.start - line.start;
    if (hasDeeperLineBelow(text, line, column)) return [];
    const edit = literalBlockEdit(text, line.key.colon + 1, range, column);
    const message = `Write this text below \`${key}: |\`: ${quoteReason(value)}.`;
    return [{ range, message, title: `Write it below \`${key}: |\``, edit, safe }];
  }
  const title = quoteTitle(key);
  const edit = { ...range, text: quoteWhole(value) };
  return [{ range, message: `${title}: ${quoteReason(value)}.`, title, edit, safe }];
}

/** True for a block scalar header, and for text after one in Markdown, which belongs on the next line. */
function isBlockText(key: string, value: string): boolean {
  return isBlockScalarHead(value, 0, value.length) || (/^[|>]/.test(value) && isMarkdownKey(key));
}

/** True if the line below would become part of a literal block. */
function hasDeeperLineBelow(text: string, line: LineShape, column: number): boolean {
  let below = lineAfter(text, line);
  while (below && text.slice(below.start, below.end).trim() === "") below = lineAfter(text, below);
  return below !== undefined && skipBlanks(text, below.start, below.end) - below.start > column;
}

/** The key of a line and the start of its value; the key is empty for an entry of a list. */
function quotable(text: string, line: LineShape): { key: string; start: number } | undefined {
  const { key, dashes, contentStart, end } = line;
  if (key && isTextKey(key.name)) return { key: key.name, start: skipBlanks(text, key.colon + 1, end) };
  if (dashes.length > 0 && !(key && isLikelyKey(key))) return { key: "", start: contentStart };
  // `Title: a: b`, `room: a: b`
  return key && isOtherKey(key) ? { key: key.name, start: skipBlanks(text, key.colon + 1, end) } : undefined;
}

/** True for a key that may be misspelt; `A. Forti: CERN` and `Go on: x` are more likely texts. */
function isLikelyKey({ name, quote }: Key): boolean {
  const isWord = plainKey(name) === name && (/^[a-z_]/.test(name) || unitKeys.has(name.toLowerCase()));
  return quote !== undefined || isWord;
}

/** True for one word that is no key of the format. */
function isOtherKey({ name, quote }: Key): boolean {
  return quote === undefined && plainKey(name) === name && !unitKeys.has(name) && !keysAt([]).includes(name);
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

/** The texts in double quotes on a line, with their quotes. */
function quotedRanges(text: string, start: number, end: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf('"', start); at >= 0 && at < end; ) {
    const close = closingQuote(text, at, end);
    if (close === undefined) break;
    ranges.push({ start: at, end: close + 1 });
    at = text.indexOf('"', close + 1);
  }
  return ranges;
}

/** `title: "C:\work"`, where a backslash starts an escape that does not exist */
export function escapeRepairs(text: string, { start, end }: LineShape): readonly Repair[] {
  for (const { start: quoteStart, end: quoteEnd } of quotedRanges(text, start, end)) {
    const quoted = text.slice(quoteStart, quoteEnd);
    const bad = [...quoted.matchAll(escapePattern)].find(([source]) => !validEscape.test(source))?.[0];
    if (bad === undefined) continue;
    const range = { start: quoteStart, end: quoteEnd };
    const inner = quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "''");
    return [
      {
        range,
        message: `\`${messageText(bad)}\` is not allowed in double quotes: use single quotes for a plain backslash.`,
        title: "Use single quotes",
        edit: { ...range, text: `'${inner}'` },
      },
    ];
  }
  return [];
}

const escapePattern = /\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.)/g;

const validEscape = /^\\(?:[0abtnvfre "/\\N_LP\t]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})$/;
