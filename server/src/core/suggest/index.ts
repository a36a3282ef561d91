/** Ranks the themes an untagged item may belong to, with the words that gave them away. */
import type { Example } from "../catalogue";
import type { Vocabulary } from "../vocabulary";
import { Classifier } from "./classifier";
import { anyItem, type Evidence, evidenceIn } from "./evidence";
import { type Reason, reasonsFor } from "./reasons";
import { type Labelled, labelled, labelledTexts } from "./samples";

export interface Suggestion {
  /** a theme's id */
  readonly theme: string;
  /** the id of one of its topics, where the evidence is that specific */
  readonly topic?: string;
  /** probability, 0 to 1; what is missing to 1 goes to the other themes and to none */
  readonly score: number;
  /** what gave it away, strongest first */
  readonly reasons: readonly Reason[];
}

/** From these probabilities on; see `docs/suggestions.md` for how they are set. */
export interface Confidence {
  /** of all themes together: below it there is no suggestion */
  readonly any: number;
  /** of a second theme, to be proposed together with the first */
  readonly second: number;
  /** of a topic within its theme */
  readonly topic: number;
  /** of a theme, to be tagged unasked */
  readonly sure: number;
}

export const confidence: Confidence = { any: 0.5, second: 0.25, topic: 0.6, sure: 0.6 };

/** Log odds that one piece of evidence may take away, and that each item starts without. */
const mostAgainst = 0.5;
const doubt = 1;

const training = { rounds: 12, rate: 0.5, decay: 0.002 };
/** What a chair picked as a further theme counts for this much. */
const shareOfOthers = 0.4;
const weightOfArchive = 2;

export class Suggester {
  readonly #vocabulary: Vocabulary;
  #archive: readonly Example[] = [];
  #models: Models | undefined;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** @param archive items that the group has tagged before: its habits win over the catalogue's */
  remember(archive: readonly Example[]): void {
    if (archive.length === 0 && this.#archive.length === 0) return;
    this.#archive = archive;
    this.#models = undefined;
  }

  /** Learns what there is to learn, unless that is done: some ten milliseconds. */
  warm(): void {
    this.#models ??= learn(this.#vocabulary, this.#archive);
  }

  /**
   * @param title the item's title, question or topic; `notes` its Markdown, which counts for less
   * @returns three themes at most, best first; none where nothing is convincing
   */
  suggest(title: string, notes = ""): readonly Suggestion[] {
    this.warm();
    const { themes, topics } = this.#models as Models;
    const evidence = evidenceIn(title, notes, this.#vocabulary);
    if (!evidence.some(({ key }) => themes.classifier.knows(key))) return [];
    const chances = themes.classifier.probabilities([anyItem, ...evidence]);
    const any = chanceOfAny(evidence, themes);
    if (any < confidence.any) return [];
    const share = any / (1 - (chances[themes.labels.length] as number));
    return themes.labels
      .map((theme, label) => ({ theme, label, score: (chances[label] as number) * share }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ theme, label, score }) => {
        const topic = topicOf(evidence, topics.get(theme));
        return {
          theme,
          ...(topic !== undefined && { topic }),
          score: Math.round(score * 1000) / 1000,
          reasons: reasonsFor(evidence, themes.classifier, label),
        };
      });
  }
}

/** `theme` or `theme/topic`, as a file has it. */
export function refOf({ theme, topic }: Suggestion): string {
  return topic === undefined ? theme : `${theme}/${topic}`;
}

/** The first, and the second with it where both are well supported. */
export function together(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const [first, second] = suggestions;
  if (!first) return [];
  return second && second.score >= confidence.second ? [first, second] : [first];
}

/** True where the themes to propose are convincing enough to be taken unasked. */
export function isSure(suggestions: readonly Suggestion[]): boolean {
  return together(suggestions).reduce((sum, { score }) => sum + score, 0) >= confidence.sure;
}

interface Model {
  /** the last class, behind these labels, is none of them */
  readonly labels: readonly string[];
  readonly classifier: Classifier;
}

interface Models {
  readonly themes: Model;
  /** by theme */
  readonly topics: ReadonlyMap<string, Model>;
}

/**
 * How likely an item is about a theme at all. Words that speak against it count for little each: a summary
 * of a workshop on GitOps is still about GitOps.
 */
function chanceOfAny(evidence: readonly Evidence[], { labels, classifier }: Model): number {
  const none = labels.length;
  const odds = labels.reduce((sum, _, label) => {
    const leads = evidence.map((one) =>
      Math.max(classifier.lead(one, label, none), -mostAgainst * one.amount),
    );
    const start = classifier.lead(anyItem, label, none) - doubt;
    return sum + Math.exp(leads.reduce((total, lead) => total + lead, start));
  }, 0);
  return odds / (1 + odds);
}

function learn(vocabulary: Vocabulary, archive: readonly Example[]): Models {
  const texts = [
    ...labelledTexts(vocabulary),
    ...archive.map((example) => labelled(example, weightOfArchive)),
  ].map((text) => {
    const evidence = evidenceIn(text.title, text.notes ?? "", vocabulary);
    return { ...text, evidence: text.isItem ? [anyItem, ...evidence] : evidence };
  });
  const { themes } = vocabulary.catalogue;
  const topics = themes.map(({ id, topics: own }) => {
    const labels = own.map((topic) => topic.id);
    const about = texts.filter((text) => text.themes[0]?.split("/")[0] === id);
    return [
      id,
      train(labels, about, (ref) => (ref.startsWith(`${id}/`) ? ref.slice(id.length + 1) : undefined)),
    ] as const;
  });
  return {
    themes: train(
      themes.map(({ id }) => id),
      texts,
      (ref) => ref.split("/")[0],
    ),
    topics: new Map(topics),
  };
}

function train(
  labels: readonly string[],
  texts: readonly (Labelled & { readonly evidence: readonly Evidence[] })[],
  labelOf: (ref: string) => string | undefined,
): Model {
  const samples = texts.map(({ evidence, themes, weight }) => {
    const named = [...new Set(themes.map((ref) => labels.indexOf(labelOf(ref) ?? "")))].filter(
      (at) => at >= 0,
    );
    return { evidence, target: targetOf(named, labels.length), weight };
  });
  return { labels, classifier: new Classifier(labels.length + 1, samples, training) };
}

/** The first counts most; the others share the rest. */
function targetOf(named: readonly number[], none: number): ReadonlyMap<number, number> {
  const [first = none, ...others] = named;
  const rest = others.length > 0 ? shareOfOthers : 0;
  return new Map([[first, 1 - rest], ...others.map((label) => [label, rest / others.length] as const)]);
}

function topicOf(evidence: readonly Evidence[], model: Model | undefined): string | undefined {
  if (!model) return undefined;
  const chances = model.classifier.probabilities(evidence);
  const best = model.labels.reduce(
    (top, _, at) => ((chances[at] as number) > (chances[top] as number) ? at : top),
    0,
  );
  return (chances[best] as number) >= confidence.topic ? model.labels[best] : undefined;
}
