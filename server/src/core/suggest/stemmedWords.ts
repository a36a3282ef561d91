/** Splits a title or notes into words, each with its stem. */
import { stemmer } from "stemmer";

export interface StemmedWord {
  /** lower case, stemmed: `registri` for `Registries` */
  readonly stem: string;
  /** as written in the text */
  readonly original: string;
}

/** Stop words. */
const stopWords = new Set(
  `a about after all also among an and any are as at be been before being between both but by can could did do does
  doing down during each for from had has have how i if in into is it its just let like may me more most much must my
  new no not now of off on one only onto or other our out over own per s same should so some still such than that the
  their them then there these they this those through to too towards toward under until up us use used user users using
  very via vs was way we well were what when where which while who whose why will with within without would you your`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** The canonical form of common abbreviations. */
const canonicalForms: Readonly<Record<string, string>> = {
  k8s: "kubernetes",
  k8: "kubernetes",
  kube: "kubernetes",
};

/**
 * `bare-metal` gives `bare` and `metal`, `CVMFS/CernVM-FS` gives `cvmfs` and `cernvm`, `x.509` gives `x509`;
 * numbers and noise are left out.
 */
export function wordsOf(text: string): readonly StemmedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu)].flatMap(([original]) => {
    const lower = original.toLowerCase().replaceAll(".", "");
    if (stopWords.has(lower) || !/\p{L}/u.test(lower) || lower.length < 2) return [];
    return [{ stem: stemmer(canonicalForms[lower] ?? lower), original }];
  });
}

/** The stems of the two words of `KubeDirector`; empty for a single word. */
export function compoundParts(word: string): readonly string[] {
  const parts = word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
  return parts.length < 2 ? [] : parts.flatMap((part) => wordsOf(part).map(({ stem }) => stem));
}
