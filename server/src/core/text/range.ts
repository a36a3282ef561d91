/** A half-open span of text in UTF-16 offsets, 0-based: `[start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces `text.slice(start, end)` by `text`; an insertion where `start === end`. */
export interface Edit extends Range {
  readonly text: string;
}

export function shiftRange(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

export function contains(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Applies edits that do not overlap, in any order; returns the new text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let done = 0;
  for (const edit of ordered) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** The one edit that does what all of these do; `text` has a length, and parts of it. */
export function joinEdits(edits: readonly Edit[], text: Pick<string, "length" | "slice">): Edit {
  const start = edits.reduce((least, edit) => Math.min(least, edit.start), text.length);
  const end = edits.reduce((most, edit) => Math.max(most, edit.end), 0);
  const inside = edits.map((edit) => ({ ...shiftRange(edit, -start), text: edit.text }));
  return { start, end, text: applyEdits(text.slice(start, end), inside) };
}

/** Where the ink before `end` ends: trailing white space is left out, however much there is. */
export function inkEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}

/** UTF-16 units of a line that may be blank, or end its indentation */
const longestLead = 10_000;

/** Where the blank lines and comments end that a text begins with; a regular expression would run out of stack in long ones. */
export function leadEnd(text: string): number {
  let at = 0;
  for (let next = text.indexOf("\n") + 1; next > 0; next = text.indexOf("\n", at) + 1) {
    if (!/^[ \t]*(?:#|\r?\n)/.test(text.slice(at, Math.min(next, at + longestLead)))) return at;
    at = next;
  }
  return at;
}

/** The line that holds `offset`, without its line end. */
export function lineAt(text: string, offset: number): Range {
  // `lastIndexOf` takes a negative position for 0
  const start = offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  const end = next < 0 ? text.length : next;
  return { start, end: text[end - 1] === "\r" && end > start ? end - 1 : end };
}

/** The line end the text uses, `\r\n` where its first line ends so. */
export function lineEndOf(text: string): "\n" | "\r\n" {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}
