/** Text that YAML reads as a comment although it continues the value before it: `Rucio #42 follow-up`. */
import { lineAt, type Range } from "../text/range";
import { blanksStart, isBlankAt, type LineShape, skipBlanks } from "./lineShape";
import { type Node, rangeOf } from "./nodes";

const wordAfterHash = /^#{1,6}(?!wlcg-notes-disable)[\p{L}\p{N}_]/u;

/** UTF-16 units after a `#` that decide whether it is a comment. */
const maxHashLength = 20;

/** True for a `#` directly before a letter, a digit or `_`: a ticket, a channel or a tag; not for `# remark`. */
export function isHashOfWord(text: string, at: number): boolean {
  return text[at] === "#" && wordAfterHash.test(text.slice(at, at + maxHashLength));
}

/**
 * The `#42 follow-up` after a value, up to a comment with a space after its `#`.
 * @param from end of the value, or a place without one
 * @returns undefined if no such text follows on the line
 */
export function tailAfter(text: string, from: number, lineEnd: number): Range | undefined {
  const start = skipBlanks(text, from, lineEnd);
  if (start === from && from > 0 && !isBlankAt(text, from - 1)) return undefined;
  if (start >= lineEnd || !isHashOfWord(text, start)) return undefined;
  return { start, end: textEnd(text, start + 1, lineEnd) };
}

/** The `#42 …` on the line where a scalar ends. */
export function tailOf(node: Node, text: string): Range | undefined {
  const { end } = rangeOf(node);
  return tailAfter(text, end, lineAt(text, end).end);
}

/** The end of a line's content with each ` #word` in it; a comment with a space after its `#` is not part of it. */
export function contentEndWithTail(
  text: string,
  { contentEnd, commentStart, end }: Pick<LineShape, "contentEnd" | "commentStart" | "end">,
): number {
  return isHashOfWord(text, commentStart) ? textEnd(text, commentStart, end) : contentEnd;
}

/** The end of a text that begins before `from`, with each ` #word` in it. */
function textEnd(text: string, from: number, lineEnd: number): number {
  for (let at = text.indexOf("#", from); at >= 0 && at < lineEnd; at = text.indexOf("#", at + 1))
    if (isBlankAt(text, at - 1) && !isHashOfWord(text, at)) return blanksStart(text, from, at);
  return blanksStart(text, from, lineEnd);
}
