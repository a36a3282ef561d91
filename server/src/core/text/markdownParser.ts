/** The parser of the Markdown that people write. */
import createParser, { type MarkdownIt, type MarkdownItOptions, type StateBlock } from "markdown-it";

/** Missing cells of tables in any text, and in addition to them one per UTF-16 unit of the text. */
const minMissingCells = 200;

/**
 * A parser whose tokens are in proportion to the text: Markdown fills the rows of a table, so that `|a` for each column and
 * `|x` for each row would be a token for each column of each row. A table ends at the first row with too many missing cells; the
 * rows below it are text.
 */
export function markdownParser(options: MarkdownItOptions = {}): MarkdownIt {
  const parser = createParser({ html: false, ...options });
  const tables = new WeakMap<StateBlock, TableRows>();
  parser.block.ruler.push(
    "table_end",
    (state, line, _, isSilent) => {
      if (!isSilent || state.parentType !== "table") return false;
      const rows = tables.get(state) ?? new TableRows(state);
      tables.set(state, rows);
      return rows.exceedsLimit(line);
    },
    { alt: ["blockquote"] },
  );
  return parser;
}

/** Counts the missing cells of the tables of a text. */
class TableRows {
  readonly #state: StateBlock;
  #missingLeft: number;
  #columns = 0;
  /** the line of the header of the table */
  #header = -1;

  constructor(state: StateBlock) {
    this.#state = state;
    this.#missingLeft = minMissingCells + state.src.length;
  }

  /** @param line of a row of the table that begins at the line of the state */
  exceedsLimit(line: number): boolean {
    if (this.#header !== this.#state.line) {
      this.#header = this.#state.line;
      this.#columns = this.#cellsIn(this.#header);
    }
    this.#missingLeft -= Math.max(0, this.#columns - this.#cellsIn(line));
    return this.#missingLeft < 0;
  }

  #cellsIn(line: number): number {
    const { src, bMarks, tShift, eMarks } = this.#state;
    const row = src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trim();
    const bars = row.match(/\\[\s\S]|\|/g)?.filter((mark) => mark === "|").length ?? 0;
    const outer = (row.startsWith("|") ? 1 : 0) + (row.length > 1 && row.endsWith("|") ? 1 : 0);
    return bars + 1 - outer;
  }
}
