/** Texts of several lines that a comment ends too early: `notes: see #42` with a line below it. */
import { isMarkdownKey } from "../schema/keyKinds";
import { unitKeys } from "../schema/unitKeys";
import { lineAt, type Range, trimmedEnd } from "../text/range";
import { keyAt, type LineShape, lineShape, skipBlanks } from "../yaml/lineShape";
import { literalBlockEdit } from "../yaml/literalBlock";
import { quoteWhole } from "../yaml/quotedText";
import { isHashOfWord } from "../yaml/textTail";
import { lineAfter, nonBlankLineBefore } from "./nearbyLines";
import { quoteTitle } from "./quoteWording";
import type { Repair } from "./repair";
import { isTextKey } from "./textKeys";

/** Maximum number of lines above the error in which the key of its text is searched. */
const maxLinesAbove = 50;

/** @param line the line of the error, which continues the text */
export function splitTextRepairs(text: string, line: LineShape): readonly Repair[] {
  const owner = ownerOf(text, line);
  if (!owner) return [];
  const { key, dashes, valueStart, start, end } = owner;
  const column = (key?.start ?? dashes.at(-1) ?? start) - start;
  const lines = linesBelow(text, owner, column);
  const first = valueStart < end && text[valueStart] !== "#" ? { start: valueStart, end } : lines[0];
  const last = lines.at(-1);
  if (!first || !last || /["'|>[{]/.test(text[first.start] ?? "")) return [];
  const value = { start: first.start, end: trimmedEnd(text, last.end) };
  const name = key?.name ?? "";
  const lost = lostPart(text, value, isMarkdownKey(name)) ?? colonPart(text, [first, ...lines]);
  if (!lost) return [];
  const message =
    text[lost.start] === "#"
      ? "A comment starts here, so that the text below it does not belong to its key: "
      : "A colon followed by a space starts a new key: ";
  if (key && isMarkdownKey(name)) {
    const advice = `begin the text with \`${name}: |\``;
    const edit = literalBlockEdit(text, key.colon + 1, value, column);
    return [{ range: lost, message: `${message}${advice}.`, title: capital(advice), edit }];
  }
  if (!key && lines.some((below) => keyAt(text, below.start, below.end))) return [];
  const title = quoteTitle(name);
  const edit = { ...value, text: quoteWhole(text.slice(value.start, value.end)) };
  return [{ range: lost, message: `${message}quote all of it.`, title, edit }];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The line with the key or the dash of the text that a line continues. */
function ownerOf(text: string, line: LineShape): LineShape | undefined {
  let above: Range | undefined = line;
  for (let left = maxLinesAbove; above && left > 0; left--) {
    above = nonBlankLineBefore(text, above);
    const shape = above && lineShape(text, above);
    if (shape && shape.indentEnd - shape.start < line.indentEnd - line.start) return withText(shape);
  }
  return undefined;
}

function withText(shape: LineShape): LineShape | undefined {
  const isText = shape.key ? isTextKey(shape.key.name) : shape.dashes.length > 0;
  return isText ? shape : undefined;
}

/** The lines to the right of a column, without their indentation. */
function linesBelow(text: string, owner: Range, column: number): readonly Range[] {
  const lines: Range[] = [];
  for (let line = lineAfter(text, owner); line; line = lineAfter(text, line)) {
    const start = skipBlanks(text, line.start, line.end);
    if (start < line.end && start - line.start <= column) break;
    if (start < line.end) lines.push({ start, end: line.end });
  }
  return lines;
}

/** The first line with a colon that starts a key, unless a line begins with a key of the format. */
function colonPart(text: string, lines: readonly Range[]): Range | undefined {
  const keys = lines.map((line) => keyAt(text, line.start, line.end));
  if (keys.some((key) => key && unitKeys.has(key.name))) return undefined;
  return lines.find((line) => /:(?=\s|$)/.test(text.slice(line.start, line.end)));
}

/** The first `#word` in a text; in Markdown also a line that is a heading. */
function lostPart(text: string, { start, end }: Range, isMarkdown: boolean): Range | undefined {
  for (let at = text.indexOf("#", start); at >= 0 && at < end; at = text.indexOf("#", at + 1)) {
    const isLine = text.slice(lineAt(text, at).start, at).trim() === "";
    const isBlank = /[\s]/.test(text[at - 1] ?? "");
    if (isBlank && (isHashOfWord(text, at) || (isLine && isMarkdown)))
      return { start: at, end: Math.min(lineAt(text, at).end, end) };
    if (isBlank) return undefined;
  }
  return undefined;
}
