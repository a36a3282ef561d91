import { distance } from "fastest-levenshtein";

/** Shorter words are not corrected: they have too many close words. */
const minCorrectedLength = 7;

/** Maximum number of words with the same first letter and length that are compared. */
const maxComparedWords = 500;

/** Corrects misspelt long words to known ones. */
export class Spelling {
  /** by first letter and length */
  readonly #wordsByKey = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < minCorrectedLength - 1 || !/^\p{L}+$/u.test(word)) continue;
      const key = keyOf(word, word.length);
      const sameKey = this.#wordsByKey.get(key);
      if (!sameKey) this.#wordsByKey.set(key, [word]);
      else if (sameKey.length < maxComparedWords) sameKey.push(word);
    }
  }

  /**
   * @returns the closest known word within one edit, or two from ten letters on; undefined if there is none
   */
  correct(word: string): string | undefined {
    if (word.length < minCorrectedLength) return undefined;
    const limit = word.length >= 10 ? 2 : 1;
    let best: string | undefined;
    let edits = limit + 1;
    for (const length of lengthsNear(word.length, limit)) {
      if (Math.abs(length - word.length) >= edits) continue;
      for (const candidate of this.#wordsByKey.get(keyOf(word, length)) ?? []) {
        const needed = distance(word, candidate);
        if (needed < edits) [best, edits] = [candidate, needed];
      }
    }
    return best;
  }
}

function keyOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

/** Lengths within the limit, closest first. */
function lengthsNear(length: number, limit: number): readonly number[] {
  const steps = Array.from({ length: limit }, (_, at) => [length - at - 1, length + at + 1]);
  return [length, ...steps.flat()];
}
