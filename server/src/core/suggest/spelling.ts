import { distance } from "fastest-levenshtein";

/** Shorter words have too many neighbours to be sure of what was meant. */
const shortest = 7;

/** Finds what a misspelt long word was meant to be, among words that are known. */
export class Spelling {
  /** by first letter */
  readonly #words = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < shortest - 1 || !/^\p{L}+$/u.test(word)) continue;
      const first = word.charAt(0);
      this.#words.set(first, [...(this.#words.get(first) ?? []), word]);
    }
  }

  /** @returns the nearest known word, one edit away, or two in a word of ten letters; nothing where there is none */
  correct(word: string): string | undefined {
    if (word.length < shortest) return undefined;
    const limit = word.length >= 10 ? 2 : 1;
    let best: string | undefined;
    let edits = limit + 1;
    for (const known of this.#words.get(word.charAt(0)) ?? []) {
      if (Math.abs(known.length - word.length) >= edits) continue;
      const needed = distance(word, known);
      if (needed < edits) [best, edits] = [known, needed];
    }
    return best;
  }
}
