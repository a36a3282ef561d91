/** HTML comments, which people write in notes for themselves, in texts that need no parser of Markdown. */
import { BacktickRuns } from "./codeSpans";

/** The part of a line of Markdown that is not in a comment. */
export interface VisibleLine {
  readonly text: string;
  /** true if a comment is open at the end of the line */
  readonly isOpen: boolean;
}

/**
 * @param line outside of code blocks; code spans keep their comments
 * @param isOpen true if a comment is open at the start of the line
 * @param isClosedLater true if a later line closes a comment; one that is never closed is text
 */
export function visibleLine(line: string, isOpen: boolean, isClosedLater: boolean): VisibleLine {
  if (!isOpen && !line.includes("<!--")) return { text: line, isOpen };
  const marks = /`+|\\.|<!--(?!-?>)/g;
  const runs = new BacktickRuns(line);
  const lastClose = line.lastIndexOf("-->");
  let text = "";
  let end = isOpen ? endOfComment(line, 0) : 0;
  if (end < 0) return { text, isOpen: true };
  marks.lastIndex = end;
  for (let match = marks.exec(line); match; match = marks.exec(line)) {
    const { 0: mark, index } = match;
    const start = index + mark.length;
    if (mark.startsWith("`")) marks.lastIndex = runs.endOfSpan(index, mark.length);
    if (mark !== "<!--" || (start > lastClose && !isClosedLater)) continue;
    text += line.slice(end, index);
    if (start > lastClose) return { text, isOpen: true };
    end = endOfComment(line, start);
    if (text.endsWith(" ") && /^(?:\s|$)/.test(line.slice(end, end + 1))) text = text.slice(0, -1);
    marks.lastIndex = end;
  }
  return { text: text + line.slice(end), isOpen: false };
}

/** The offset of the first mark of a comment that nothing closes, outside of code spans; undefined if there is none. */
export function unclosedMark(text: string): number | undefined {
  if (!text.includes("<!--")) return undefined;
  const marks = /`+|\\.|<!--(?!-?>)/g;
  const runs = new BacktickRuns(text);
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const { 0: mark, index } = match;
    if (mark.startsWith("`")) marks.lastIndex = runs.endOfSpan(index, mark.length);
    if (mark !== "<!--") continue;
    const end = endOfComment(text, index + mark.length);
    if (end < 0) return index;
    marks.lastIndex = end;
  }
  return undefined;
}

/** UTF-16 units of marks before a comment, and of the white space below it. */
const maxMarksLength = 200;

/** The marks of lists, quotes and headings, and a box, which come before the words of a line. */
const onlyMarks = /^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)]|#{1,6})(?:[ \t]+|$))*(?:\[[ xX]\][ \t]*)?$/;

/** True for the rest of a line of Markdown without words: `- ` of `- <!-- pay Bob -->` */
export function isOnlyMarks(text: string): boolean {
  return text.length <= maxMarksLength && onlyMarks.test(text);
}

/**
 * The entry of a list that is only a comment has further lines if they are indented as its text is.
 * @param marks before the comment
 * @param after the text after the comment, from the end of its line
 * @returns the length of the white space up to these lines; undefined if there are none
 */
export function lengthToFurtherLines(marks: string, after: string): number | undefined {
  if (!/[-+*.)][ \t]+$/.test(marks)) return undefined;
  const [space = ""] = /^\n\s*(?=\S)/.exec(after.slice(0, maxMarksLength)) ?? [];
  const indentStart = space.lastIndexOf("\n") + 1;
  return space.length - indentStart >= marks.length ? indentStart + marks.length : undefined;
}

/** Negative if the line does not close the comment. */
function endOfComment(line: string, from: number): number {
  const close = line.indexOf("-->", from);
  return close < 0 ? close : close + "-->".length;
}

/** A text in one line, such as an entry of a list, without its comments. */
export function withoutLineComments(text: string): string {
  return visibleLine(text, false, false).text.trim();
}

/** The source of an item, in any syntax, without its comments. */
export function withoutSourceComments(source: string): string {
  const lastClose = source.lastIndexOf("-->");
  let text = "";
  let end = 0;
  for (let start = source.indexOf("<!--"); start >= 0 && start < lastClose; ) {
    text += source.slice(end, start);
    end = endOfComment(source, start + "<!--".length);
    if (end < 0) return text;
    start = source.indexOf("<!--", end);
  }
  return text + source.slice(end);
}
