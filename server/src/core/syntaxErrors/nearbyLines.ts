/** The lines of a text above and below a line, without their line ends. */
import { lineAt, type Range } from "../text/range";

/** The line below, if there is one. */
export function lineAfter(text: string, line: Range): Range | undefined {
  const newline = text.indexOf("\n", line.end);
  return newline < 0 ? undefined : lineAt(text, newline + 1);
}

/** The line above that is not blank, if there is one. */
export function nonBlankLineBefore(text: string, line: Range): Range | undefined {
  for (let end = line.start - 1; end >= 0; ) {
    const above = lineAt(text, end);
    if (text.slice(above.start, above.end).trim() !== "") return above;
    end = above.start - 1;
  }
  return undefined;
}

/** The non-empty lines that begin at or before an offset. */
export function nonEmptyLinesUpTo(text: string, end: number): readonly Range[] {
  const lines: Range[] = [];
  for (let at = 0; at <= end; ) {
    const line = lineAt(text, at);
    if (line.end > line.start) lines.push(line);
    const newline = text.indexOf("\n", at);
    if (newline < 0) break;
    at = newline + 1;
  }
  return lines;
}
