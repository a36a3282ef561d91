/** One line as the layout reader sees it: a missing space after a dash is as good as a dash. */
import type { Range } from "../text/range";
import { countSpaces, keyAt, type LineShape, lineShape } from "../yaml/lineShape";

export interface LayoutLine extends LineShape {
  /** number of spaces before the first character */
  readonly indent: number;
  /** true for `-title: x` */
  readonly isGlued: boolean;
  readonly isBlank: boolean;
  readonly isComment: boolean;
}

/** @returns the lines of a text, without their line ends */
export function layoutLines(text: string): readonly LayoutLine[] {
  const lines: LayoutLine[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    if (end > start && text[end - 1] === "\r") end--;
    lines.push(layoutLine(text, { start, end }));
    start = next;
  }
  return lines;
}

function layoutLine(text: string, range: Range): LayoutLine {
  const shape = lineShape(text, range);
  const { start, end, indentEnd } = shape;
  const isGlued = /^-[A-Za-z_]\w*:(?=\s|$)/.test(text.slice(indentEnd, end));
  const key = isGlued ? keyAt(text, indentEnd + 1, end) : undefined;
  return {
    ...shape,
    ...(key && { key, dashes: [indentEnd], contentStart: indentEnd + 1 }),
    indent: countSpaces(text, start, indentEnd),
    isGlued,
    isBlank: indentEnd >= end,
    isComment: text[indentEnd] === "#",
  };
}
