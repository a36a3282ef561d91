/**
 * Lists that YAML reads as a text: `-Go on` without a space after its dash, a list below `decisions: |`, and lines without
 * dashes.
 */
import { isScalar } from "yaml";
import type { Fix } from "../../findings/finding";
import { requiredAt, type SchemaPath, schemaAt } from "../../schema/schema";
import { type Edit, lineAt, type Range } from "../../text/range";
import { isBlankOrComment, skipBlanks } from "../../yaml/lineShape";
import { type Node, rangeOf } from "../../yaml/nodes";
import { keepAsString } from "../../yaml/scalars";
import { sourceLines } from "./sourceLines";

/**
 * @param path of the list
 * @returns the fix that makes each line an entry; empty if a line does not begin with a dash, or with comments
 */
export function lineListFixes(path: SchemaPath, node: Node, text: string): readonly Fix[] {
  const { start, end } = rangeOf(node);
  const type = isScalar(node) ? node.type : undefined;
  const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
  if (!isBlock && type !== "PLAIN") return [];
  const prefix = entryPrefix(path);
  const first = lineAt(text, start);
  // `decisions: -Go on` is not on a separate line
  if (prefix === undefined || (!isBlock && text.slice(first.start, start).trim() !== "")) return [];
  const edits: Edit[] = isBlock ? [{ start, end: first.end, text: "" }] : [];
  for (const line of linesOf(text, { start: isBlock ? afterLine(text, first.end) : start, end })) {
    if (isBlankOrComment(text, line)) continue;
    const dash = skipBlanks(text, line.start, line.end);
    const words = skipBlanks(text, dash + 1, line.end);
    if (text[dash] !== "-" || words === line.end || text[words] === "-") return [];
    const entry = text.slice(words, line.end).trimEnd();
    if (/\s#/.test(entry)) return [];
    edits.push({ start: dash + 1, end: words + entry.length, text: ` ${prefix}${keepAsString(entry)}` });
  }
  const dashes = edits.length === 1 ? "the dash" : "each dash";
  const title = isBlock
    ? `Remove the \`${text.slice(start, first.end).trim()}\``
    : `Insert a space after ${dashes}`;
  return [{ title, edits, preferred: true }];
}

/**
 * Each line as an entry of a list of decisions or actions; not preferred if a line may continue the one above it.
 * @param path of the list
 */
export function plainLineFixes(path: SchemaPath, node: Node, text: string): readonly Fix[] {
  const prefix = entryPrefix(path);
  const source = sourceLines(node, text);
  if (prefix === undefined || !source) return [];
  const entries = source.lines.map((line) => line.replace(/^\d{1,2}[.)][ \t]+|^[*•–—][ \t]+/, ""));
  const preferred = source.lines.every((line) => /^(?:\p{Lu}|[\d*•–—])/u.test(line));
  const edit = source.listEdit(entries.map((entry) => `${prefix}${keepAsString(entry)}`));
  return [{ title: `Make ${entries.length} entries, one of each line`, edits: [edit], preferred }];
}

function linesOf(text: string, { start, end }: Range): readonly Range[] {
  const lines: Range[] = [];
  for (let at = start; at < end; at = afterLine(text, at)) lines.push(lineAt(text, at));
  return lines;
}

/** The start of the next line. */
function afterLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline + 1;
}

/** `text: ` for actions; undefined for entries that need several keys. */
function entryPrefix(path: SchemaPath): string | undefined {
  if (!schemaAt([...path, 0])?.properties) return "";
  const [key, ...others] = requiredAt([...path, 0]);
  return key === undefined || others.length > 0 ? undefined : `${key}: `;
}
