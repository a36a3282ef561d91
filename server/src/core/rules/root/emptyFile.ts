import type { Finding } from "../../findings/finding";
import { type Edit, insertion, lineEndOf } from "../../text/range";
import type { FileContext } from "../shared/rule";

/** `missing-key` for a file without any key. */
export function emptyFile(text: string, { today }: FileContext): Finding {
  const edits = [skeletonEdit(text, today)];
  return {
    code: "missing-key",
    range: { start: 0, end: Math.min(1, text.length) },
    message: "Empty file: it must have the keys `meeting` and `contributions`.",
    fixes: () => (hasNoContent(text) ? [{ title: "Start a meeting", edits, preferred: true }] : []),
  };
}

/** Appends a meeting to the text. */
function skeletonEdit(text: string, today: string): Edit {
  const eol = lineEndOf(text);
  const items = ["contributions:", "  - title: Welcome", "    themes: none", ""];
  const lines = ["meeting:", "  title: Untitled", `  date: ${today}`, ...items];
  const end = text.length;
  return insertion(end, (end > 0 && !text.endsWith("\n") ? eol : "") + lines.join(eol));
}

/**
 * True if the text has only comments, blank lines and a document start; a key cannot be appended after
 * `null`.
 */
function hasNoContent(text: string): boolean {
  return text
    .split("\n")
    .every((line) => /^\uFEFF?\s*(?:#|---\s*(?:#|$)|$)/.test(line.slice(0, maxBlankLineIndent)));
}

/** Lines with more leading white space than this, in UTF-16 units, count as content. */
const maxBlankLineIndent = 1000;
