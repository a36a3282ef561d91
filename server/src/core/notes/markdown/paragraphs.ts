/** The text of a user's Markdown without HTML, line by line. */
import type { Token } from "markdown-it";
import { withoutTags } from "./htmlTags";

/** A line's new text; nothing where it goes. */
export type LineEdit = readonly [line: number, text: string | undefined];
/** Lines of text, those of code left out, without the start of any HTML tag. */
export function escapedLines(tokens: readonly Token[], lines: readonly string[]): readonly LineEdit[] {
  let quotes = 0;
  return tokens.flatMap(({ type, map }): readonly LineEdit[] => {
    if (type === "blockquote_open") quotes++;
    if (type === "blockquote_close") quotes--;
    if (!map || !(type === "inline" || type === "tr_open")) return [];
    const text = lines.slice(map[0], map[1]).join("\n");
    const escaped =
      type === "inline"
        ? withoutTags(text, onOneLine(text, quotes))
        : cellsOf(text)
            .map((cell) => withoutTags(cell))
            .join("");
    return lineEdits(escaped, map[0]);
  });
}

/** Within a line, the place where a line of the source ended; the source holds no such character. */
const lineEnd = "\0";

function lineEdits(text: string, start: number): readonly LineEdit[] {
  let next = start;
  return text.split("\n").flatMap((line): readonly LineEdit[] => {
    const [first = next, ...others] = line.split(lineEnd).map(() => next++);
    return [[first, line.replaceAll(lineEnd, " ")], ...others.map((other): LineEdit => [other, undefined])];
  });
}

/** What a code span may not hold or reach over where another site ends the paragraph within it. */
const sensitive = /<[a-z/!?]|\][(:]|\n[ \t>]*\//i;

/** Code spans of a paragraph on one line, where it matters; they mean the same. */
function onOneLine(paragraph: string, quotes: number): (span: string) => string {
  if (!sensitive.test(paragraph)) return (span) => span;
  return (span) => {
    const [first = "", ...rest] = span.split("\n");
    return [first, ...rest.map((line) => withoutQuotes(line, quotes))].join(lineEnd);
  };
}

function withoutQuotes(line: string, quotes: number): string {
  const text = line.trimStart();
  return quotes > 0 && text.startsWith(">") ? withoutQuotes(text.slice(1), quotes - 1) : text;
}

/** A table's row, cut behind each bar: no code span reaches from one cell into the next. */
function cellsOf(row: string): readonly string[] {
  return row.match(/(?:\\[\s\S]?|[^\\|])+\|?|\|/g) ?? [];
}
