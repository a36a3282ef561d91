/** Collects the edits that give lines another indentation, and the first change, which the finding describes. */
import type { Edit, Range } from "../text/range";
import type { LineShape } from "../yaml/lineShape";

/** What a finding says about a change of the layout. */
export interface LayoutChange {
  /** the text that the finding marks */
  readonly range: Range;
  readonly message: string;
  readonly title: string;
  /** true if the lines may mean something else, so that other repairs are tested first */
  readonly isGuess?: boolean;
  /** true if items that follow each other may have the same slip */
  readonly isRepeatable?: boolean;
  readonly isAboutCharacters?: true;
  /** true if the lines become a text below `notes: |` */
  readonly isText?: boolean;
  /** lines that may be a comment instead */
  readonly comment?: Range;
}

export class LayoutEdits {
  readonly #text: string;
  readonly #edits: Edit[] = [];
  #first: LayoutChange | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get edits(): readonly Edit[] {
    return this.#edits;
  }

  get first(): LayoutChange | undefined {
    return this.#first;
  }

  /** Indents a line by `column` spaces. */
  indent(line: LineShape, column: number, change?: LayoutChange): void {
    this.replace({ start: line.start, end: line.indentEnd }, " ".repeat(column), change);
  }

  /** Replaces a range, unless it has this text already. */
  replace({ start, end }: Range, text: string, change?: LayoutChange): void {
    if (this.#text.slice(start, end) === text) return;
    if (change && (!this.#first || change.range.start < this.#first.range.start)) this.#first = change;
    this.#edits.push({ start, end, text });
  }
}
