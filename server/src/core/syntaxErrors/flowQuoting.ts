/** Quotes and commas that are missing in brackets: `{title: a: b}`, `[Ask in #wlcg-k8s]`, `{answer: Yes count: 4}`. */
import { messageText } from "../text/displayText";
import { lineAt } from "../text/range";
import type { LineShape } from "../yaml/lineShape";
import { quoteWhole } from "../yaml/quotedText";
import { type FlowText, readFlowTexts } from "./flowTexts";
import { quoteReason, quoteTitle } from "./quoteWording";
import type { Repair } from "./repair";

/** Maximum number of brackets per line that are tried as the outermost one. */
const maxBrackets = 5;

/** All texts of one pair of brackets are quoted in one edit. */
export function flowQuotingRepairs(text: string, line: LineShape): readonly Repair[] {
  const isTheme = line.key?.name === "themes";
  return bracketsIn(text, line).flatMap((open) => {
    const reading = readFlowTexts(text, open);
    if (!reading) return [];
    const commas = missingCommas(text, reading.texts, reading.keys);
    if (commas) return [commas];
    const broken = reading.texts.filter((part) => needsQuotes(text.slice(part.start, part.end)));
    const [first] = broken;
    return first ? [quoteAll(text, broken, first, isTheme)] : [];
  });
}

/** The brackets that open a value on the line, the outermost first. */
function bracketsIn(text: string, { contentStart, end }: LineShape): readonly number[] {
  const brackets: number[] = [];
  for (let at = contentStart; at < end && brackets.length < maxBrackets; at++)
    if (/[[{]/.test(text[at] ?? "") && /[\s,[{]|^$/.test(text[at - 1] ?? "")) brackets.push(at);
  return brackets;
}

function quoteAll(text: string, parts: readonly FlowText[], first: FlowText, isTheme: boolean): Repair {
  const end = parts.at(-1)?.end ?? first.end;
  let replacement = "";
  let copiedUpTo = first.start;
  for (const part of parts) {
    const value = text.slice(part.start, part.end);
    replacement += text.slice(copiedUpTo, part.start) + (isTheme ? withoutHash(value) : quoteWhole(value));
    copiedUpTo = part.end;
  }
  const value = text.slice(first.start, first.end);
  const theme = isTheme && withoutHash(value) === value.slice(1) ? messageText(value.slice(1)) : undefined;
  const title = theme === undefined ? quoteTitle(first.key) : `Write \`${theme}\``;
  const message =
    theme === undefined
      ? `${title}: ${quoteReason(value)}.`
      : `\`#${theme}\` is a comment: write \`${theme}\`.`;
  const range = { start: first.start, end: Math.min(first.end, lineAt(text, first.start).end) };
  return {
    range,
    message,
    title,
    edit: { start: first.start, end, text: replacement },
  };
}

/** `#security` names the theme `security`. */
function withoutHash(value: string): string {
  return /^#[\w/-]+$/.test(value) ? value.slice(1) : quoteWhole(value);
}

function needsQuotes(value: string): boolean {
  return (
    /^(?:["'@`%|>#]|[-?](?=\s|$))|:(?=\s|$)|\s#|[[\]{}]/.test(value) || /^[*&!]+[^\s*]*\*?\S*\s/.test(value)
  );
}

/** A key of an action or an answer, and the form of its value. */
const keyInText =
  /[ \t]+((?:owner(?=:[ \t]+\S))|(?:count|duration|responses|due)(?=:[ \t]+\d)|status(?=:[ \t]+(?:open|done)\b)|url(?=:[ \t]+http)):(?=[ \t])/g;

/** `{answer: Yes count: 4}` and `{text: Ask owner: A. Forti}` */
function missingCommas(
  text: string,
  parts: readonly FlowText[],
  keys: readonly string[],
): Repair | undefined {
  for (const part of parts) {
    const value = text.slice(part.start, part.end);
    const found = part.key === undefined ? undefined : value.matchAll(keyInText).next().value;
    const name = found?.[1];
    if (found === undefined || name === undefined || found.index === 0 || keys.includes(name)) continue;
    const start = part.start + found.index;
    return {
      range: { start: part.start, end: start + found[0].length },
      message: `Missing comma before \`${messageText(name)}\`.`,
      title: `Insert a comma before \`${messageText(name)}\``,
      edit: { start, end: part.end, text: value.slice(found.index).replaceAll(keyInText, ", $1:") },
    };
  }
  return undefined;
}
