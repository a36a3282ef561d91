import { type LineColumn, lastIndexUpTo, trimLineEnd } from "./lines";

/** A part of a file that ends with a line, or with the file. */
export interface Part {
  readonly text: string;
  /** number of line ends in it */
  readonly lineEnds: number;
  /** start offsets of its lines, relative to the part; one more than it has line ends */
  readonly lineStarts: readonly number[];
}

/**
 * The line and column of an offset, both relative to the part; an offset inside a line end counts as before
 * it.
 */
export function lineColumnIn({ text, lineStarts }: Part, offset: number): LineColumn {
  const at = Math.max(0, Math.min(offset, text.length));
  const line = lastIndexUpTo(lineStarts, at);
  const start = lineStarts[line] ?? 0;
  return { line, column: trimLineEnd(text, { start, end: at }) - start };
}

/** Maps between offsets (UTF-16 units), lines and columns of a file that consists of parts; all 0-based. */
export class PartIndex {
  readonly #parts: readonly Part[];
  /** start offset of each part, then the length of the file */
  readonly #offsets: Int32Array;
  /** first line of each part, then the number of line ends */
  readonly #lines: Int32Array;

  /** @param parts at least one */
  constructor(parts: readonly Part[]) {
    this.#parts = parts;
    this.#offsets = new Int32Array(parts.length + 1);
    this.#lines = new Int32Array(parts.length + 1);
    let offset = 0;
    let line = 0;
    for (let index = 0; index < parts.length; index++) {
      const { text, lineEnds } = parts[index] as Part;
      this.#offsets[index + 1] = offset += text.length;
      this.#lines[index + 1] = line += lineEnds;
    }
  }

  get length(): number {
    return this.#offsets.at(-1) ?? 0;
  }

  get lineCount(): number {
    return (this.#lines.at(-1) ?? 0) + 1;
  }

  startOf(index: number): number {
    return this.#offsets[index] ?? this.length;
  }

  lineOf(index: number): number {
    return this.#lines[index] ?? this.lineCount - 1;
  }

  /** The index of the part that contains `offset`; at a boundary, the part that starts there. */
  indexAt(offset: number): number {
    return lastIndexUpTo(this.#offsets, offset, this.#parts.length);
  }

  /** The index of the part that contains the line; the last part for lines beyond the end. */
  indexOfLine(line: number): number {
    return lastIndexUpTo(this.#lines, line, this.#parts.length);
  }

  /**
   * The line and column of an offset; inside a line end it counts as before it, beyond the file as the end.
   */
  lineColumnOf(offset: number): LineColumn {
    const index = this.indexAt(offset);
    const { line, column } = lineColumnIn(this.#partAt(index), offset - this.startOf(index));
    return { line: this.lineOf(index) + line, column };
  }

  /**
   * The offset of a line and column; a column beyond its line counts as the end of the line, a line beyond
   * the file as the end of the file.
   */
  offsetOf({ line, column }: LineColumn): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = this.indexOfLine(line);
    const { text, lineStarts } = this.#partAt(index);
    const lineInPart = line - this.lineOf(index);
    const start = lineStarts[lineInPart] ?? 0;
    const end = Math.min(start + Math.max(0, column), lineStarts[lineInPart + 1] ?? text.length);
    return this.startOf(index) + trimLineEnd(text, { start, end });
  }

  #partAt(index: number): Part {
    return this.#parts[index] ?? { text: "", lineEnds: 0, lineStarts: [0] };
  }
}
