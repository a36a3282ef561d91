/** Repairs for unclosed brackets and quotes. */

import { insertion, type Range, trimmedEnd } from "../text/range";
import { blanksStart, type LineShape, skipBlanks } from "../yaml/lineShape";
import { closerOf, type Mark, readMarks } from "../yaml/openMarks";
import { lineAfter } from "./nearbyLines";
import type { Repair } from "./repair";

/** `themes: [sec`, `title: "abc` and `{title: x, themes: [sec}` */
export function unclosedRepairs(text: string, line: LineShape): readonly Repair[] {
  const { quote, brackets, mismatch: mismatched } = line.open;
  if (mismatched) {
    const end = trimmedEnd(text, mismatched.at);
    const closer = closerOf(mismatched.opened);
    const range = { start: mismatched.at, end: mismatched.at + 1 };
    const wrong: Repair = {
      range,
      message: `\`${text[mismatched.at]}\` cannot close \`${mismatched.opened.char}\`.`,
      title: `Replace with \`${closer}\``,
      edit: { ...range, text: closer },
    };
    return [wrong, closingRepair(end, { start: mismatched.opened.at, end }, closer, "bracket")];
  }
  const first = brackets[0] ?? quote;
  if (!first) return [];
  const range = { start: first.at, end: line.contentEnd };
  if (!quote && brackets.length === 1 && isRoundEnd(text, range))
    return [roundEndRepair(range.end - 1, closersOf(brackets))];
  const closing = (quote?.char ?? "") + closersOf(brackets);
  return [
    closingRepair(range.end, range, closing, brackets[0] ? "bracket" : "quote"),
    ...(quote ? [closingQuoteRepair(text, quote, line)] : []),
  ];
}

/** `[security, aai)`, where no `(` is open */
function isRoundEnd(text: string, { start, end }: Range): boolean {
  return text[end - 1] === ")" && !text.slice(start, end).includes("(");
}

function roundEndRepair(at: number, closing: string): Repair {
  const range = { start: at, end: at + 1 };
  const message = `\`)\` cannot close \`${closing === "]" ? "[" : "{"}\`.`;
  return { range, message, title: `Replace with \`${closing}\``, edit: { ...range, text: closing } };
}

/** `themes: [` with entries below it: closed after the first line where the text then parses. */
export function multilineUnclosedRepairs(text: string, line: LineShape): readonly Repair[] {
  const { quote, brackets, mismatch: mismatched } = line.open;
  const [first] = brackets;
  if (!first || quote || mismatched) return [];
  const range = { start: first.at, end: line.contentEnd };
  const repairs: Repair[] = [];
  for (
    let below = lineAfter(text, line);
    below && repairs.length < maxLinesToClose;
    below = lineAfter(text, below)
  )
    repairs.push(closingRepair(flowEnd(text, below), range, closersOf(brackets), "bracket"));
  return repairs;
}

/** Maximum number of lines below an open bracket after which it may be closed. */
const maxLinesToClose = 10;

/** The end of the content of a line in brackets; a `#` in quotes does not start a comment. */
function flowEnd(text: string, { start, end }: Range): number {
  const value = { start: skipBlanks(text, start, end), end };
  return blanksStart(text, start, readMarks(text, value, true).commentStart);
}

function closersOf(brackets: readonly Mark[]): string {
  return [...brackets].reverse().map(closerOf).join("");
}

function closingRepair(end: number, range: Range, closing: string, name: "bracket" | "quote"): Repair {
  return {
    range,
    message: `Unclosed ${name}.`,
    title: `Close it with \`${closing}\``,
    edit: insertion(end, closing),
  };
}

/** `themes: ["sec]`: the quote belongs before the bracket. */
function closingQuoteRepair(text: string, quote: Mark, line: LineShape): Repair {
  const start = quote.at + 1;
  const quotedText = /^[^\],}]*/.exec(text.slice(start, line.end))?.[0].trimEnd() ?? "";
  return closingRepair(
    start + quotedText.length,
    { start: quote.at, end: line.contentEnd },
    quote.char,
    "quote",
  );
}
