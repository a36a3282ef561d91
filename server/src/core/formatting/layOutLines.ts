/** Moves each line of a block to the column of its level. */
import {
  blanksStart,
  isBlankOrComment,
  isBlockScalar,
  isDash,
  type LineShape,
  lineShape,
  skipBlanks,
  skipDashes,
} from "../yaml/lineShape";
import { type OpenMarks, readMarks } from "../yaml/openMarks";
import { Levels } from "./levels";

/**
 * @param lines without their line ends
 * @param base the column of the block's own entries
 * @param tidy formats the content of a line; it gets the line without its indentation
 */
export function layOutLines(
  lines: readonly string[],
  base: number,
  tidy: (line: string) => string,
): readonly string[] {
  return new LineLayout(lines, base, tidy).run();
}

class LineLayout {
  readonly #lines: readonly string[];
  readonly #tidy: (line: string) => string;
  readonly #levels: Levels;
  /** by line: the first line at or below it that is neither blank nor a comment */
  readonly #contentBelow: readonly (number | undefined)[];
  readonly #lastContent: number;
  readonly #firstColumn: number;
  /** the open block scalar: its lines are to the right of `column` and move together */
  #literal: { readonly column: number; readonly shift: number } | undefined;
  /** the open flow collection, whose lines move together */
  #flow: { readonly depth: number; readonly shift: number } | undefined;

  constructor(lines: readonly string[], base: number, tidy: (line: string) => string) {
    this.#lines = lines;
    this.#tidy = tidy;
    this.#levels = new Levels(base);
    this.#contentBelow = contentBelow(lines);
    this.#lastContent = lines.findLastIndex((line) => !isBlankOrCommentLine(line));
    this.#firstColumn = indentOf(lines[this.#contentBelow[0] ?? -1] ?? "");
  }

  run(): readonly string[] {
    return this.#lines.map((line, at) => this.#formatLine(line, at));
  }

  #formatLine(line: string, at: number): string {
    const column = indentOf(line);
    if (column === line.length) return this.#literal ? line : "";
    if (this.#literal && column > this.#literal.column) return shiftLine(line, this.#literal.shift);
    this.#literal = undefined;
    if (this.#flow) return this.#formatFlowLine(line, this.#flow);
    return line[column] === "#" ? this.#formatComment(line, column, at) : this.#formatContent(line, column);
  }

  #formatFlowLine(line: string, { depth, shift }: { depth: number; shift: number }): string {
    const value = { start: indentOf(line), end: line.length };
    this.#openFlow(depth + bracketDepthChange(readMarks(line, value, true)), shift);
    return trimEnd(shiftLine(line, shift));
  }

  #openFlow(depth: number, shift: number): void {
    this.#flow = depth > 0 ? { depth, shift } : undefined;
  }

  /** A comment moves with the line below it; after the last line and to the left of all content, it stays at the margin. */
  #formatComment(line: string, column: number, at: number): string {
    const comment = trimEnd(line.slice(column));
    if (at > this.#lastContent && column < this.#firstColumn) return comment;
    const next = this.#lines[this.#contentBelow[at] ?? -1];
    const isAboveDash = next !== undefined && indentOf(next) === column && isDash(next, column);
    return " ".repeat(this.#levels.columnOfComment(column, isAboveDash)) + comment;
  }

  #formatContent(line: string, column: number): string {
    const shape = lineShape(line, { start: 0, end: line.length });
    const isEntry = shape.dashes.length > 0;
    const to = this.#levels.columnFor(column, isEntry);
    const content = trimEnd(line.slice(column));
    const laidOut = isEntry ? this.#formatEntry(shape, content, to) : content;
    this.#openFlow(bracketDepthChange(shape.open), to - column);
    const text = " ".repeat(to) + this.#tidy(laidOut);
    if (isBlockScalar(line, shape)) this.#openLiteral(keyColumn(line), keyColumn(text));
    return trimEnd(text);
  }

  #openLiteral(from: number, to: number): void {
    this.#literal = { column: from, shift: to - from };
  }

  /** Formats leading dashes, `- title: x` and `- - x`; the content after each dash has a separate level. */
  #formatEntry({ dashes, indentEnd, contentStart }: LineShape, content: string, to: number): string {
    const value = content.slice(contentStart - indentEnd);
    const starts = value === "" ? dashes.slice(1) : [...dashes.slice(1), contentStart];
    for (const [index, start] of starts.entries())
      this.#levels.open(start, to + 2 * (index + 1), index + 1 < dashes.length);
    return "- ".repeat(dashes.length - 1) + (value === "" ? "-" : `- ${value}`);
  }
}

function contentBelow(lines: readonly string[]): readonly (number | undefined)[] {
  const below: (number | undefined)[] = [];
  for (let at = lines.length - 1; at >= 0; at--)
    below[at] = isBlankOrCommentLine(lines[at] ?? "") ? below[at + 1] : at;
  return below;
}

function isBlankOrCommentLine(line: string): boolean {
  return isBlankOrComment(line, { start: 0, end: line.length });
}

/** The number of brackets that a line leaves open; negative if it closes brackets of the lines above. */
function bracketDepthChange({ brackets, closesAbove }: OpenMarks): number {
  return brackets.length - closesAbove;
}

/** The column of the first key or value of a line. */
function keyColumn(line: string): number {
  return skipDashes(line, 0, line.length);
}

function indentOf(line: string): number {
  return skipBlanks(line, 0, line.length);
}

function trimEnd(line: string): string {
  return line.slice(0, blanksStart(line, 0, line.length));
}

function shiftLine(line: string, delta: number): string {
  return delta >= 0 ? " ".repeat(delta) + line : line.slice(Math.min(-delta, indentOf(line)));
}
