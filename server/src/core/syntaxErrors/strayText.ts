/**
 * Text or a list at column 0 between keys: valid YAML on its own, but not allowed there in a contributions
 * file.
 */

import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { messageText } from "../text/displayText";
import { type Edit, insertion, lineAt, type Range, trimmedEnd } from "../text/range";
import { isDash } from "../yaml/lineShape";

/** @param range the text instead of a key, offsets in the block's `text` */
export function strayTextFinding(text: string, range: Range): Finding {
  const line = lineAt(text, range.start);
  const end = Math.min(trimmedEnd(text, range.end), line.end);
  const word = text.slice(range.start, end);
  if (isDash(text, range.start))
    return {
      code: "wrong-type",
      range: { start: range.start, end },
      message: "Unexpected list: items must be below `contributions`, `surveys` or `discussion`.",
    };
  const isName = /^[A-Za-z_][\w-]*$/.test(word) && trimmedEnd(text, range.end) === end;
  return {
    code: "yaml-syntax",
    range: { start: range.start, end },
    message: isName
      ? `Expected \`:\` after \`${messageText(word, 40)}\`.`
      : "Expected a key: it must be on one line and end in a colon.",
    fixes: () => [
      ...(isName && keysAt([]).includes(word) ? [colonFix(word, end)] : []),
      commentFix(text, range),
    ],
  };
}

function colonFix(word: string, end: number): Fix {
  return { title: `Write \`${word}:\``, edits: [insertion(end, ":")], preferred: true };
}

/** Makes the lines of a range comments. */
export function commentFix(text: string, range: Range): Fix {
  return { title: "Make it a comment", edits: commentEdits(text, range) };
}

/** Edits that put `# ` before every non-blank line of the range. */
function commentEdits(text: string, range: Range): readonly Edit[] {
  const edits: Edit[] = [];
  const end = trimmedEnd(text, range.end);
  for (let at = lineAt(text, range.start).start; at < end; ) {
    const line = lineAt(text, at);
    // a byte order mark must remain at the start of the file
    const start = line.start === 0 && text.startsWith("\uFEFF") ? 1 : line.start;
    if (text.slice(start, line.end).trim() !== "") edits.push(insertion(start, "# "));
    const next = text.indexOf("\n", at);
    at = next < 0 ? end : next + 1;
  }
  return edits;
}
