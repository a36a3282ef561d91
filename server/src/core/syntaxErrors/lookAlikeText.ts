/** Reads the lines of a text whose indentation may have look-alike blanks: a block scalar, or a plain scalar. */
import { hasLookAlikeBlank } from "./lookAlikeCorrection";

/** The blanks at the start of a line. */
interface LineStart {
  readonly blanks: string;
  /** @returns the possible widths in columns, the most likely first */
  readonly widths: () => readonly number[];
  /** true if YAML does not read the blanks as indentation */
  readonly isForeign: boolean;
  /** true if nothing follows the blanks */
  readonly isBlank: boolean;
  /** @returns true if a known key follows the blanks */
  readonly isKey: () => boolean;
}

/** The number of characters that are replaced at the start of a line; 0 for a line that is right. */
interface Indentation {
  readonly replaced: number;
  readonly written: string;
}

const unchanged: Indentation = { replaced: 0, written: "" };

export class LookAlikeText {
  readonly #owner: number;
  readonly #isBlock: boolean;
  /** indentation of the first line, once that is known */
  #content: number | undefined;

  /** @param owner column of its key or dash; the text is deeper */
  constructor(owner: number, isBlock: boolean) {
    this.#owner = owner;
    this.#isBlock = isBlock;
  }

  /** @returns undefined if the text ends before the line */
  readLine({ blanks, widths, isForeign, isBlank, isKey }: LineStart): Indentation | undefined {
    const spaces = /^ */.exec(blanks)?.[0].length ?? 0;
    const needed = this.#content ?? this.#owner + 1;
    if (isBlank)
      return hasLookAlikeBlank(blanks) && spaces < needed
        ? { replaced: blanks.length, written: "" }
        : unchanged;
    if (spaces >= needed || (spaces > this.#owner && !isForeign)) {
      this.#content ??= spaces;
      return unchanged;
    }
    const width = widths().find((candidate) => candidate > this.#owner);
    if (width === undefined || (!this.#isBlock && isKey())) return undefined;
    return isForeign ? this.#indent(blanks, Math.max(width, needed)) : unchanged;
  }

  /** Indents the line as the first one; further blanks are part of the text. */
  #indent({ length }: string, width: number): Indentation {
    const replaced = Math.min(length, this.#content ?? length);
    this.#content ??= width;
    return { replaced, written: " ".repeat(this.#content) };
  }
}
