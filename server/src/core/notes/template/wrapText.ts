/** Wraps plain text for a mail. */
import { displayWidth } from "../../text/displayWidth";

/** The columns of a line, as mails have them. */
const lineWidth = 72;

/**
 * Each line wrapped at spaces to at most 72 columns; the further lines of a list entry are below its text.
 * @param indent spaces before all lines but the first, which is as far to the right
 */
export function wrapText(text: string, indent = ""): string {
  const maxWidth = Math.max(lineWidth / 2, lineWidth - indent.length);
  const lines = text.split("\n").flatMap((line) => wrapLine(line, maxWidth));
  return lines.map((line, at) => (at === 0 || line === "" ? line : indent + line)).join("\n");
}

function wrapLine(line: string, maxWidth: number): readonly string[] {
  if (line.length <= lineWidth / 4) return [line];
  const [prefix = ""] = /^ {0,20}(?:[-*+>] {1,3}|\d{1,4}[.)] {1,3})?/.exec(line) ?? [];
  const lines: string[] = [];
  let current = prefix;
  let width = prefix.length;
  let isEmpty = true;
  for (const word of line.slice(prefix.length).split(" ")) {
    const wordWidth = widthOf(word);
    if (!isEmpty && width + 1 + wordWidth > maxWidth) {
      lines.push(current.trimEnd());
      current = " ".repeat(prefix.length);
      width = prefix.length;
      isEmpty = true;
    }
    current += isEmpty ? word : ` ${word}`;
    width += wordWidth + (isEmpty ? 0 : 1);
    isEmpty = false;
  }
  return [...lines, current];
}

/** Most words are ASCII, whose width is known at once. */
function widthOf(word: string): number {
  return /^[ -~]*$/.test(word) ? word.length : displayWidth(word);
}
