/** Everything the catalogue knows, as labelled texts to learn from. */
import type { Example, Theme, Topic, Word } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";

export interface Labelled {
  readonly title: string;
  readonly notes?: string;
  /** references, the one that fits best in front; none where it is about no theme */
  readonly themes: readonly string[];
  /** 1 for a title somebody wrote */
  readonly weight: number;
  /** a title, not a word or a name alone */
  readonly isItem: boolean;
}

export function labelledTexts({ catalogue }: Vocabulary): readonly Labelled[] {
  const subjects = catalogue.themes.flatMap((theme) => [
    ...subjectTexts(theme, theme.id),
    ...theme.topics.flatMap((topic) => subjectTexts(topic, `${theme.id}/${topic.id}`)),
  ]);
  const systems = catalogue.systems
    .filter(({ themes }) => themes.length > 0)
    .flatMap(({ name, summary, themes }): Labelled[] => [
      { title: name, themes, weight: 1, isItem: false },
      { title: summary, themes, weight: 0.2, isItem: false },
    ]);
  return [...subjects, ...systems, ...(catalogue.examples ?? []).map((example) => labelled(example, 1))];
}

/** An item that somebody tagged. */
export function labelled({ title, notes, themes }: Example, weight: number): Labelled {
  const refs = themes === "none" ? [] : themes;
  return { title, ...(notes !== undefined && { notes }), themes: refs, weight, isItem: true };
}

function subjectTexts({ title, summary, aliases = [], words = [] }: Theme | Topic, ref: string): Labelled[] {
  const text = (own: string, weight: number): Labelled => ({
    title: own,
    themes: [ref],
    weight,
    isItem: false,
  });
  return [
    text(title, 1),
    text(summary, 0.5),
    ...aliases.map((alias) => text(alias, 0.7)),
    ...words.map((word) => text(textOf(word), 0.5 * weightOf(word))),
  ];
}

function textOf(word: Word): string {
  return typeof word === "string" ? word : word.text;
}

function weightOf(word: Word): number {
  return typeof word === "string" ? 1 : word.weight;
}
