import { isMap, isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { isMarkdownKey } from "../schema/keyKinds";
import { lineAt } from "../text/range";
import { skipBlanks } from "../yaml/lineShape";
import { literalBlockEdit } from "../yaml/literalBlock";
import { pairsOf, rangeOf, type Scalar } from "../yaml/nodes";
import { tailOf } from "../yaml/textTail";
import { lostLines } from "./lostLines";
import type { RuleContext, UnitRule } from "./shared/rule";
import { type TextValue, textValues } from "./shared/textValues";

/** `folded-text`: `notes: >` above a list, a table, a heading or code, whose lines YAML joins. */
export const foldedText: UnitRule = { codes: ["folded-text"], check };

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  return mayHold(unit) ? textValues(unit).flatMap((value) => findingsOf(value, text)) : [];
}

/** False for most units, whose Markdown is in literal blocks. */
function mayHold({ node }: Unit): boolean {
  return pairsOf(node).some(
    ({ name, value }) => isMarkdownKey(name) && isScalar(value) && value.type !== "BLOCK_LITERAL",
  );
}

function findingsOf(value: TextValue, text: string): readonly Finding[] {
  const { name, node } = value;
  if (!isMarkdownKey(name) || !isScalar(node)) return [];
  const isFolded = node.type === "BLOCK_FOLDED";
  const { start, end } = rangeOf(node);
  if (!isFolded && !isJoinedScalar(node, text.slice(start, end))) return [];
  const from = isFolded ? lineAt(text, start).end : start + (isQuoted(node) ? 1 : 0);
  const joined = joinedLine(text.slice(from, end), isFolded);
  if (!joined || tailOf(node, text) || lostLines(value, text).length > 0) return [];
  return [
    {
      code: "folded-text",
      range: isFolded ? { start, end: start + 1 } : { start, end: Math.min(end, lineAt(text, start).end) },
      message: isFolded
        ? "`>` joins these lines into one paragraph: use `|` to keep them."
        : `YAML joins these lines into one paragraph: begin the text with \`${name}: |\`.`,
      fixes: () => fixesOf(value, node, text),
    },
  ];
}

/** A plain or quoted text, whose line ends become spaces; not one with escapes, which may be line ends. */
function isJoinedScalar(node: Scalar, source: string): boolean {
  if (node.anchor !== undefined || node.tag !== undefined || !source.includes("\n")) return false;
  return node.type === "PLAIN" || (isQuoted(node) && !source.includes("\\"));
}

function isQuoted({ type }: Scalar): boolean {
  return type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
}

function fixesOf({ name, pair, parent }: TextValue, node: Scalar, text: string): readonly Fix[] {
  const { start, end } = rangeOf(node);
  if (node.type === "BLOCK_FOLDED")
    return [
      { title: "Keep the lines with `|`", edits: [{ start, end: start + 1, text: "|" }], preferred: true },
    ];
  if (!pair || !isMap(parent) || parent.flow) return [];
  const key = rangeOf(pair.key);
  const column = key.start - lineAt(text, key.start).start;
  const words = unquoted(node, text.slice(start, end));
  const range = { start, end: start + words.length };
  const plain = text.slice(0, start) + words + text.slice(end);
  const block = literalBlockEdit(plain, text.indexOf(":", key.end) + 1, range, column);
  const edit = { ...block, end: block.end + text.length - plain.length };
  return [{ title: `Begin the text with \`${name}: |\``, edits: [edit], preferred: true }];
}

function unquoted({ type }: Scalar, source: string): string {
  if (type === "PLAIN") return source;
  const inner = source.slice(1, -1).trim();
  return type === "QUOTE_SINGLE" ? inner.replaceAll("''", "'") : inner;
}

/** Markdown that must begin a line: list, table, heading, code fence. */
const lineMarkdown = /^(?:[-*+][ \t]+\S|\d{1,3}[.)][ \t]+\S|\|.*\||#{1,6}[ \t]|```|~~~)/;

/** The Markdown of these that also ends with its line; an entry of a list continues on the next one. */
const mustEnd = /^(?:\|.*\||#{1,6}[ \t]|```|~~~)/;

/**
 * True if YAML joins a line of Markdown to the one above or below it. In a folded block, lines that are indented
 * deeper keep their line ends.
 */
function joinedLine(source: string, isFolded: boolean): boolean {
  const lines = source.split(/\r?\n/).map((line) => ({
    indent: skipBlanks(line, 0, line.length),
    content: line.trim(),
  }));
  const first = lines.find(({ content }) => content !== "");
  const isJoinable = (line: (typeof lines)[number] | undefined): boolean =>
    line !== undefined && line.content !== "" && (!isFolded || line.indent === first?.indent);
  return lines.some(
    (line, at) =>
      isJoinable(line) &&
      isJoinable(lines[at + 1]) &&
      (mustEnd.test(line.content) || lineMarkdown.test(lines[at + 1]?.content ?? "")),
  );
}
