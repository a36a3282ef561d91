import { isOnlyMarks, lengthToFurtherLines, type VisibleLine, visibleLine } from "../text/comments";

/** A line of notes with words that all formats publish. */
export interface ProseLine {
  /** 0-based, in the notes */
  readonly line: number;
  /** without comments */
  readonly text: string;
  /** true if it is directly below the line of prose before it, without the lines that are only comments */
  readonly isAdjacent: boolean;
  /** true if a comment that began in the line of prose before it ends in it: without the comment, both are one line */
  readonly isJoined: boolean;
}

/** The lines outside code and comments. */
export function* proseLines(notes: string): Generator<ProseLine> {
  const lines = notes.split(/\r\n?|\n/);
  const lastClose = lines.findLastIndex((line) => line.includes("-->"));
  let fence: string | undefined;
  let isComment = false;
  let [isAdjacent, isAfterWords] = [false, false];
  let [isAfterGap, isInList, isAfterCode] = [true, false, false];
  for (const [line, source] of lines.entries()) {
    const opened: string | undefined =
      isComment || fence !== undefined ? undefined : openingFence.exec(source)?.[1];
    const isHidden: boolean = fence !== undefined || opened !== undefined;
    fence = fence !== undefined && closes(source, fence) ? undefined : (fence ?? opened);
    const isIndented = /^(?: {4}|\t)/.test(source);
    const isCode: boolean = !isComment && isIndented && !isInList && (isAfterGap || isAfterCode);
    const visible: VisibleLine | undefined =
      isHidden || isCode ? undefined : visibleLine(source, isComment, line < lastClose);
    const isJoined: boolean = isComment && isAfterWords;
    const isOnlyComment: boolean =
      visible !== undefined && (isComment || visible.text !== source) && isOnlyMarks(visible.text);
    isComment = visible?.isOpen ?? false;
    const isBlankLine = source.trim() === "";
    if (!isIndented && !isBlankLine)
      isInList = isEntry(source) || (isInList && continues(source, isAfterGap));
    const hasWords: boolean = visible !== undefined && visible.text.trim() !== "" && !isOnlyComment;
    if (visible && hasWords) yield { line, text: visible.text, isAdjacent, isJoined };
    isAfterWords = isComment && (hasWords || isJoined);
    isAdjacent = hasWords || (isOnlyComment && isAdjacent && !hasFurtherLines(source, lines[line + 1]));
    [isAfterGap, isAfterCode] = [isBlankLine, isCode && !isBlankLine];
  }
}

/** True for an entry that begins with a comment if its words are below. */
function hasFurtherLines(line: string, next = ""): boolean {
  return lengthToFurtherLines(line.slice(0, line.indexOf("<!--")), `\n${next}`) !== undefined;
}

function isEntry(line: string): boolean {
  return /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(line);
}

/** True for a line of an entry of a list, which is indented; below a blank line as the words of the entry are. */
function continues(line: string, isAfterGap: boolean): boolean {
  return line.startsWith(isAfterGap ? "  " : " ");
}

/** Backticks with others after them in the line are a code span. */
const openingFence = /^\s*(?:[-*+]\s+)?(`{3,}(?=[^`]*$)|~{3,})/;

/** True for a line that is nothing but a fence as long as the one that is open. */
function closes(line: string, fence: string): boolean {
  const mark = line.trim();
  return mark.startsWith(fence) && mark === (fence[0] ?? "").repeat(mark.length);
}
