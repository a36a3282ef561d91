/** Pasted text as lines with a new indentation. */

const lineEnd = /\r\n|\r|\n/;

/** The lines of a pasted text, without the blank ones at its end. */
export function linesOf(pasted: string): readonly string[] {
  const lines = pasted.split(lineEnd).map((line) => (line.trim() === "" ? "" : line));
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** True if the text ends with a line end. */
export function hasFinalNewline(pasted: string): boolean {
  return /[\r\n][ \t]*$/.test(pasted.slice(-200));
}

/**
 * The lines of a pasted text for a column: the first one without indentation, as it goes to the cursor, the
 * others with theirs relative to it. Blank lines stay empty.
 * @param isFirstFlat true if the first line sets the column of a new text: no blank line and no indentation come before it
 */
export function withIndent(
  pasted: string,
  column: number,
  { isFirstFlat }: { readonly isFirstFlat: boolean },
): readonly string[] {
  const lines = linesOf(pasted);
  const from = isFirstFlat ? lines.findIndex((line) => line !== "") : 0;
  const [first = "", ...others] = withoutCommonIndent(lines.slice(from));
  const indent = " ".repeat(column);
  return [
    isFirstFlat ? first.trimStart() : first,
    ...others.map((line) => (line === "" ? "" : indent + line)),
  ];
}

/** Columns that lines of a YAML file have and paragraphs below an unindented line have not. */
const fileIndent = 6;

/**
 * Removes the indentation that all lines have. Where only the first line has none, the text was copied from the middle of
 * that line, so that the others are taken for themselves if they are indented far.
 */
function withoutCommonIndent(lines: readonly string[]): readonly string[] {
  const [first = "", ...others] = lines;
  const ofOthers = commonIndent(others);
  const ofFirst = first === "" ? ofOthers : spacesBefore(first);
  if (ofFirst === 0 && ofOthers >= fileIndent) return [first, ...others.map((line) => line.slice(ofOthers))];
  const common = Math.min(ofFirst, ofOthers);
  return lines.map((line) => line.slice(common));
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line !== "").map(spacesBefore);
  return indents.reduce((minimum, indent) => Math.min(minimum, indent), Number.POSITIVE_INFINITY);
}

function spacesBefore(line: string): number {
  return line.length - line.replace(/^ +/, "").length;
}
