/** The quotes and brackets that a value opens and does not close on its line, and where the comment begins. */
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
  /** a quote that is not closed; what is behind it, up to a comment, is its text */
  readonly quote?: Mark;
  /** the first bracket that one of the other kind closes: `{title: x, themes: [sec}` */
  readonly mismatch?: { readonly opened: Mark; readonly at: number };
  /** closing brackets of which none is open on this line */
  readonly closesAbove: number;
  /** offset of the `#`; the end of the line without a comment */
  readonly commentStart: number;
}

/**
 * @param value from its first character to the end of its line, a comment behind it included
 * @param isFlow true where brackets are open above: then a plain word is one of their entries. Else quotes and brackets
 * count in a value that begins with one of them, and are letters in a plain one
 */
export function readMarks(text: string, value: Range, isFlow = false): OpenMarks {
  if (!isFlow && !/["'[{]/.test(text[value.start] ?? ""))
    return { brackets: [], closesAbove: 0, commentStart: commentStartFrom(text, value.start, value.end) };
  return new MarkReader(text, value).read();
}

/** Offset of the first `#` at `from` or behind it that begins a comment, quotes disregarded; `end` without one. */
export function commentStartFrom(text: string, from: number, end: number): number {
  const line = text.slice(from, end);
  for (let at = line.indexOf("#"); at >= 0; at = line.indexOf("#", at + 1))
    if (isCommentAt(text, from + at)) return from + at;
  return end;
}

/** True for a `#` at the start of a line or behind a space or a tab. */
export function isCommentAt(text: string, at: number): boolean {
  return text[at] === "#" && /^[ \t\n\uFEFF]?$/.test(text[at - 1] ?? "");
}

/** A line, or the end of one, without its comment and the white space there. */
export function withoutComment(line: string): string {
  return line.slice(0, commentStartFrom(line, 0, line.length)).trimEnd();
}

/** Offset of the quote that closes the one at `at`; undefined where it is not closed before `end`. */
export function closingQuote(text: string, at: number, end = text.length): number | undefined {
  const quote = text[at];
  for (let next = at + 1; next < end; next++) {
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
    while (at < this.#value.end && !isCommentAt(this.#text, at)) at = this.#next(at);
    return {
      brackets: this.#brackets,
      ...(this.#quote && { quote: this.#quote }),
      ...(this.#mismatch && { mismatch: this.#mismatch }),
      closesAbove: this.#closesAbove,
      commentStart: this.#quote ? commentStartFrom(this.#text, this.#quote.at, this.#value.end) : at,
    };
  }

  /** @returns the offset to go on from */
  #next(at: number): number {
    const char = this.#text[at] ?? "";
    if ((char === '"' || char === "'") && this.#isApart(at)) return this.#behindQuote({ char, at });
    if (char === "[" || char === "{") this.#brackets.push({ char, at });
    else if (char === "]" || char === "}") this.#close(char, at);
    return at + 1;
  }

  #behindQuote(quote: Mark): number {
    const end = closingQuote(this.#text, quote.at, this.#value.end);
    if (end === undefined) this.#quote = quote;
    return end === undefined ? this.#value.end : end + 1;
  }

  /** True where a value may begin: in the middle of a word a quote is a letter. */
  #isApart(at: number): boolean {
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
