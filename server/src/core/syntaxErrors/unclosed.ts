/** Brackets and quotes that are opened and never closed. */

import { inkEnd, type Range } from "../text/range";
import { blanksStart, type LineShape, skipBlanks } from "../yaml/lineShape";
import { closerOf, type Mark, readMarks } from "../yaml/openMarks";
import { type Cause, lineAfter } from "./repair";

/** `themes: [sec`, `title: "abc` and `{title: x, themes: [sec}` */
export function unclosed(text: string, line: LineShape): readonly Cause[] {
  const { quote, brackets, mismatch } = line.open;
  if (mismatch) {
    const end = inkEnd(text, mismatch.at);
    return [closedAt(end, { start: mismatch.opened.at, end }, closerOf(mismatch.opened), "bracket")];
  }
  const first = brackets[0] ?? quote;
  if (!first) return [];
  const range = { start: first.at, end: line.contentEnd };
  const closing = (quote?.char ?? "") + closersOf(brackets);
  return [
    closedAt(range.end, range, closing, brackets[0] ? "bracket" : "quote"),
    ...(quote ? [closedInside(text, quote, line)] : []),
  ];
}

/** `themes: [` with entries below it: it ends behind the first line that lets it. */
export function unclosedOverLines(text: string, line: LineShape): readonly Cause[] {
  const { quote, brackets, mismatch } = line.open;
  const [first] = brackets;
  if (!first || quote || mismatch) return [];
  const range = { start: first.at, end: line.contentEnd };
  const found: Cause[] = [];
  for (let below = lineAfter(text, line); below && found.length < mostLines; below = lineAfter(text, below))
    found.push(closedAt(flowEnd(text, below), range, closersOf(brackets), "bracket"));
  return found;
}

/** As many lines as a collection is looked through for its end. */
const mostLines = 10;

/** Where the content of a line ends that is in brackets: quotes in it hide a `#`. */
function flowEnd(text: string, { start, end }: Range): number {
  const value = { start: skipBlanks(text, start, end), end };
  return blanksStart(text, start, readMarks(text, value, true).commentStart);
}

function closersOf(brackets: readonly Mark[]): string {
  return [...brackets].reverse().map(closerOf).join("");
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
function closedInside(text: string, quote: Mark, line: LineShape): Cause {
  const start = quote.at + 1;
  const word = /^[^\],}]*/.exec(text.slice(start, line.end))?.[0].trimEnd() ?? "";
  return closedAt(start + word.length, { start: quote.at, end: line.contentEnd }, quote.char, "quote");
}
