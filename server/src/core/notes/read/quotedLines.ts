/** The text of a value that cannot be read, which notes quote. */
import { withoutSourceComments } from "../../text/comments";
import { clip } from "../../text/displayText";
import type { Range } from "../../text/range";
import { singleLineLabel } from "../../text/singleLineLabel";
import { withoutYamlComments } from "../../yaml/withoutYamlComments";

/** UTF-16 units; of longer values, the notes have the start. */
const maxLength = 4000;

/**
 * @param text of the block, without keys that are ignored
 * @param range of an error, which is within one line: on a value, on its key, or on the first of several entries
 * @returns the lines of the value, as one line, without comments of YAML and of HTML
 */
export function quotedLines(text: string, { start, end }: Range): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const isOneLongLine = endOfLine(text, start) - from > maxLength;
  const source = isOneLongLine
    ? text.slice(start, end)
    : linesOfValue(
        withoutYamlComments(text.slice(from, from + 2 * maxLength)).split("\n"),
        lineBefore(text, from),
      ).join("\n");
  const isCut = source.length > maxLength;
  const visible = withoutSourceComments(source);
  const shown = isCut ? visible.replace(/<!--(?!-?>)[\s\S]*$/, "") : visible;
  return clip(singleLineLabel(shown).replaceAll(/\s{2,}|\n/g, " "), maxLength);
}

/** The first line, the lines that are indented below it, and its siblings if the line above is the key of all of them. */
function linesOfValue([first = "", ...others]: readonly string[], above: string): readonly string[] {
  const hasKeyAbove = /^[ \t]*(?:- +)?[^\s#-][^:]*:[ \t]*(?:#.*)?$/.test(above);
  // the first line is blank if its key is left out
  const shape = [first, ...others].find((line) => line.trim() !== "") ?? first;
  const isInValue = (line: string): boolean => {
    if (line.trim() === "" || indentOf(line) > indentOf(shape)) return true;
    return hasKeyAbove && indentOf(line) === indentOf(shape) && isEntry(line) === isEntry(shape);
  };
  const end = others.findIndex((line) => !isInValue(line));
  return [first, ...(end < 0 ? others : others.slice(0, end))];
}

function isEntry(line: string): boolean {
  return /^\s*- /.test(line);
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

function lineBefore(text: string, from: number): string {
  return text.slice(text.lastIndexOf("\n", from - 2) + 1, Math.max(0, from - 1));
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
