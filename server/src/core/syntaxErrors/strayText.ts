/** Words or a list at the margin between keys: valid YAML by themselves, and none of the file's where they stand. */

import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { inMessage } from "../text/displayText";
import { type Edit, inkEnd, lineAt, type Range } from "../text/range";
import { isDash } from "../yaml/lineShape";

/** @param range of what stands in place of a key, in the block's `text` */
export function keylessLine(text: string, range: Range): Finding {
  const line = lineAt(text, range.start);
  const end = Math.min(inkEnd(text, range.end), line.end);
  const word = text.slice(range.start, end);
  if (isDash(text, range.start))
    return {
      code: "wrong-type",
      range: { start: range.start, end },
      message: "Unexpected list: items must be below `contributions`, `surveys` or `discussion`.",
    };
  const isName = /^[A-Za-z_][\w-]*$/.test(word) && inkEnd(text, range.end) === end;
  return {
    code: "yaml-syntax",
    range: { start: range.start, end },
    message: isName
      ? `Expected \`:\` after \`${inMessage(word, 40)}\`.`
      : "Expected a key: it must be on one line and end in a colon.",
    fixes: () => [
      ...(isName && keysAt([]).includes(word) ? [withColon(word, end)] : []),
      { title: "Make it a comment", edits: asComment(text, range) },
    ],
  };
}

function withColon(word: string, end: number): Fix {
  return { title: `Write \`${word}:\``, edits: [{ start: end, end, text: ":" }], preferred: true };
}

/** A `#` ahead of every line of it that has ink. */
function asComment(text: string, range: Range): readonly Edit[] {
  const edits: Edit[] = [];
  const end = inkEnd(text, range.end);
  for (let at = lineAt(text, range.start).start; at < end; ) {
    const line = lineAt(text, at);
    // a byte order mark stays the first of the file
    const start = line.start === 0 && text.startsWith("\uFEFF") ? 1 : line.start;
    if (text.slice(start, line.end).trim() !== "") edits.push({ start, end: start, text: "# " });
    const next = text.indexOf("\n", at);
    at = next < 0 ? end : next + 1;
  }
  return edits;
}
