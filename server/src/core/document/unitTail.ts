/** Reads the end of a unit's text, which decides whether a line below it continues the unit. */
import { schemaPathOf, type UnitKind } from "../schema/itemKinds";
import { isMarkdownKey, markdownKeyCorrection } from "../schema/keyKinds";
import { keysAt, schemaAt, takesList } from "../schema/schema";
import { type LayoutLine, layoutLines } from "../syntaxErrors/layoutLine";
import { countSpaces, isBlockScalar } from "../yaml/lineShape";

/**
 * `text`: the text of `notes: |` or `notes:`, with the column of its key; it is empty without lines. `scalar`: another
 * block scalar. Both have the column of their first line, once there is one. `list`: a list of the unit, with its key.
 */
export type UnitTail =
  | { readonly kind: "other" }
  | {
      readonly kind: "text";
      readonly column: number;
      readonly isEmpty: boolean;
      readonly textColumn?: number;
    }
  | { readonly kind: "scalar"; readonly column: number; readonly textColumn?: number }
  | { readonly kind: "list"; readonly key: string };

interface UnitSource {
  readonly text: string;
  readonly source: string;
}

/** Reads the lines of a unit once, however often its tail is asked for. */
export class UnitTailReader {
  readonly #text: string;
  readonly #source: string;
  readonly #kind: UnitKind;
  #readUpTo: number;
  #tail: UnitTail = { kind: "other" };
  /** column that the lines of a text or the entries of a list exceed */
  #column = Number.POSITIVE_INFINITY;
  /** column of the dashes of a list that are not right of its key */
  #dashColumn = Number.POSITIVE_INFINITY;
  #hasOpenMarks = false;

  /**
   * @param text with ordinary characters at the start of its lines
   * @param source the text as it is
   * @param start offset of the unit in the text
   */
  constructor({ text, source }: UnitSource, kind: UnitKind, start: number) {
    this.#text = text;
    this.#source = source;
    this.#kind = kind;
    this.#readUpTo = start;
  }

  /** True if a line read so far opens a quote or a bracket that it does not close. */
  get hasOpenMarks(): boolean {
    return this.#hasOpenMarks;
  }

  /** The tail of the unit at the start of a line; the offsets of several calls ascend. */
  tailAt(at: number): UnitTail {
    if (at > this.#readUpTo) {
      const text = this.#text.slice(this.#readUpTo, at);
      for (const line of layoutLines(text))
        if (!line.isBlank && !line.isComment) this.#readLine(text, line, this.#spacesOf(line));
      this.#readUpTo = at;
    }
    return this.#tail;
  }

  /** The spaces before a line as it is written: after them a tab is a part of a text. */
  #spacesOf({ start, indentEnd }: LayoutLine): number {
    return countSpaces(this.#source, this.#readUpTo + start, this.#readUpTo + indentEnd);
  }

  /** @param textColumn column of the line if it is one of a block scalar */
  #readLine(text: string, line: LayoutLine, textColumn: number): void {
    if (isDeeper(line, this.#column)) {
      if (this.#tail.kind === "text") this.#tail = { textColumn, ...this.#tail, isEmpty: false };
      else if (this.#tail.kind === "scalar") this.#tail = { textColumn, ...this.#tail };
      return;
    }
    if (this.#tail.kind === "text" && this.#isStrayWords(line, this.#tail.isEmpty)) {
      this.#tail = { ...this.#tail, isEmpty: false };
      return;
    }
    const { key, dashes, valueStart, contentEnd, contentStart, start, open } = line;
    this.#hasOpenMarks ||= open.quote !== undefined || open.brackets.length > 0;
    if (this.#tail.kind === "list" && dashes[0] !== undefined) {
      this.#dashColumn = dashes[0] - start;
      return;
    }
    if (isDeeper(line, this.#dashColumn) && isEntryOf(this.#tail, this.#kind, key?.name)) return;
    this.#dashColumn = Number.POSITIVE_INFINITY;
    const isEmpty = valueStart >= contentEnd;
    const isScalar = isBlockScalar(text, line);
    this.#column = (key?.start ?? dashes.at(-1) ?? contentStart) - start;
    if (isOpenText(text, line, keysAt(schemaPathOf(this.#kind)), isEmpty))
      this.#tail = { kind: "text", column: this.#column, isEmpty: isEmpty || isScalar };
    else if (isScalar) this.#tail = { kind: "scalar", column: this.#column };
    else if (key && isEmpty && takesList(schemaAt([...schemaPathOf(this.#kind), key.name])))
      this.#tail = { kind: "list", key: key.name };
    else {
      this.#tail = { kind: "other" };
      this.#column = Number.POSITIVE_INFINITY;
    }
  }

  /** True for a line of a text that is not indented below its key. */
  #isStrayWords({ key, dashes, indent }: LayoutLine, isFirst: boolean): boolean {
    const isKey = key !== undefined && keysAt(schemaPathOf(this.#kind)).includes(key.name);
    return !isKey && dashes.length === 0 && (isFirst || indent < this.#column);
  }
}

/** A tab is taken for any indentation. */
function isDeeper({ start, indentEnd, indent }: LayoutLine, column: number): boolean {
  return indent > column || (indentEnd - start > indent && column < Number.POSITIVE_INFINITY);
}

/** `notes:`, `notes: |`, `notes: | First line` and `Minutes: |` */
function isOpenText(
  text: string,
  { key, valueStart }: LayoutLine,
  keys: readonly string[],
  isEmpty: boolean,
): boolean {
  if (!key || !(isEmpty || /[|>]/.test(text[valueStart] ?? ""))) return false;
  return isMarkdownKey(key.name) || markdownKeyCorrection(key.name, keys, !isEmpty) !== undefined;
}

/** True if a line with this key after its dash, or without a key, can be an entry of the list. */
export function isEntryOf(tail: UnitTail, unit: UnitKind, name: string | undefined): boolean {
  if (tail.kind !== "list") return false;
  return name === undefined || keysAt([...schemaPathOf(unit), tail.key, 0]).includes(name);
}
