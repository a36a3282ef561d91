import type { YAMLSeq } from "yaml";
import { type Edit, lineAt, lineEndOf, trimmedEnd } from "../text/range";
import { columnOf } from "./edits";
import { asNode, type Node, rangeOf } from "./nodes";

/**
 * Adds entries to the end of a list: before its bracket, or on lines below its last entry.
 * @param sources of the entries
 * @returns undefined for an empty list
 */
export function addEntries(text: string, list: YAMLSeq, sources: readonly string[]): Edit | undefined {
  const last = asNode(list.items.at(-1));
  if (!last) return undefined;
  const { end } = rangeOf(last);
  if (list.flow) return { start: end, end, text: sources.map((source) => `, ${source}`).join("") };
  const at = lineAt(text, trimmedEnd(text, end)).end;
  const dash = `${lineEndOf(text)}${" ".repeat(columnOf(text, rangeOf(list as Node).start))}- `;
  return { start: at, end: at, text: sources.map((source) => dash + source).join("") };
}
