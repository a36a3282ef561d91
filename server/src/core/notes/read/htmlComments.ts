/** Removes HTML comments from Markdown: editors write them when a line of the notes is commented out. */

import { isOnlyMarks, lengthToFurtherLines } from "../../text/comments";
import { lastIndexUpTo, lineStartsOf } from "../../text/lines";
import { markdownParser } from "../../text/markdownParser";
import type { Range } from "../../text/range";

/**
 * @param markdown lines that end in line feeds
 * @returns the text without its comments, and without the lines that had nothing else; undefined if no text is left. Code
 *   keeps its comments, and a comment that is never closed is text.
 */
export function withoutComments(markdown: string | undefined): string | undefined {
  if (!markdown?.includes("<!--") || !markdown.includes("-->")) return markdown;
  let result = "";
  let end = 0;
  for (const removed of commentsIn(markdown).flatMap((group) => removedRanges(markdown, group))) {
    result += markdown.slice(end, Math.max(end, removed.start));
    end = removed.end;
  }
  const text = (result + markdown.slice(end)).trimEnd();
  return text.trim() === "" ? undefined : text.replace(/^\n+/, "");
}

/** The comments outside of code, in order, those that follow each other together; in linear time. */
function commentsIn(text: string): readonly (readonly Range[])[] {
  const parts = new TextParts(text);
  const lastClose = text.lastIndexOf("-->");
  const groups: Range[][] = [];
  let [end, lastEnd] = [0, -1];
  // a run of backticks, an escaped character, or the start of a comment
  for (const { 0: mark, index: start } of [...text.matchAll(/`+|\\[\s\S]|<!--(?!-?>)/g)]) {
    if (start < end || parts.isCode(start)) continue;
    if (mark.startsWith("`")) end = parts.endOfSpan(start, mark.length);
    if (mark !== "<!--" || start >= lastClose) continue;
    const close = text.indexOf("-->", start + mark.length);
    if (close < 0) break;
    end = close + "-->".length;
    if (lastEnd >= 0 && isLineEnd(text.slice(lastEnd, start))) groups.at(-1)?.push({ start, end });
    else groups.push([{ start, end }]);
    lastEnd = end;
  }
  return groups;
}

/** Maximum number of characters beside a comment that are searched for the ends of its line. */
const maxLineSearch = 200;

/** What is left out with comments that follow each other. */
function removedRanges(text: string, comments: readonly Range[]): readonly Range[] {
  const [first, last] = [comments[0], comments.at(-1)];
  if (!first || !last) return [];
  const lines = wholeLines(text, { start: first.start, end: last.end });
  return lines ? [lines] : comments.map((comment) => wholeLines(text, comment) ?? withSpace(text, comment));
}

/**
 * The comment with the rest of its lines, if they have no words: white space, the marks of a list, a quote or a heading, and
 * emphasis around the comment. If the text of an entry follows below, the mark of the entry stays before it.
 */
function wholeLines(text: string, { start, end }: Range): Range | undefined {
  const [, marks, open = ""] =
    /(?:^|\n)([^\n]*?)([*_~]{0,3})$/.exec(text.slice(Math.max(0, start - maxLineSearch), start)) ?? [];
  const after = text.slice(end, end + maxLineSearch);
  const rest = after.startsWith(open) ? /^[ \t]*(?=\n|$)/.exec(after.slice(open.length)) : null;
  if (marks === undefined || !rest || !isOnlyMarks(marks)) return undefined;
  const lineEnd = end + open.length + rest[0].length;
  const further = lengthToFurtherLines(marks, text.slice(lineEnd, lineEnd + maxLineSearch));
  if (further !== undefined) return { start: start - open.length, end: lineEnd + further };
  return { start: start - open.length - marks.length, end: Math.min(text.length, lineEnd + 1) };
}

/** The comment with one of the spaces around it. */
function withSpace(text: string, { start, end }: Range): Range {
  const isAtLineEnd = /^[ \t]*(?:\n|$)/.test(text.slice(end, end + maxLineSearch));
  const isSpaced = text[start - 1] === " " && (text[end] === " " || isAtLineEnd);
  return { start: isSpaced ? start - 1 : start, end };
}

/** The code blocks and paragraphs of a text; a code span does not go beyond its paragraph. */
class TextParts {
  readonly #text: string;
  readonly #lineStarts: readonly number[];
  readonly #codeLines: ReadonlySet<number>;
  /** offsets of the runs of backticks by their length, the last one first */
  readonly #runs = new Map<number, number[]>();

  constructor(text: string) {
    this.#text = text;
    this.#lineStarts = lineStartsOf(text);
    this.#codeLines = codeLinesOf(text);
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      const starts = this.#runs.get(run.length);
      if (starts) starts.push(index);
      else this.#runs.set(run.length, [index]);
    }
  }

  isCode(offset: number): boolean {
    return this.#codeLines.has(this.#lineOf(offset));
  }

  /**
   * The end of the code span that a run of backticks opens; the end of the run if no other one closes it. Must be called from
   * left to right.
   */
  endOfSpan(start: number, length: number): number {
    const starts = this.#runs.get(length) ?? [];
    while ((starts.at(-1) ?? start + length) < start + length) starts.pop();
    const close = starts.at(-1);
    const isInParagraph = close !== undefined && !this.#endsBetween(start, close);
    return isInParagraph ? close + length : start + length;
  }

  #endsBetween(start: number, end: number): boolean {
    for (let line = this.#lineOf(start) + 1; line <= this.#lineOf(end); line++) {
      const [from, to] = [this.#lineStarts[line], this.#lineStarts[line + 1]];
      if (this.#codeLines.has(line) || this.#text.slice(from, to).trim() === "") return true;
    }
    return false;
  }

  #lineOf(offset: number): number {
    return lastIndexUpTo(this.#lineStarts, offset);
  }
}

/** The 0-based lines of code blocks. */
function codeLinesOf(text: string): ReadonlySet<number> {
  const blocks = markdownParser()
    .parse(text, {})
    .filter(({ type }) => type === "fence" || type === "code_block");
  return new Set(
    blocks.flatMap(({ map }) => (map ? Array.from({ length: map[1] - map[0] }, (_, at) => map[0] + at) : [])),
  );
}

/** True for spaces with one line feed at most. */
function isLineEnd(gap: string): boolean {
  return /^[ \t\n]*$/.test(gap) && gap.indexOf("\n") === gap.lastIndexOf("\n");
}
