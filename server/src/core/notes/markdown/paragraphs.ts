/** Escapes HTML in the text of a user's Markdown, line by line. */
import type { Token } from "markdown-it";
import { endsInBackslash } from "../../text/lines";
import { escapeTags } from "./htmlTags";

/** A line's new text; undefined if the line is removed. */
export type LineEdit = readonly [line: number, text: string | undefined];

/** Text lines, without code, with the start of any HTML tag escaped. Each line of a paragraph but the last ends in a break. */
export function escapedLines(tokens: readonly Token[], lines: readonly string[]): readonly LineEdit[] {
  let quotes = 0;
  return tokens.flatMap(({ type, map }, index): readonly LineEdit[] => {
    if (type === "blockquote_open") quotes++;
    if (type === "blockquote_close") quotes--;
    if (!map || !(type === "inline" || type === "tr_open")) return [];
    const text = lines.slice(map[0], map[1]).join("\n");
    const escaped =
      type === "inline"
        ? escapeTags(text, joinSpanLines(quotes))
        : cellsOf(text)
            .map((cell) => escapeTags(cell))
            .join("");
    const isParagraph = tokens[index - 1]?.type === "paragraph_open";
    return lineEdits(isParagraph ? withHardBreaks(escaped) : escaped, map[0]);
  });
}

/** Two spaces at the end of each line but the last: unlike a backslash, they are not visible in a mail. */
function withHardBreaks(paragraph: string): string {
  const lines = paragraph.split("\n");
  return lines.map((line, index) => (index < lines.length - 1 ? withHardBreak(line) : line)).join("\n");
}

function withHardBreak(line: string): string {
  return endsInBackslash(line) ? line : `${line.trimEnd()}  `;
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

/** Joins code spans of a paragraph to one line, as a break would be part of the code; the meaning is the same. */
function joinSpanLines(quotes: number): (span: string) => string {
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
