/** Escapes HTML in the text of a user's Markdown, line by line. */
import type { Token } from "markdown-it";
import { escapeTags } from "./htmlTags";

/** A line's new text; undefined if the line is removed. */
export type LineEdit = readonly [line: number, text: string | undefined];
/** Text lines, without code, with the start of any HTML tag escaped. */
export function escapedLines(tokens: readonly Token[], lines: readonly string[]): readonly LineEdit[] {
  let quotes = 0;
  return tokens.flatMap(({ type, map }): readonly LineEdit[] => {
    if (type === "blockquote_open") quotes++;
    if (type === "blockquote_close") quotes--;
    if (!map || !(type === "inline" || type === "tr_open")) return [];
    const text = lines.slice(map[0], map[1]).join("\n");
    const escaped =
      type === "inline"
        ? escapeTags(text, joinSpanLines(text, quotes))
        : cellsOf(text)
            .map((cell) => escapeTags(cell))
            .join("");
    return lineEdits(escaped, map[0]);
  });
}

/** Marks in a joined line where a source line ended; NUL does not occur in the source. */
const lineEndPlaceholder = "\0";

function lineEdits(text: string, start: number): readonly LineEdit[] {
  let nextLine = start;
  return text.split("\n").flatMap((line): readonly LineEdit[] => {
    const [first = nextLine, ...mergedLines] = line.split(lineEndPlaceholder).map(() => nextLine++);
    return [
      [first, line.replaceAll(lineEndPlaceholder, " ")],
      ...mergedLines.map((mergedLine): LineEdit => [mergedLine, undefined]),
    ];
  });
}

/** Text that is unsafe in a code span if a site ends the paragraph inside the span. */
const sensitiveSpanPattern = /<[a-z/!?]|\][(:]|\n[ \t>]*\//i;

/** Joins code spans of a paragraph to one line where it matters; the meaning is the same. */
function joinSpanLines(paragraph: string, quotes: number): (span: string) => string {
  if (!sensitiveSpanPattern.test(paragraph)) return (span) => span;
  return (span) => {
    const [first = "", ...furtherLines] = span.split("\n");
    return [first, ...furtherLines.map((line) => withoutQuotes(line, quotes))].join(lineEndPlaceholder);
  };
}

function withoutQuotes(line: string, quotes: number): string {
  const text = line.trimStart();
  return quotes > 0 && text.startsWith(">") ? withoutQuotes(text.slice(1), quotes - 1) : text;
}

/** The cells of a table row, each up to its bar: a code span does not extend over cells. */
function cellsOf(row: string): readonly string[] {
  return row.match(/(?:\\[\s\S]?|[^\\|])+\|?|\|/g) ?? [];
}
