import { distance } from "fastest-levenshtein";

/** Shorter words have too many neighbours to be sure of what was meant. */
const shortest = 7;

/** Words of one first letter and length that are compared with a misspelt one. */
const mostAlike = 500;

/** Finds what a misspelt long word was meant to be, among words that are known. */
export class Spelling {
  /** by first letter and length */
  readonly #words = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < shortest - 1 || !/^\p{L}+$/u.test(word)) continue;
      const key = keyOf(word, word.length);
      const alike = this.#words.get(key);
      if (!alike) this.#words.set(key, [word]);
      else if (alike.length < mostAlike) alike.push(word);
    }
  }

  /** @returns the nearest known word, one edit away, or two in a word of ten letters; nothing where there is none */
  correct(word: string): string | undefined {
    if (word.length < shortest) return undefined;
    const limit = word.length >= 10 ? 2 : 1;
    let best: string | undefined;
    let edits = limit + 1;
    for (const length of lengthsNear(word.length, limit)) {
      if (Math.abs(length - word.length) >= edits) continue;
      for (const known of this.#words.get(keyOf(word, length)) ?? []) {
        const needed = distance(word, known);
        if (needed < edits) [best, edits] = [known, needed];
      }
    }
    return best;
  }
}

function keyOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

/** Those nearest first. */
function lengthsNear(length: number, limit: number): readonly number[] {
  const steps = Array.from({ length: limit }, (_, at) => [length - at - 1, length + at + 1]);
  return [length, ...steps.flat()];
}
