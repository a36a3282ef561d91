/** A value as a literal block: `notes: |` with its lines below. */
import { type Edit, lineAt, lineEndOf, type Range } from "../text/range";
import { skipBlanks } from "./lineShape";

/** UTF-16 units from which a text is easier to read in a block of its own than in quotes. */
const minBlockLength = 60;

/** True for a text that is long or has a colon, which a block of its own keeps without quotes. */
export function prefersBlock(value: string): boolean {
  return value.length > minBlockLength || /:(?=\s|$)/.test(value) || value.includes("\n");
}

/**
 * Writes a value as a literal block; the comment after it goes to the line of the key.
 * @param colonEnd offset after the key's colon
 * @param value range of the text, which may begin on a line below the key
 * @param column column of the key, 0-based
 */
export function literalBlockEdit(text: string, colonEnd: number, value: Range, column: number): Edit {
  const lineEnd = lineEndOf(text);
  const keyLine = lineAt(text, colonEnd);
  const last = lineAt(text, value.end);
  const lines = linesOf(
    text.slice(value.start, value.end),
    text.slice(lineAt(text, value.start).start, value.start),
    keyLine.end < value.start,
  );
  const comments = [
    keyLine.end < value.start ? text.slice(colonEnd, keyLine.end) : "",
    text.slice(value.end, last.end),
  ];
  const comment = comments
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
  const indent = " ".repeat(column + 2);
  const body = lines.map((line) => lineEnd + (line === "" ? "" : indent + line)).join("");
  return { start: colonEnd, end: last.end, text: ` |${comment === "" ? "" : ` ${comment}`}${body}` };
}

/** The lines without their common indentation; the first line has none. */
function linesOf(source: string, before: string, isBelowKey: boolean): readonly string[] {
  const [first = "", ...others] = source.split(/\r?\n/).map((line) => line.trimEnd());
  const indents = [...(isBelowKey ? [before + first] : []), ...others]
    .filter((line) => line !== "")
    .map((line) => skipBlanks(line, 0, line.length));
  const common = indents.reduce((min, indent) => Math.min(min, indent), source.length + before.length);
  return [first, ...others.map((line) => line.slice(common))];
}
