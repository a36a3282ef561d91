import { isScalar } from "yaml";
import type { Finding } from "../../findings/finding";
import { quoteAdvice, quoteTitle } from "../../syntaxErrors/quoteWording";
import { messageText } from "../../text/displayText";
import { type Edit, lineAt, type Range } from "../../text/range";
import { isEmpty, type Node, rangeOf } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";
import { tailAfter } from "../../yaml/textTail";
import { isRequiredText, type TextValue } from "../shared/textValues";

/** `lost-text` for `title: &Co meeting`, an anchor that no alias refers to in front of a plain text. */
export function lostAnchor({ name, node, pair }: TextValue, text: string): Finding | undefined {
  const anchor = anchorInText(node, text);
  if (!anchor || (pair && isEmpty(node) && isRequiredText(name))) return undefined;
  const word = messageText(text.slice(anchor.start, anchor.end));
  const title = quoteTitle(name);
  return {
    code: "lost-text",
    range: anchor,
    message: `\`${word}\` is an anchor, which the notes leave out: ${quoteAdvice(name)}.`,
    fixes: () => [{ title, edits: [quoteAnchored(node, anchor, text)], preferred: true }],
  };
}

/** The `&Co` in front of a plain text or instead of one; undefined if an alias may refer to it. */
export function anchorInText(node: Node | null, text: string): Range | undefined {
  if (!isScalar(node) || node.anchor === undefined || node.type !== "PLAIN" || node.tag !== undefined)
    return undefined;
  if (text.includes(`*${node.anchor}`)) return undefined;
  const source = `&${node.anchor}`;
  const valueStart = rangeOf(node).start;
  const start = text.lastIndexOf(source, valueStart);
  if (start < lineAt(text, valueStart).start) return undefined;
  return { start, end: start + source.length };
}

/** Quotes a text from its anchor on. */
export function quoteAnchored(node: Node, anchor: Range, text: string): Edit {
  const valueEnd = Math.max(anchor.end, rangeOf(node).end);
  const end = tailAfter(text, valueEnd, lineAt(text, valueEnd).end)?.end ?? valueEnd;
  const range = { start: anchor.start, end };
  return { ...range, text: quote(text.slice(range.start, range.end).trimEnd()) };
}
