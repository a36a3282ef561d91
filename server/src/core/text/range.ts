/** A half-open span of text in UTF-16 offsets, 0-based: `[start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces `text.slice(start, end)` by `text`; an insertion where `start === end`. */
export interface Edit extends Range {
  readonly text: string;
}

/** An edit that inserts `text` at an offset. */
export function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

export function shiftRange(range: Range, delta: number): Range {
  return { start: range.start + delta, end: range.end + delta };
}

export function contains(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Applies edits that do not overlap, in any order; returns the new text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let copiedUpTo = 0;
  for (const edit of ordered) {
    result += text.slice(copiedUpTo, edit.start) + edit.text;
    copiedUpTo = edit.end;
  }
  return result + text.slice(copiedUpTo);
}

/**
 * A single edit equivalent to all of these.
 * @param text has a length and slices, so that the whole text need not be joined
 */
export function joinEdits(edits: readonly Edit[], text: Pick<string, "length" | "slice">): Edit {
  const start = edits.reduce((min, edit) => Math.min(min, edit.start), text.length);
  const end = edits.reduce((max, edit) => Math.max(max, edit.end), 0);
  const inside = edits.map((edit) => ({ ...shiftRange(edit, -start), text: edit.text }));
  return { start, end, text: applyEdits(text.slice(start, end), inside) };
}

/** The end of the text before `end` without trailing white space, however long. */
export function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}

/** UTF-16 units at the start of a line in which its first non-blank character is searched */
const maxLineStartLength = 10_000;

/**
 * The end of the blank lines and comments at the start of a text; a loop, as one regular expression would
 * overflow the stack.
 */
export function endOfLeadingComments(text: string): number {
  let at = 0;
  for (let next = text.indexOf("\n") + 1; next > 0; next = text.indexOf("\n", at) + 1) {
    if (!/^[ \t]*(?:#|\r?\n)/.test(text.slice(at, Math.min(next, at + maxLineStartLength)))) return at;
    at = next;
  }
  return at;
}

/** The line that contains `offset`, without its line end. */
export function lineAt(text: string, offset: number): Range {
  // `lastIndexOf` takes a negative position for 0
  const start = offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  const end = next < 0 ? text.length : next;
  return { start, end: text[end - 1] === "\r" && end > start ? end - 1 : end };
}

/** The line end of the text: `\r\n` if its first line ends with it. */
export function lineEndOf(text: string): "\n" | "\r\n" {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}
