/** Decides which lines continue a block although they look like the start of another block. */
import { trimmedEnd } from "../text/range";
import { countSpaces, isDash, isKeyWithoutValue, lineShape } from "../yaml/lineShape";

/**
 * Reason for which a line may continue the block. `explicitKey`: the key spans lines, `? surveys`, or has escapes, and
 * everything below its colon is its value; `words`: the text of an unknown top-level key, `Note: words`; `wordItem`: the
 * text of an item without keys, `- Coffee`; `keysWithoutDash`: keys below `contributions:` whose item lacks its dash, and
 * their lists; `strayText`: text that was pasted at the margin.
 */
type ContinuationReason = "explicitKey" | "words" | "wordItem" | "keysWithoutDash" | "strayText";

/** Offsets of a line: its start, its first character other than white space, and its end with the line end. */
export interface ContentLine {
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

export class OpenBlock {
  readonly #text: string;
  #reason: ContinuationReason | undefined;
  #keys: KeysWithoutDash | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Starts a new block; `reason` is why the lines below may continue it, if they may. */
  begin(reason?: Exclude<ContinuationReason, "keysWithoutDash">): void {
    this.#reason = reason;
  }

  /** True below text that was pasted at the margin. */
  get isInText(): boolean {
    return this.#reason === "strayText";
  }

  /**
   * @param items the column of the items' dashes
   * @returns true if the line at `start` may continue the block, regardless of its content
   */
  mayContinue(start: number, items: number | undefined): boolean {
    return this.#reason === "wordItem" ? this.#isMisaligned(start, items) : this.#reason !== undefined;
  }

  /** @returns true if `- x` continues the block; a line with a colon is an item, as the file is broken */
  continuesWithDash(line: ContentLine, items: number | undefined): boolean {
    if (this.#reason === "keysWithoutDash") return this.#keys?.hasDashAt(line.content - line.start) ?? false;
    const isText =
      (this.#reason === "words" && line.start < line.content) ||
      (this.#reason === "wordItem" && this.#isMisaligned(line.start, items));
    return isText && !mayHoldKey(this.#text, line);
  }

  /** True below keys whose item lacks its dash. */
  isBelowKeys(): boolean {
    return this.#reason === "keysWithoutDash";
  }

  /** @returns true for `: value` and `- entry` at the margin below an explicit key */
  continuesAtMargin(start: number): boolean {
    const isMark = this.#text[start] === ":" || this.#text[start] === "-";
    return this.#reason === "explicitKey" && isMark && /^\s?$/.test(this.#text[start + 1] ?? "");
  }

  /** A comment ends a plain text. */
  takeComment(): void {
    if (this.#isText()) this.#reason = undefined;
  }

  /** Takes a line that continues an item or a key's value. */
  takeLine(line: ContentLine): void {
    if (this.#reason === "keysWithoutDash") this.#keys = this.#keys?.withLine(this.#text, line);
    else if (this.#reason === "wordItem" && mayHoldKey(this.#text, line)) this.#reason = undefined;
  }

  /**
   * Takes a line below the key of a list, before its first dash.
   * @param isOfFile false below an unknown top-level key
   */
  takeLineOfList(line: ContentLine, isOfFile: boolean): void {
    if (this.#reason === "keysWithoutDash") this.takeLine(line);
    else if (!mayHoldKey(this.#text, line)) this.#reason = "words";
    else if (isOfFile) this.#takeFirstKey(line);
    else this.#reason = undefined;
  }

  #takeFirstKey(line: ContentLine): void {
    this.#reason = "keysWithoutDash";
    this.#keys = new KeysWithoutDash(line.content - line.start).withLine(this.#text, line);
  }

  #isText(): boolean {
    return this.#reason === "words" || this.#reason === "wordItem";
  }

  /** True for a line that is indented one space more than the items. */
  #isMisaligned(start: number, items: number | undefined): boolean {
    return items !== undefined && countSpaces(this.#text, start, this.#text.length) === items + 1;
  }
}

/** The keys of an item that lacks its dash. A list below one of them may be in the column of the key. */
class KeysWithoutDash {
  readonly #column: number;
  /** the previous line is a key without a value */
  readonly #isBelowKey: boolean;
  /** the dashes in the column of the keys are entries of one of them */
  readonly #isInList: boolean;

  constructor(column: number, isBelowKey = false, isInList = false) {
    this.#column = column;
    this.#isBelowKey = isBelowKey;
    this.#isInList = isInList;
  }

  /** True for a dash in a list of one of the keys. */
  hasDashAt(column: number): boolean {
    return column > this.#column || (column === this.#column && (this.#isBelowKey || this.#isInList));
  }

  withLine(text: string, { start, content, end }: ContentLine): KeysWithoutDash {
    if (content - start > this.#column) return new KeysWithoutDash(this.#column, false, this.#isInList);
    if (isDash(text, content))
      return new KeysWithoutDash(this.#column, false, this.#isBelowKey || this.#isInList);
    return new KeysWithoutDash(
      this.#column,
      isKeyWithoutValue(lineShape(text, { start: content, end: trimmedEnd(text, end) })),
    );
  }
}

/** True if a line may have a key, or several keys in brackets. */
export function mayHoldKey(text: string, { content, end }: Omit<ContentLine, "start">): boolean {
  return /:(?=\s|$)/.test(text.slice(content, end));
}
