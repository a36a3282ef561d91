import { isMap, isScalar } from "yaml";
import type { Finding } from "../findings/finding";
import { isMarkdownKey } from "../schema/keyKinds";
import { lineAt, type Range } from "../text/range";
import { skipBlanks } from "../yaml/lineShape";
import { literalBlockEdit } from "../yaml/literalBlock";
import { rangeOf } from "../yaml/nodes";
import type { TextValue } from "./shared/textValues";

/**
 * `lost-text` for lines of a Markdown text that are comments, such as `# Heading` below a bare `notes:`.
 * A comment in the column of the keys is not one of them.
 */
export function lostLines({ name, node, pair, parent }: TextValue, text: string): readonly Finding[] {
  if (!pair || !isMarkdownKey(name) || !isMap(parent) || parent.flow || !isScalar(node)) return [];
  if (node.type !== "PLAIN" || node.anchor !== undefined || node.tag !== undefined) return [];
  const { start, end } = rangeOf(pair.key);
  const keyLine = lineAt(text, end);
  const colon = text.indexOf(":", end);
  const valueRange = rangeOf(node);
  const isSingleLine = valueRange.start < valueRange.end && valueRange.end <= keyLine.end;
  if (colon < 0 || colon > keyLine.end || isSingleLine) return [];
  const isBelow = valueRange.start > keyLine.end || valueRange.start === valueRange.end;
  const column = start - keyLine.start;
  const lines = linesBelow(text, keyLine, column, Math.max(valueRange.end, keyLine.end));
  const suppressions = lines.filter((line) => isSuppression(text.slice(line.start, line.end)));
  const lost = lines.find((line) => text[line.start] === "#" && !suppressions.includes(line));
  const last = lines.at(-1);
  const first = isBelow ? lines[0] : valueRange;
  if (!lost || !first || !last) return [];
  const edit = literalBlockEdit(text, colon + 1, { start: first.start, end: last.end }, column);
  return [
    {
      code: "lost-text",
      range: lost,
      message: `This line is a comment, which the notes leave out: begin the text with \`${name}: |\`.`,
      fixes: () =>
        suppressions.length > 0
          ? []
          : [{ title: `Begin the text with \`${name}: |\``, edits: [edit], preferred: true }],
    },
  ];
}

function isSuppression(line: string): boolean {
  return /^#[ \t]*wlcg-notes-disable/.test(line);
}

/** The lines of a value below its key, without indentation: its text, and comments to the right of the key. */
function linesBelow(text: string, keyLine: Range, column: number, valueEnd: number): readonly Range[] {
  const lines: Range[] = [];
  for (let newline = text.indexOf("\n", keyLine.end); newline >= 0; ) {
    const line = lineAt(text, newline + 1);
    const start = skipBlanks(text, line.start, line.end);
    const isIndented = start - line.start > column;
    if (start < line.end && !(isIndented && (start < valueEnd || text[start] === "#"))) break;
    if (start < line.end) lines.push({ start, end: line.end });
    newline = text.indexOf("\n", line.end);
  }
  return lines;
}
