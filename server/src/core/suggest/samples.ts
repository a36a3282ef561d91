/** The labelled training texts of a catalogue. */
import { type Example, type Theme, type Topic, type Word, wordText } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";

export interface LabelledText {
  readonly title: string;
  readonly notes?: string;
  /** theme references, best match first; empty if it is about no theme */
  readonly themes: readonly string[];
  /** 1 for the title of a real item */
  readonly weight: number;
  /** true for a title, false for a single word or name */
  readonly isItem: boolean;
}

export function labelledTexts({ catalogue }: Vocabulary): readonly LabelledText[] {
  const subjects = catalogue.themes.flatMap((theme) => [
    ...subjectTexts(theme, theme.id),
    ...theme.topics.flatMap((topic) => subjectTexts(topic, `${theme.id}/${topic.id}`)),
  ]);
  const systems = catalogue.systems
    .filter(({ themes }) => themes.length > 0)
    .flatMap(({ name, summary, themes }): LabelledText[] => [
      { title: name, themes, weight: 1, isItem: false },
      { title: summary, themes, weight: 0.2, isItem: false },
    ]);
  return [
    ...subjects,
    ...systems,
    ...(catalogue.examples ?? []).map((example) => labelledExample(example, 1)),
  ];
}

/** A labelled text from a tagged item. */
export function labelledExample({ title, notes, themes }: Example, weight: number): LabelledText {
  const refs = themes === "none" ? [] : themes;
  return { title, ...(notes !== undefined && { notes }), themes: refs, weight, isItem: true };
}

function subjectTexts(
  { title, summary, aliases = [], words = [] }: Theme | Topic,
  ref: string,
): LabelledText[] {
  const labelledText = (sampleTitle: string, weight: number): LabelledText => ({
    title: sampleTitle,
    themes: [ref],
    weight,
    isItem: false,
  });
  return [
    labelledText(title, 1),
    labelledText(summary, 0.5),
    ...aliases.map((alias) => labelledText(alias, 0.7)),
    ...words.map((word) => labelledText(wordText(word), 0.5 * wordWeight(word))),
  ];
}

function wordWeight(word: Word): number {
  return typeof word === "string" ? 1 : word.weight;
}
