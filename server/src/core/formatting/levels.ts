/** The levels of indentation that are open at a line, and the columns they move to. */

interface IndentLevel {
  readonly from: number;
  readonly to: number;
  /** the level of a list's dashes, which may be in the column of the key above */
  readonly isDash: boolean;
}

export class Levels {
  readonly #base: number;
  readonly #levels: IndentLevel[] = [];

  /** @param base the column of the block's own entries */
  constructor(base: number) {
    this.#base = base;
  }

  /** The column a line moves to; its level is open for the lines below. */
  columnFor(column: number, isDash: boolean): number {
    while (isInside(this.#levels.at(-1), column, isDash)) this.#levels.pop();
    const top = this.#levels.at(-1);
    if (top?.from === column && top.isDash === isDash) return top.to;
    const newColumn = this.#newColumn(top, column, isDash);
    this.open(column, newColumn, isDash);
    return newColumn;
  }

  /** The column a comment moves to. A comment may be anywhere: no line below is inside of it. */
  columnOfComment(column: number, isAboveDash: boolean): number {
    const top = this.#levels.findLast((level) => !isInside(level, column, isAboveDash));
    const isSame = top?.from === column && top.isDash === isAboveDash;
    return isSame ? top.to : this.#newColumn(top, column, isAboveDash);
  }

  open(from: number, to: number, isDash: boolean): void {
    this.#levels.push({ from, to, isDash });
  }

  #newColumn(outer: IndentLevel | undefined, column: number, isDash: boolean): number {
    if (outer) return outer.to + 2;
    if (isDash || this.#base > 0) return this.#base;
    return column === 0 ? 0 : this.#base + 2;
  }
}

/** True for a level that a line in this column is left of, or beside. */
function isInside(level: IndentLevel | undefined, column: number, isDash: boolean): boolean {
  if (!level) return false;
  return level.from > column || (level.from === column && level.isDash && !isDash);
}
