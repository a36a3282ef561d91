/** Finds comments that an edit makes text, each at its own place and in their order. */
import { quoteClass } from "../text/lookAlikes";
import type { Edit } from "../text/range";

const closingQuote = new RegExp(`[${quoteClass}]$`);

/** Maximum UTF-16 units that one comparison searches; an edit that needs more is refused. */
const maxSearched = 20_000_000;

export class CommentFinder {
  readonly #blockScalars: readonly SearchedText[];
  readonly #writtenTexts: readonly SearchedText[];
  readonly #wholeTexts: ReadonlySet<string>;
  /** the numbers that edits write as counts of answers */
  readonly #counts: string[];
  #searchableLeft = maxSearched;

  /**
   * @param blockScalars of the new text
   * @param edits that may write comments in quotes, as lines of a block, or as a value, `[security]`
   */
  constructor(blockScalars: readonly string[], edits: readonly Edit[]) {
    this.#blockScalars = blockScalars.map((text) => ({ text, from: 0 }));
    this.#writtenTexts = edits.flatMap(({ text }) =>
      /["']|^ \|/.test(text) ? [{ text: withoutEscapes(text), from: 0 }] : [],
    );
    this.#wholeTexts = new Set(edits.map(({ text }) => text));
    this.#counts = edits.flatMap(({ text }) =>
      Array.from(text.matchAll(/, count: (\d{1,9})\}/g), ([, count = ""]) => count),
    );
  }

  /** @param comment with one space after its `#`; two equal comments must be found at two places */
  takes(comment: string): boolean {
    const words = comment.slice("# ".length);
    // the quote at the end of `“Rucio #42”` becomes a straight one
    const unquoted = words.replace(closingQuote, "");
    if (this.#wholeTexts.has(unquoted) || this.#wholeTexts.has(`[${unquoted}]`)) return true;
    return (
      this.#takesCount(words) ||
      this.#writtenTexts.some((searched) => this.#find(searched, unquoted)) ||
      this.#blockScalars.some((searched) => this.#find(searched, words))
    );
  }

  /** `Kubernetes: #12` as `{answer: Kubernetes, count: 12}` */
  #takesCount(words: string): boolean {
    const at = this.#counts.indexOf(words);
    if (at >= 0) this.#counts.splice(at, 1);
    return at >= 0;
  }

  /** Searches for the words after a `#`, after those that were found before. */
  #find(searched: SearchedText, words: string): boolean {
    const { text } = searched;
    let at = searched.from;
    while (at <= text.length && this.#searchableLeft > 0) {
      const found = text.indexOf(words, at);
      this.#searchableLeft -= (found < 0 ? text.length : found) - at + 1;
      if (found < 0) return false;
      if (isBehindMark(text, found)) {
        searched.from = found + words.length;
        return true;
      }
      at = found + 1;
    }
    return false;
  }
}

interface SearchedText {
  readonly text: string;
  /** offset after the last comment that was found */
  from: number;
}

function isBehindMark(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  return text[at - 1] === "#";
}

function withoutEscapes(text: string): string {
  return text.includes("''") ? text.replaceAll("''", "'") : text.replaceAll(/\\(?=["\\])/g, "");
}
