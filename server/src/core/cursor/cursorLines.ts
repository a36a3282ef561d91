/** Lines of a text; offsets and columns are 0-based, a tab is two columns wide. */
import { isCommentAt } from "../yaml/openMarks";

export function columnOf(text: string, lineStart: number, at: number): number {
  let column = 0;
  for (let offset = lineStart; offset < at; offset++) column += text[offset] === "\t" ? 2 : 1;
  return column;
}

export function startOfLine(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === "\r" && end > from ? end - 1 : end;
}

/** The start of the next line; beyond the end of the text if there is none. */
export function nextLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length + 1 : newline + 1;
}

export function skipEmptyLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? "")) at++;
  return at;
}

/** True at the end of a line's content: at the line's end and at a comment. */
export function isAtContentEnd(text: string, at: number, end: number): boolean {
  return at >= end || isCommentAt(text, at);
}
