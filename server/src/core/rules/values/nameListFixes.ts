/** Fixes for `speakers` and `chairs` with a text instead of a list. */

import type { Fix } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import type { Edit, Range } from "../../text/range";
import { readNames } from "../../text/readNames";
import { plural } from "../../text/wording";
import { replaceValue, wrapInList } from "../../yaml/edits";
import { isEmpty, type Node, rangeOf } from "../../yaml/nodes";
import { quoteIfNeeded } from "../../yaml/scalars";
import { tailOf } from "../../yaml/textTail";

/**
 * `speakers: A. Forti and B. Two`; two fixes for `speakers: Forti, A.`, which is one person or two.
 * @param written the value without its quotes
 */
export function nameListFixes(node: Node, written: string, text: string): readonly Fix[] {
  const tail = tailOf(node, text);
  // `-A. Forti`
  const names = written.replace(/^-(?=\p{L})/u, "");
  const whole = tail ? names + text.slice(rangeOf(node).end, tail.end) : names;
  const readings = whole.trim() === "" ? [] : readNames(whole);
  const isOnly = readings.length === 1;
  const fixes = readings.map((names): Fix => {
    const list = `[${names.map(quoteIfNeeded).join(", ")}]`;
    // quotes stay
    if (isOnly && !tail && names[0] === written && !written.includes("\n"))
      return { title: "Make it a list", edits: wrapInList(text, node), preferred: true, safe: true };
    const title = isOnly ? "Make it a list" : `${personCount(names.length)}: ${messageText(list)}`;
    // `#remote` may be meant as a comment
    const safe = isOnly && names.length === 1 && !tail;
    return { title, edits: [listEdit(list, node, tail, text)], preferred: isOnly, safe };
  });
  return fixes.filter(({ edits }) => edits.length > 0);
}

/** The list instead of the value with the ` #2` after it, or instead of a `#2` alone. */
function listEdit(list: string, node: Node, tail: Range | undefined, text: string): Edit {
  if (!tail) return replaceValue(text, node, list);
  return isEmpty(node) ? { ...tail, text: list } : { ...replaceValue(text, node, list), end: tail.end };
}

function personCount(count: number): string {
  return count === 1 ? "One person" : plural(count, "name");
}
