/** Ranks the themes an untagged item may belong to, with the words that gave them away. */
import MiniSearch from "minisearch";
import type { Word } from "./catalogue";
import type { Vocabulary } from "./vocabulary";

export interface Suggestion {
  /** `theme` or `theme/topic` */
  readonly theme: string;
  /** 0 to 1, comparable within one item */
  readonly score: number;
  /** the words and systems that matched, strongest first */
  readonly matched: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly names: string;
  readonly words: string;
}

const noise = new Set(
  "a an and are as at by can do for from has have how i if in into is it its more my new not of on or our own that the their these this to up use used using via we what when where which who why will with you your k8s kubernetes update updates status report talk overview introduction intro keynote summary discussion plans plan news lessons learned experience experiences".split(
    " ",
  ),
);
/** A score below this convinces nobody; chosen on the project's own titles. */
const threshold = 5;

export class Suggester {
  readonly #vocabulary: Vocabulary;
  readonly #index: MiniSearch<Entry>;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#index = new MiniSearch<Entry>({
      fields: ["title", "names", "words"],
      tokenize: wordsOf,
      processTerm: termOf,
      searchOptions: {
        boost: { title: 2, names: 2 },
        prefix: false,
        fuzzy: (term) => (term.length > 7 ? 0.15 : false),
      },
    });
    this.#index.addAll(
      vocabulary.catalogue.themes.map((theme) => ({
        id: theme.id,
        title: [theme.title, ...theme.topics.map((topic) => topic.title)].join(" . "),
        names: [theme, ...theme.topics].flatMap((subject) => subject.aliases ?? []).join(" . "),
        words: [theme, ...theme.topics]
          .flatMap((subject) => subject.words ?? [])
          .map(repeated)
          .join(" . "),
      })),
    );
  }

  /**
   * @param title the item's title, question or topic; `notes` its Markdown, which counts for less
   * @returns the themes best first; empty where nothing is convincing
   */
  suggest(title: string, notes = ""): readonly Suggestion[] {
    const scores = new Map<string, { score: number; matched: Map<string, number> }>();
    const add = (theme: string, score: number, word: string): void => {
      const entry = scores.get(theme) ?? { score: 0, matched: new Map<string, number>() };
      entry.score += score;
      entry.matched.set(word, Math.max(score, entry.matched.get(word) ?? 0));
      scores.set(theme, entry);
    };
    for (const [text, share] of [
      [title, 1],
      [notes.slice(0, 2000), 0.3],
    ] as const) {
      const spelt = new Map(wordsOf(text).map((word) => [termOf(word) ?? "", word]));
      for (const { id, score, queryTerms } of this.#index.search(text)) {
        for (const term of queryTerms)
          add(String(id), (score * share) / queryTerms.length, spelt.get(term) ?? term);
      }
      const named = new Map(this.#vocabulary.mentions(text).map(({ system }) => [system.name, system]));
      for (const system of named.values()) {
        for (const [rank, ref] of system.themes.entries()) {
          add(ref.split("/")[0] ?? ref, (12 * share) / (rank + 1), system.name);
        }
      }
    }
    const ranked = [...scores].map(([theme, { score, matched }]) => ({ theme, score, matched }));
    return ranked
      .filter(({ score }) => score >= threshold)
      .sort((a, b) => b.score - a.score || (a.theme < b.theme ? -1 : 1))
      .slice(0, 3)
      .map(({ theme, score, matched }) => ({
        theme,
        score: Math.round((score / (score + threshold)) * 100) / 100,
        matched: [...matched]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 5)
          .map(([word]) => word),
      }));
  }
}

/** Words as they are written; `k8s`, `x.509` and `bare-metal` are one each. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** What a word is looked up by; nothing for words that say nothing. */
function termOf(word: string): string | null {
  const lower = word.toLowerCase();
  return noise.has(lower) ? null : singular(lower);
}

function repeated(word: Word): string {
  return typeof word === "string"
    ? word
    : Array(Math.max(1, Math.round(word.weight)))
        .fill(word.text)
        .join(" . ");
}

function singular(term: string): string {
  return term.length > 4 && term.endsWith("s") && !term.endsWith("ss") ? term.slice(0, -1) : term;
}
