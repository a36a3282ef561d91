import { distance } from "fastest-levenshtein";

/** Maximum number of letters that are wrong, of a word of three letters and more. */
const maxWrong = 2;

/** A clause for a message about an unknown word: `did you mean render?`, or `otherwise` if no word is near. */
export function didYouMean(written: string, words: readonly string[], otherwise: string): string {
  const proposal = closestWord(written, words);
  return proposal === undefined ? otherwise : `did you mean ${proposal}?`;
}

/** @returns the word that is probably meant; undefined if none is near */
export function closestWord(written: string, words: readonly string[]): string | undefined {
  const near = words
    .map((word) => ({ word, wrong: distance(written.toLowerCase(), word) }))
    .filter(({ word, wrong }) => wrong <= Math.min(maxWrong, word.length - 1))
    .sort((a, b) => a.wrong - b.wrong);
  return near[0]?.word;
}
