import type { Finding } from "../findings/finding";
import { type Edit, lineEndOf } from "../text/range";
import type { FileContext } from "./rule";

/** `missing-key` for a file without any key. */
export function emptyFile(text: string, { today }: FileContext): Finding {
  const edits = [skeletonEdit(text, today)];
  return {
    code: "missing-key",
    range: { start: 0, end: Math.min(1, text.length) },
    message: "Empty file: it must have the keys `meeting` and `contributions`.",
    fixes: () => (isBlank(text) ? [{ title: "Start a meeting", edits, preferred: true }] : []),
  };
}

/** A meeting at the end of the text. */
function skeletonEdit(text: string, today: string): Edit {
  const eol = lineEndOf(text);
  const items = ["contributions:", "  - title: Welcome", "    themes: none", ""];
  const lines = ["meeting:", "  title: Untitled", `  date: ${today}`, ...items];
  const end = text.length;
  return { start: end, end, text: (end > 0 && !text.endsWith("\n") ? eol : "") + lines.join(eol) };
}

/** True for comments, blank lines and a document's start: behind a `null` no key may follow. */
function isBlank(text: string): boolean {
  return text.split("\n").every((line) => /^\uFEFF?\s*(?:#|---\s*(?:#|$)|$)/.test(line.slice(0, maxIndent)));
}

/** UTF-16 units of white space after which a line counts as one with text. */
const maxIndent = 1000;
