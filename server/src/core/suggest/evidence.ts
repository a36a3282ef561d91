/** What in an item may speak for a theme: its words, pairs of words, and the systems it names. */
import type { Vocabulary } from "../catalogue/vocabulary";
import { type Word, wordsOf } from "./words";

type Where = "title" | "notes";

export interface Evidence {
  /** `registri`, `bare metal`, `@Harbor` for a system, `#security/aai` for what a system speaks for */
  readonly key: string;
  /** how much of it there is; 1 for a word in a title */
  readonly amount: number;
  /** as a reader sees it: the words, or the system's name */
  readonly spelt: string;
  readonly where: Where;
  readonly isSystem: boolean;
}

/** UTF-16 units of a title, and of notes, that are looked at; what a talk is about is said early. */
export const maxRead = 2000;

/** That there is an item at all: what most items are about, before a word of them is read. */
export const anyItem: Evidence = { key: "", amount: 1, spelt: "", where: "title", isSystem: false };

export function evidenceIn(title: string, notes: string, vocabulary: Vocabulary): readonly Evidence[] {
  const own = evidenceOf(title.slice(0, maxRead), "title", 1, vocabulary);
  const excerpt = notes.slice(0, maxRead);
  if (excerpt.trim() === "") return own;
  const known = new Set(own.map(({ key }) => key));
  const further = evidenceOf(excerpt, "notes", 1, vocabulary).filter(({ key }) => !known.has(key));
  // long notes have many words, of which each says less
  const amount = Math.min(0.5, 3 / Math.sqrt(further.length + 1));
  return [...own, ...further.map((evidence) => ({ ...evidence, amount: evidence.amount * amount }))];
}

function evidenceOf(text: string, where: Where, amount: number, vocabulary: Vocabulary): readonly Evidence[] {
  const words = wordsOf(text);
  const of = (key: string, spelt: string, share = 1, isSystem = false): Evidence => ({
    key,
    amount: amount * share,
    spelt,
    where,
    isSystem,
  });
  const pairs = words.slice(1).map((word, index) => {
    const before = words[index] as Word;
    return of(`${before.stem} ${word.stem}`, `${before.spelt} ${word.spelt}`);
  });
  const systems = [...new Set(vocabulary.mentions(text).map(({ system }) => system))].flatMap(
    ({ name, themes }) => [
      of(`@${name}`, name, 1, true),
      ...themes.flatMap((ref, rank) => {
        const theme = ref.split("/")[0] ?? ref;
        const refs = theme === ref ? [theme] : [theme, ref];
        return refs.map((one) => of(`#${one}`, name, 1 / (rank + 1), true));
      }),
    ],
  );
  return distinct([...systems, ...pairs, ...words.map(({ stem, spelt }) => of(stem, spelt))]);
}

/** Of what occurs twice the greater amount. */
function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const byKey = new Map<string, Evidence>();
  for (const one of evidence) if (one.amount > (byKey.get(one.key)?.amount ?? 0)) byKey.set(one.key, one);
  return [...byKey.values()];
}
