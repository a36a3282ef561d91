/** Finds the actions and decisions in notes: lines of Markdown outside code, quotes, tables, headings and comments. */
import { capitalised, plainText } from "./plainText";
import { shorthandOf } from "./shorthand";
import type { Shorthand, ShorthandContext } from "./types";

/** A line of notes that is an action or a decision. */
export interface NotesLine {
  /** 0-based, in the notes */
  readonly line: number;
  readonly shorthand: Shorthand;
}

/** Words that every such line has one of, or a box; a quick test, which most notes pass. */
const anyMark =
  /action|\bais?\b|\bap(?:\b|\d)|\bA\d|\bA[PI]-?\d|to-?\s?do|decisi|decid|resol|agree|t[aâ]che|fai?re|aktion|aufgabe|azione|d[eé]ci|beschl|entsch|vereinb|\[[ x]\]/i;

/** True if the text may have such a line: a test for callers that must prepare a context. */
export function mayHaveShorthand(text: string): boolean {
  return anyMark.test(text);
}

/** @param notes Markdown, with any line ends @returns in order; a line that is written twice is twice among them */
export function notesLines(notes: string, context: ShorthandContext): readonly NotesLine[] {
  if (!mayHaveShorthand(notes)) return [];
  return [...proseLines(notes)].flatMap(({ line, text }): readonly NotesLine[] => {
    const shorthand = shorthandOf(text, context);
    return shorthand
      ? [{ line, shorthand: { ...shorthand, text: capitalised(plainText(shorthand.text)) } }]
      : [];
  });
}

/** Equal for two texts that differ in case, punctuation and spaces only. */
export function comparableText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

interface ProseLine {
  readonly line: number;
  readonly text: string;
}

/** The lines outside code and comments. */
export function* proseLines(notes: string): Generator<ProseLine> {
  let fence: string | undefined;
  let isComment = false;
  let [isAfterGap, isInList, isAfterCode] = [true, false, false];
  for (const [line, text] of notes.split(/\r\n?|\n/).entries()) {
    const mark = /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/.exec(text)?.[1];
    const isFence = mark !== undefined;
    const isHidden: boolean = fence !== undefined || isComment || isFence;
    if (isFence && !isComment) fence = nextFence(fence, mark);
    isComment = fence === undefined && opensComment(text, isComment);
    const isBlankLine = text.trim() === "";
    const isIndented = /^(?: {4}|\t)/.test(text);
    if (!isIndented && !isBlankLine) isInList = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(text);
    const isCode = isIndented && !isInList && (isAfterGap || isAfterCode);
    if (!isHidden && !isCode && !isBlankLine) yield { line, text };
    [isAfterGap, isAfterCode] = [isBlankLine, isCode && !isBlankLine];
  }
}

/** The fence that is open after a line with `mark`. */
function nextFence(open: string | undefined, mark: string): string | undefined {
  if (open === undefined) return mark;
  return mark.startsWith(open) ? undefined : open;
}

/** True if a comment is open at the end of the line. */
function opensComment(text: string, wasOpen: boolean): boolean {
  const [opens, closes] = [text.lastIndexOf("<!--"), text.lastIndexOf("-->")];
  return opens > closes || (wasOpen && closes < 0);
}
