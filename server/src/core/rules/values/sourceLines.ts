/** The lines of a text that is instead of a list: each may be one entry. */
import { isScalar } from "yaml";
import { type Edit, lineAt, lineEndOf, trimmedEnd } from "../../text/range";
import { type Node, rangeOf } from "../../yaml/nodes";

export interface SourceLines {
  /** without white space around them, at least two */
  readonly lines: readonly string[];
  /** writes the entries instead of the text, each with a dash */
  readonly listEdit: (entries: readonly string[]) => Edit;
}

/** @returns undefined for a text on one line, in quotes or with a comment, and for one that begins beside its key */
export function sourceLines(node: Node, text: string): SourceLines | undefined {
  const type = isScalar(node) ? node.type : undefined;
  const isBlock = type === "BLOCK_LITERAL";
  if (!isBlock && type !== "PLAIN") return undefined;
  const { start: from, end: to } = rangeOf(node);
  const head = lineAt(text, from);
  const start = isBlock ? Math.min(text.length, text.indexOf("\n", from) + 1) : head.start;
  const end = trimmedEnd(text, to);
  const source = text.slice(start, end);
  const lines = source.split(/\r?\n/).map((line) => line.trim());
  const isBeside = !isBlock && text.slice(head.start, from).trim() !== "";
  if (isBeside || end <= start || lines.length < 2 || lines.includes("") || /(?:^|\s)#/.test(source))
    return undefined;
  const indent = /^[ \t]*/.exec(source)?.[0] ?? "";
  const body = (entries: readonly string[]) =>
    entries.map((entry) => `${indent}- ${entry}`).join(lineEndOf(text));
  // the `|` is removed with the space before it
  const keyEnd = isBlock ? trimmedEnd(text, from) : start;
  return {
    lines,
    listEdit: (entries) => ({
      start: keyEnd,
      end,
      text: (isBlock ? lineEndOf(text) : "") + body(entries),
    }),
  };
}
