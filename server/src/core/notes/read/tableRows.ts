/**
 * Keeps all words of a table: in Markdown, the cells of a row beyond those of the header are not shown, and a bar in code
 * separates cells. Here the last cell has the further ones too, and the bar belongs to the code.
 */
import type { Token } from "markdown-it";
import { replaceWithCodeSpans } from "../../text/codeSpans";
import { markdownParser } from "../../text/markdownParser";

const delimiterRow = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** @param markdown lines that end in line feeds */
export function withWholeRows(markdown: string): string {
  const lines = markdown.split("\n");
  if (!markdown.includes("|") || !lines.some((line) => delimiterRow.test(line))) return markdown;
  repairHeaders(lines);
  let columns = 0;
  for (const { type, map } of blocksOf(lines)) {
    if (type === "thead_open") columns = 0;
    if (type === "th_open") columns++;
    if (type === "tr_open" && map) lines[map[0]] = wholeRow(lines[map[0]] ?? "", columns);
  }
  return lines.join("\n");
}

/** A header with a bar in code has more cells than the row below it, so that the lines are no table. */
function repairHeaders(lines: string[]): void {
  for (const { type, map } of blocksOf(lines)) {
    if (type !== "paragraph_open" || !map) continue;
    for (let at = map[0]; at + 1 < map[1]; at++) {
      const [line = "", below = ""] = [lines[at], lines[at + 1]];
      if (!delimiterRow.test(below) || !line.includes("`")) continue;
      const header = withCodeBars(line);
      if (cellBars(header).length === cellBars(below).length) lines[at] = header;
    }
  }
}

function blocksOf(lines: readonly string[]): readonly Token[] {
  const parser = markdownParser();
  const tokens: Token[] = [];
  parser.block.parse(lines.join("\n"), parser, {}, tokens);
  return tokens;
}

/** @param columns of the table; 0 in its header, which is the measure of the other rows */
function wholeRow(line: string, columns: number): string {
  const row = withCodeBars(line);
  if (columns === 0) return row;
  const end = endOfCells(row);
  const surplus = new Set(cellBars(row).slice(columns - 1));
  return [...row.matchAll(/[^|]+|\|/g)]
    .map(({ 0: part, index }) => (index < end && surplus.has(index) ? `\\${part}` : part))
    .join("");
}

/** The bars between two cells. */
function cellBars(line: string): readonly number[] {
  const row = line.trimEnd();
  const start = line.search(/[^\s>]/);
  return [...row.matchAll(/(?<!\\)\|/g)]
    .map(({ index }) => index)
    .filter((at) => at > start && at < row.length - 1);
}

/** The end of the last cell that is not empty. */
function endOfCells(row: string): number {
  let end = row.length;
  while (end > 0 && /[|\s]/.test(row.charAt(end - 1))) end--;
  return end;
}

/** The row with a backslash before each bar in a code span. */
function withCodeBars(row: string): string {
  if (!row.includes("`")) return row;
  return replaceWithCodeSpans(row, /`+|\\[\s\S]/g, ([found]) =>
    found.startsWith("`") ? found.replaceAll(/(?<!\\)\|/g, "\\|") : found,
  );
}
