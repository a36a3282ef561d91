import { beforeLineEnd, type LineColumn, lastUpTo } from "./lines";

/** A part of a file that ends with a line, or with the file. */
export interface Part {
  readonly text: string;
  /** how many line ends it has */
  readonly lineEnds: number;
  /** offsets at which its lines start, relative to it; one more than it has line ends */
  readonly lineStarts: readonly number[];
}

/** The place of an offset in a part, both relative to it; an offset within a line end counts as before it. */
export function placeIn({ text, lineStarts }: Part, offset: number): LineColumn {
  const at = Math.max(0, Math.min(offset, text.length));
  const line = lastUpTo(lineStarts, at);
  const start = lineStarts[line] ?? 0;
  return { line, column: beforeLineEnd(text, { start, end: at }) - start };
}

/** Where the parts of a file stand in it: offsets in UTF-16 units, lines and columns, all 0-based. */
export class Layout {
  readonly #parts: readonly Part[];
  /** the offset of each part, and the length of the file */
  readonly #offsets: Int32Array;
  /** the line of each part, and the number of line ends */
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

  /** The part that holds `offset`; at a border the one that begins there. */
  indexAt(offset: number): number {
    return lastUpTo(this.#offsets, offset, this.#parts.length);
  }

  /** The part that holds the line; the last one for lines behind the file. */
  indexOfLine(line: number): number {
    return lastUpTo(this.#lines, line, this.#parts.length);
  }

  /** The place of an offset, which counts as before its line's end; beyond the file its last place. */
  placeOf(offset: number): LineColumn {
    const index = this.indexAt(offset);
    const { line, column } = placeIn(this.#partAt(index), offset - this.startOf(index));
    return { line: this.lineOf(index) + line, column };
  }

  /** The offset of a place; a column behind its line counts as its end, a line behind the file as the file's end. */
  offsetOf({ line, column }: LineColumn): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = this.indexOfLine(line);
    const { text, lineStarts } = this.#partAt(index);
    const own = line - this.lineOf(index);
    const start = lineStarts[own] ?? 0;
    const end = Math.min(start + Math.max(0, column), lineStarts[own + 1] ?? text.length);
    return this.startOf(index) + beforeLineEnd(text, { start, end });
  }

  #partAt(index: number): Part {
    return this.#parts[index] ?? { text: "", lineEnds: 0, lineStarts: [0] };
  }
}
