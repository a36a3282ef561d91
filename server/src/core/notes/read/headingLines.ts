/**
 * Makes a heading of one line above an underline (`----`, `====`), as each line of notes is a separate thought, and a rule of
 * an underline below a sentence. In Markdown, all lines of the paragraph above would be the heading.
 */
import type { Token } from "markdown-it";
import { displayWidth } from "../../text/displayWidth";
import { endsInBackslash, withoutBreak } from "../../text/lines";
import { markdownParser } from "../../text/markdownParser";

const underlineLine = /^[ \t>]*(?:-+|=+)[ \t]*$/m;
/** The end of a line that may be a heading with a backslash. */
const brokenLine = /\\[ \t]*$/m;

/** Minimum number of marks of an underline, and maximum of columns of a line that is a heading above any underline. */
const [minMarks, maxTitleWidth] = [3, 60];

/** Minimum number of marks of an underline that makes a heading of each line of its length. */
const minFitMarks = 8;

/** UTF-16 units of a heading. */
const maxTitleLength = 200;

/** @param markdown lines that end in line feeds */
export function withHeadingLines(markdown: string): string {
  if (!underlineLine.test(markdown) && !(markdown.includes("#") && brokenLine.test(markdown)))
    return markdown;
  const lines = markdown.split("\n");
  const tokens: Token[] = [];
  const parser = markdownParser();
  parser.block.parse(markdown, parser, {}, tokens);
  const edits = new Map(tokens.flatMap((token, index) => editsOf(token, tokens[index + 1], lines)));
  return edits.size === 0 ? markdown : lines.flatMap((line, at) => edits.get(at) ?? [line]).join("\n");
}

/** What a line becomes. */
type LineEdit = readonly [line: number, becomes: readonly string[]];

function editsOf(
  { type, markup, map }: Token,
  inline: Token | undefined,
  lines: readonly string[],
): readonly LineEdit[] {
  if (!map) return [];
  const [start, end] = map;
  const lineAt = (at: number): string => lines[at] ?? "";
  if (type === "paragraph_open" && /^={3,}[ \t]*(?:\n|$)/.test(inline?.content ?? ""))
    return [[start, [lineAt(start).replace(/=+/, "***")]]];
  if (type !== "heading_open") return [];
  if (markup.startsWith("#"))
    return endsInBackslash(inline?.content ?? "") ? [[start, [withoutBreak(lineAt(start))]]] : [];
  return underlinedEdits({ start, end }, lineAt);
}

/** @param map the lines of a heading, the last one is its underline */
function underlinedEdits(
  { start, end }: { readonly start: number; readonly end: number },
  lineAt: (at: number) => string,
): readonly LineEdit[] {
  const [last, underline] = [end - 2, end - 1];
  let first = last;
  while (first > start && endsInBackslash(lineAt(first - 1).trimEnd())) first--;
  const parts = Array.from({ length: end - 1 - first }, (_, at) => withoutBreak(lineAt(first + at)));
  const title = parts.map((part, at) => (at === 0 ? part : part.replace(/^[ \t>]+/, ""))).join(" ");
  if (!isTitle(title.replace(/^[ \t>]+/, ""), lineAt(underline).replaceAll(/[^=-]/g, "")))
    return [
      [last, [withoutBreak(lineAt(last))]],
      [underline, [quoteMarks(lineAt(underline)), lineAt(underline).replace(/={3,}/, "***")]],
    ];
  return [
    [first, first > start ? [quoteMarks(lineAt(first)), title] : [title]],
    ...parts.slice(1).map((_, at): LineEdit => [first + 1 + at, []]),
  ];
}

/** True for a line that its writer underlined to make it a heading. */
function isTitle(line: string, underline: string): boolean {
  if (underline.length < minMarks || line.length > maxTitleLength || isEntry.test(line)) return false;
  const width = displayWidth(line);
  if (underline.length >= minFitMarks && Math.abs(width - underline.length) <= 1) return true;
  return width <= maxTitleWidth && !/[.,;!?…]$/u.test(line) && !isStatement.test(line);
}

/** An entry of a list, an action, a decision or an address. */
const isEntry = /^(?:[-+*•–]|\d{1,9}[.)])\s|^\*\*(?:Action|Decision)\b[^*]{0,200}:\*\*|https?:\/\//u;

/** `Tim: no flux`, `**Tim:** no flux` */
const isStatement = /^[^:]{1,40}:\*{0,2} +\S/u;

/** `>` for a line in a quote, otherwise nothing. */
function quoteMarks(line: string): string {
  return /^[ \t>]*/.exec(line)?.[0].trimEnd() ?? "";
}
