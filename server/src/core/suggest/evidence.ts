/** Extracts the evidence for themes from an item: words, word pairs and systems. */
import type { Vocabulary } from "../catalogue/vocabulary";
import { type StemmedWord, wordsOf } from "./stemmedWords";

type Where = "title" | "notes";

export interface Evidence {
  /** `registri`, `bare metal`, `@Harbor` for a system, `#security/aai` for a theme reference of a system */
  readonly key: string;
  /** its weight; 1 for a word in a title */
  readonly amount: number;
  /** as shown to the user: the words, or the system's name */
  readonly displayText: string;
  readonly where: Where;
  readonly isSystem: boolean;
}

/** Maximum UTF-16 units of a title, and of notes, that are used; the subject is named early. */
export const maxLearnedLength = 2000;

/** Evidence that every item has: the prior of the themes before any word is read. */
export const baselineEvidence: Evidence = {
  key: "",
  amount: 1,
  displayText: "",
  where: "title",
  isSystem: false,
};

export function evidenceIn(title: string, notes: string, vocabulary: Vocabulary): readonly Evidence[] {
  const titleEvidence = evidenceOf(title.slice(0, maxLearnedLength), "title", 1, vocabulary);
  const excerpt = notes.slice(0, maxLearnedLength);
  if (excerpt.trim() === "") return titleEvidence;
  const titleKeys = new Set(titleEvidence.map(({ key }) => key));
  const notesEvidence = evidenceOf(excerpt, "notes", 1, vocabulary).filter(({ key }) => !titleKeys.has(key));
  // in long notes each word has less weight
  const amount = Math.min(0.5, 3 / Math.sqrt(notesEvidence.length + 1));
  return [
    ...titleEvidence,
    ...notesEvidence.map((evidence) => ({ ...evidence, amount: evidence.amount * amount })),
  ];
}

function evidenceOf(text: string, where: Where, amount: number, vocabulary: Vocabulary): readonly Evidence[] {
  const words = wordsOf(text);
  const toEvidence = (key: string, displayText: string, share = 1, isSystem = false): Evidence => ({
    key,
    amount: amount * share,
    displayText,
    where,
    isSystem,
  });
  const pairs = words.slice(1).map((word, index) => {
    const previous = words[index] as StemmedWord;
    return toEvidence(`${previous.stem} ${word.stem}`, `${previous.original} ${word.original}`);
  });
  const systems = [...new Set(vocabulary.mentions(text).map(({ system }) => system))].flatMap(
    ({ name, themes }) => [
      toEvidence(`@${name}`, name, 1, true),
      ...themes.flatMap((ref, rank) => {
        const theme = ref.split("/")[0] ?? ref;
        const refs = theme === ref ? [theme] : [theme, ref];
        return refs.map((reference) => toEvidence(`#${reference}`, name, 1 / (rank + 1), true));
      }),
    ],
  );
  return distinct([
    ...systems,
    ...pairs,
    ...words.map(({ stem, original: displayText }) => toEvidence(stem, displayText)),
  ]);
}

/** Removes duplicates; keeps the larger amount. */
function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const byKey = new Map<string, Evidence>();
  for (const item of evidence)
    if (item.amount > (byKey.get(item.key)?.amount ?? 0)) byKey.set(item.key, item);
  return [...byKey.values()];
}
