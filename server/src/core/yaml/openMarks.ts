/** Finds the quotes and brackets that a value leaves open on its line, and the start of the comment. */
import type { Range } from "../text/range";

/** A quote or an opening bracket. */
export interface Mark {
  readonly char: string;
  /** its offset in the text */
  readonly at: number;
}

export interface OpenMarks {
  /** brackets, the outermost first */
  readonly brackets: readonly Mark[];
  /** an unclosed quote; the text after it, up to a comment, is its content */
  readonly quote?: Mark;
  /** the first bracket that is closed by one of the other kind: `{title: x, themes: [sec}` */
  readonly mismatch?: { readonly opened: Mark; readonly at: number };
  /** number of closing brackets without an opening bracket on this line */
  readonly closesAbove: number;
  /** offset of the `#`; the end of the line without a comment */
  readonly commentStart: number;
}

/**
 * @param value from its first character to the end of its line, including a comment
 * @param isFlow true if brackets are open above: then a plain word is one of their entries. Otherwise quotes and brackets
 *   count only in a value that begins with one of them; in a plain scalar they are ordinary characters
 */
export function readMarks(text: string, value: Range, isFlow = false): OpenMarks {
  if (!isFlow && !/["'[{]/.test(text[value.start] ?? ""))
    return { brackets: [], closesAbove: 0, commentStart: commentStartFrom(text, value.start, value.end) };
  return new MarkReader(text, value).read();
}

/** Offset of the first `#` at or after `from` that begins a comment, ignoring quotes; `end` if there is no comment. */
export function commentStartFrom(text: string, from: number, end: number): number {
  const line = text.slice(from, end);
  for (let at = line.indexOf("#"); at >= 0; at = line.indexOf("#", at + 1))
    if (isCommentAt(text, from + at)) return from + at;
  return end;
}

/** True for a `#` at the start of a line or after a space or a tab. */
export function isCommentAt(text: string, at: number): boolean {
  return text[at] === "#" && /^[ \t\n\uFEFF]?$/.test(text[at - 1] ?? "");
}

/** A line, or the end of one, without its comment and the white space there. */
export function withoutComment(line: string): string {
  return line.slice(0, commentStartFrom(line, 0, line.length)).trimEnd();
}

/** Offset of the closing quote for the opening quote at `at`; undefined if it is not closed before `end`. */
export function closingQuote(text: string, at: number, end = text.length): number | undefined {
  return closingQuoteFrom(text, at + 1, text[at], end);
}

/** Offset of the first `quote` at or after `from` that is not escaped; undefined if there is none before `end`. */
export function closingQuoteFrom(
  text: string,
  from: number,
  quote: string | undefined,
  end: number,
): number | undefined {
  for (let next = from; next < end; next++) {
    const isEscape = quote === '"' ? text[next] === "\\" : text[next] === quote && text[next + 1] === quote;
    if (isEscape) next++;
    else if (text[next] === quote) return next;
  }
  return undefined;
}

class MarkReader {
  readonly #text: string;
  readonly #value: Range;
  readonly #brackets: Mark[] = [];
  #quote: Mark | undefined;
  #mismatch: OpenMarks["mismatch"];
  #closesAbove = 0;

  constructor(text: string, value: Range) {
    this.#text = text;
    this.#value = value;
  }

  read(): OpenMarks {
    let at = this.#value.start;
    while (at < this.#value.end && !isCommentAt(this.#text, at)) at = this.#readMark(at);
    return {
      brackets: this.#brackets,
      ...(this.#quote && { quote: this.#quote }),
      ...(this.#mismatch && { mismatch: this.#mismatch }),
      closesAbove: this.#closesAbove,
      commentStart: this.#quote ? commentStartFrom(this.#text, this.#quote.at, this.#value.end) : at,
    };
  }

  /** @returns the next offset to read */
  #readMark(at: number): number {
    const char = this.#text[at] ?? "";
    if ((char === '"' || char === "'") && this.#canStartValue(at)) return this.#readQuoted({ char, at });
    if (char === "[" || char === "{") this.#brackets.push({ char, at });
    else if (char === "]" || char === "}") this.#close(char, at);
    return at + 1;
  }

  #readQuoted(quote: Mark): number {
    const end = closingQuote(this.#text, quote.at, this.#value.end);
    if (end === undefined) this.#quote = quote;
    return end === undefined ? this.#value.end : end + 1;
  }

  /** True if a value can begin here; within a word a quote is an ordinary character. */
  #canStartValue(at: number): boolean {
    return at === this.#value.start || /[\s[{,:]/.test(this.#text[at - 1] ?? " ");
  }

  #close(char: string, at: number): void {
    const opened = this.#brackets.pop();
    if (!opened) this.#closesAbove++;
    else if (closerOf(opened) !== char) this.#mismatch ??= { opened, at };
  }
}

/** The bracket that closes an opening one. */
export function closerOf({ char }: Mark): string {
  return char === "[" ? "]" : "}";
}
