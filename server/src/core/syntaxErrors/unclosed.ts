/** Brackets and quotes that are opened and never closed. */

import { inkEnd, type Range } from "../text/range";
import { type Cause, lineAfter } from "./repair";

interface Mark {
  readonly char: string;
  /** the column it stands at */
  readonly at: number;
}

interface Open {
  /** brackets, the outermost first */
  readonly brackets: readonly Mark[];
  readonly quote?: Mark;
  /** a bracket, and the column of one that closes another in its place */
  readonly mismatch?: { readonly opened: Mark; readonly at: number };
}

/** `themes: [sec`, `title: "abc` and `{title: x, themes: [sec}` */
export function unclosed(text: string, line: Range): readonly Cause[] {
  const source = text.slice(line.start, line.end);
  const { quote, brackets, mismatch } = openIn(source);
  if (mismatch) {
    const start = line.start + mismatch.opened.at;
    const end = inkEnd(text, line.start + mismatch.at);
    return [closedAt(end, { start, end }, closerOf(mismatch.opened), "bracket")];
  }
  const first = brackets[0] ?? quote;
  if (!first) return [];
  const end = line.start + contentEnd(source);
  const closing = (quote?.char ?? "") + closersOf(brackets);
  const range = { start: line.start + first.at, end };
  return [
    closedAt(end, range, closing, brackets[0] ? "bracket" : "quote"),
    ...(quote ? [closedInside(source, quote, line)] : []),
  ];
}

/** `themes: [` with entries below it: it ends behind the first line that lets it. */
export function unclosedOverLines(text: string, line: Range): readonly Cause[] {
  const source = text.slice(line.start, line.end);
  const { quote, brackets, mismatch } = openIn(source);
  const [first] = brackets;
  if (!first || quote || mismatch) return [];
  const range = { start: line.start + first.at, end: line.start + contentEnd(source) };
  const found: Cause[] = [];
  for (let below = lineAfter(text, line); below && found.length < mostLines; below = lineAfter(text, below)) {
    const end = below.start + contentEnd(text.slice(below.start, below.end));
    found.push(closedAt(end, range, closersOf(brackets), "bracket"));
  }
  return found;
}

/** As many lines as a collection is looked through for its end. */
const mostLines = 10;

/** What the value of a line opens and does not close. */
function openIn(source: string): Open {
  const lead = /^[ \t]*(?:-[ \t]+)*(?:(?!-[ \t])[^\s:"'[\]{}#][^:"'[\]{}]*:[ \t]+)?(?=["'[{])/.exec(source);
  const brackets: Mark[] = [];
  let quote: Mark | undefined;
  for (let at = lead?.[0].length ?? source.length; at < source.length; at++) {
    const char = source[at] ?? "";
    const isApart = /[\s[{,:]/.test(source[at - 1] ?? " ");
    if (quote) {
      if (char === "\\" && quote.char === '"') at++;
      else if (char === quote.char) quote = undefined;
    } else if ((char === '"' || char === "'") && isApart) quote = { char, at };
    else if (char === "[" || char === "{") brackets.push({ char, at });
    else if (char === "]" || char === "}") {
      const opened = brackets.pop();
      if (opened && closerOf(opened) !== char) return { brackets, mismatch: { opened, at } };
    } else if (char === "#" && /\s/.test(source[at - 1] ?? " ")) break;
  }
  return { brackets, ...(quote && { quote }) };
}

/** Where a line's content ends, a comment behind it left out. */
function contentEnd(source: string): number {
  const comment = source.search(/\s#/);
  return (comment < 0 ? source : source.slice(0, comment)).trimEnd().length;
}

function closersOf(brackets: readonly Mark[]): string {
  return [...brackets].reverse().map(closerOf).join("");
}

function closerOf({ char }: Mark): string {
  return char === "[" ? "]" : "}";
}

function closedAt(end: number, range: Range, closing: string, name: "bracket" | "quote"): Cause {
  return {
    range,
    message: `Unclosed ${name}.`,
    title: `Close it with \`${closing}\``,
    edit: { start: end, end, text: closing },
  };
}

/** `themes: ["sec]`: the quote belongs before the bracket. */
function closedInside(source: string, quote: Mark, line: Range): Cause {
  const word = /^[^\],}]*/.exec(source.slice(quote.at + 1))?.[0].trimEnd() ?? "";
  const range = { start: line.start + quote.at, end: line.start + contentEnd(source) };
  return closedAt(line.start + quote.at + 1 + word.length, range, quote.char, "quote");
}
