/** Edits that make lines the text of a key. */
import { lineEndOf } from "../text/range";
import { linesInWords } from "./layoutChanges";
import type { LayoutChange, LayoutEdits } from "./layoutEdits";
import type { LayoutLine } from "./layoutLine";
import { needsBlockScalar } from "./layoutText";
import { textIndentation } from "./textLines";

/** The text and the lines of a block, with the edits so far. */
export interface LayoutSource {
  readonly text: string;
  readonly lines: readonly LayoutLine[];
  readonly edits: LayoutEdits;
}

/**
 * @param value the value on the line of the key
 * @param lines the lines below it
 * @param column column of the key
 * @returns true if the value and the lines are no text without `|` before them
 */
export function needsHeader(
  text: string,
  value: string,
  lines: readonly LayoutLine[],
  column: number,
): boolean {
  if (/^[|>]/.test(value)) return true;
  const [first] = lines;
  if (!first) return false;
  const start = value === "" ? text.slice(first.indentEnd, first.end) : value;
  if (/^["']/.test(start)) return isQuotedWord(start);
  return lines.some((line) => line.indent <= column || needsBlockScalar(text, line));
}

/** True for `"It works", said A. Forti`: the quotes are not those of YAML. */
function isQuotedWord(line: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*[^\s#:]/.test(line);
}

/** The key of a text, its value on the same line, and the lines below it. */
export interface TextKey {
  readonly line: LayoutLine;
  readonly name: string;
  readonly value: string;
  readonly body: readonly LayoutLine[];
}

/**
 * Writes `|` after the key, and the text of its line below it.
 * @param column column of the text
 */
export function writeHeader({ text, edits }: LayoutSource, key: TextKey, column: number): void {
  const { line, name, value, body } = key;
  const isTable = /^\|.*\|$/.test(value);
  const source = isTable ? `|${value}` : value;
  const colon = (line.key?.colon ?? line.valueStart) + 1;
  // `&gt; 50 users`, which is no anchor
  const properties = text.slice(colon, line.valueStart).trimStart();
  const [bar = ""] = /^\|\s*/.exec(source) ?? [];
  const isFolded = /^>[-+0-9]*$/.test(source);
  const mark = isFolded ? ">" : "|";
  const rest = isFolded ? "" : properties + source.slice(bar.length);
  const inline = value.startsWith("#") ? "" : rest;
  const count = body.length + (inline === "" ? 0 : 1);
  const end = line.valueStart + value.length;
  const first = body[0] ?? line;
  const change: LayoutChange = {
    range: inline === "" ? { start: first.indentEnd, end: first.end } : { start: line.valueStart, end },
    message: `\`${name}\` must be text: write \`${name}: |\` above its lines.`,
    title: `Make ${linesInWords(count)} the ${name}`,
    isText: true,
  };
  if (inline === "") edits.replace({ start: colon, end: colon }, " |", change);
  else {
    const header = ` ${mark}${lineEndOf(text)}${" ".repeat(column)}`;
    edits.replace({ start: colon, end }, header + inline, change);
  }
}

/** The end of a text of a key. */
export interface TextEnd {
  readonly at: number;
  /** column of its lines */
  readonly column: number;
  /** start of a text on the line of its key, `notes: hello`, which becomes its first line */
  readonly inlineStart?: number;
}

/** Lines that belong to no key, and the text that they become. */
export interface Strays {
  readonly lines: readonly [LayoutLine, ...LayoutLine[]];
  /** the name and the column of the key */
  readonly name: string;
  readonly column: number;
  /** the end of a text with that key; undefined if there is none */
  readonly textEnd: TextEnd | undefined;
  /** true if they begin as a mail does */
  readonly isMail: boolean;
}

/** Makes lines without a key a text, or moves them to the end of one. */
export function writeStrays(source: LayoutSource, strays: Strays): void {
  const { lines, name, textEnd, isMail } = strays;
  const [first] = lines;
  const last = lines.at(-1) ?? first;
  const count = linesInWords(lines.length);
  const change: LayoutChange = {
    range: { start: first.indentEnd, end: first.end },
    isGuess: !isMail,
    comment: { start: first.indentEnd, end: last.end },
    message: `Expected a key: ${lines.length === 1 ? "this line is" : "these lines are"} not part of any key.`,
    title: textEnd ? `Move ${count} into the ${name}` : `Make ${count} the ${name}`,
    isText: textEnd !== undefined,
  };
  if (textEnd) moveStrays(source, strays, textEnd, change);
  else beginText(source, strays, change);
}

function beginText(
  { text, edits }: LayoutSource,
  { lines, name, column }: Strays,
  change: LayoutChange,
): void {
  const [first] = lines;
  const indentation = textIndentation(text, lines, { column: column + 2, delta: 0 });
  const header = `${" ".repeat(column)}${name}: |${lineEndOf(text)}`;
  const ofFirst = indentation.find(({ start }) => start === first.start);
  const end = ofFirst ? first.indentEnd : first.start;
  edits.replace({ start: first.start, end }, header + (ofFirst?.text ?? ""), change);
  for (const edit of indentation) if (edit !== ofFirst) edits.replace(edit, edit.text);
}

function moveStrays(
  { text, lines: allLines, edits }: LayoutSource,
  { lines: [first, ...others] }: Strays,
  { at, column, inlineStart }: TextEnd,
  change: LayoutChange,
): void {
  const last = others.at(-1) ?? first;
  const end = allLines.indexOf(last) + 1;
  const eol = lineEndOf(text);
  const indentation = textIndentation(text, [first, ...others], { column, delta: 0 });
  const moved = allLines.slice(allLines.indexOf(first), end).map((line) => {
    const edit = indentation.find(({ start }) => start === line.start);
    const start = edit || line.isBlank ? line.indentEnd : line.start;
    return (edit?.text ?? "") + text.slice(start, line.end);
  });
  const lines =
    inlineStart === undefined ? moved : [" ".repeat(column) + text.slice(inlineStart, at), ...moved];
  const header = inlineStart === undefined ? "" : "|";
  edits.replace({ start: inlineStart ?? at, end: at }, header + eol + lines.join(eol), change);
  const next = allLines[end];
  const removed = next
    ? { start: first.start, end: next.start }
    : { start: Math.max(0, first.start - eol.length), end: last.end };
  edits.replace(removed, "");
}
