/** Ranks themes for an untagged item, with the matched terms as reasons. */
import type { Example } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import type { Classifier } from "./classifier";
import { baselineEvidence, type Evidence, evidenceIn } from "./evidence";
import { adaptModels, adaptModelsInSteps, type Model, type Models, trainModelsInSteps } from "./models";
import { type Reason, reasonsFor } from "./reasons";
import { Spelling } from "./spelling";
import { compoundParts } from "./stemmedWords";
import { runToEnd, type Steps } from "./steps";

export interface Suggestion {
  /** a theme's id */
  readonly theme: string;
  /** the id of one of its topics, where the evidence is that specific */
  readonly topic?: string;
  /** probability, 0 to 1; the remainder belongs to other themes and to none */
  readonly score: number;
  /** probability of this theme from the evidence for it alone */
  readonly independentScore: number;
  /** the matched terms, strongest first */
  readonly reasons: readonly Reason[];
}

/** Probability thresholds; `docs/suggestions.md` explains how they were set. */
const thresholds = {
  /** all themes together: below it nothing is suggested */
  anyTheme: 0.7,
  /** the independent score of a second theme that is suggested together with the first */
  secondTheme: 0.8,
  /** a further theme that is listed */
  displayed: 0.02,
  /** of a topic within its theme */
  topic: 0.6,
  /** the suggested themes, for bulk tagging */
  bulkTag: 0.7,
} as const;

/** maximum number of unknown words and pairs per item that are spell-checked */
const maxCorrectedTerms = 400;

/** The maximum log odds that one evidence item may subtract, and the prior log odds against any theme. */
const maxCounterEvidence = 0.5;
const priorLogOdds = 1;

export class Suggester {
  readonly #vocabulary: Vocabulary;
  #models: Models | undefined;
  /** the training that is running or done */
  #training: Steps<Models> | undefined;
  #examples: readonly Example[] = [];
  #adaptedModels: Models | undefined;
  #spelling: Spelling | undefined;
  #cachedAnswers = new WeakMap<object, boolean>();

  /** @param models trained models of the same catalogue; trained on first use if undefined */
  constructor(vocabulary: Vocabulary, models?: Models) {
    this.#vocabulary = vocabulary;
    this.#models = models;
  }

  /** @param examples items that the group has tagged; they take precedence over the catalogue */
  train(examples: readonly Example[]): void {
    this.#setExamples(examples, undefined);
  }

  /** Trains on the catalogue incrementally; until it is done there are no suggestions. */
  *trainModelsInSteps(): Steps<Models> {
    this.#training ??= trainModelsInSteps(this.#vocabulary);
    while (!this.#models) {
      // concurrent callers share the training
      const step = this.#training.next();
      if (step.done) this.#models ??= step.value;
      else yield;
    }
    return this.#models;
  }

  /** Like `train`, but trains incrementally; until it is done the previous suggestions stay in use. */
  *trainInSteps(examples: readonly Example[]): Steps<void> {
    const models = yield* this.trainModelsInSteps();
    const adaptedModels =
      examples.length === 0 ? models : yield* adaptModelsInSteps(models, examples, this.#vocabulary);
    this.#setExamples(examples, adaptedModels);
  }

  #setExamples(examples: readonly Example[], adaptedModels: Models | undefined): void {
    this.#examples = examples;
    this.#adaptedModels = adaptedModels;
    this.#spelling = undefined;
    this.#cachedAnswers = new WeakMap();
  }

  /**
   * A cached answer about an object, invalidated when the training examples change.
   * @param compute returns undefined if the answer is deferred
   */
  cachedAnswer(subject: object, compute: () => boolean | undefined): boolean | undefined {
    const cached = this.#cachedAnswers.get(subject);
    if (cached !== undefined) return cached;
    const answer = compute();
    if (answer !== undefined) this.#cachedAnswers.set(subject, answer);
    return answer;
  }

  /** Trains the models if they are not trained yet. */
  ensureTrained(): Models {
    this.#models ??= runToEnd(this.trainModelsInSteps());
    this.#adaptedModels ??=
      this.#examples.length === 0
        ? this.#models
        : adaptModels(this.#models, this.#examples, this.#vocabulary);
    return this.#adaptedModels;
  }

  /** The evidence that the classifier knows; unknown words are replaced by their corrections. */
  #knownEvidence(evidence: readonly Evidence[], { classifier }: Model): readonly Evidence[] {
    this.#spelling ??= new Spelling(classifier.keys());
    const spelling = this.#spelling;
    let unknownCount = 0;
    return evidence.flatMap((item) => {
      if (classifier.knows(item.key)) return [item];
      if (unknownCount++ >= maxCorrectedTerms) return [];
      return correctedTerms(item, spelling, classifier).map((key) => ({ ...item, key }));
    });
  }

  /**
   * @param title the item's title, question or topic
   * @param notes its Markdown, which has less weight
   * @returns at most three themes, best first; empty if none is confident enough or training is running
   */
  suggest(title: string, notes = ""): readonly Suggestion[] {
    if (this.#training && !this.#models) return [];
    const { themes, topics } = this.ensureTrained();
    const allEvidence = evidenceIn(title, notes, this.#vocabulary);
    const evidence = this.#knownEvidence(allEvidence, themes);
    const odds = oddsOf(evidence, themes);
    const sum = odds.reduce((total, themeOdds) => total + themeOdds, 0);
    const anyThemeProbability = sum / (1 + sum);
    if (anyThemeProbability < thresholds.anyTheme) return [];
    const probabilities = themes.classifier.probabilities([baselineEvidence, ...evidence]);
    const scale = anyThemeProbability / (1 - (probabilities[themes.labels.length] as number));
    const strongest = evidence.map((item) => strongestTheme(item, themes));
    const evidenceFor = (label: number): readonly Evidence[] =>
      evidence.filter((_, at) => strongest[at] === label);
    return themes.labels
      .map((theme, label) => ({
        theme,
        label,
        score: roundProbability((probabilities[label] as number) * scale),
        independentScore: roundProbability(probabilityBy(evidenceFor(label), label, themes)),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ theme, label, score, independentScore }) => {
        const topic = topicOf(allEvidence, topics.get(theme));
        const reasons = reasonsFor(evidence, themes.classifier, label);
        return { theme, ...(topic !== undefined && { topic }), score, independentScore, reasons };
      })
      .filter(({ reasons }) => reasons.length > 0);
  }
}

/** `theme` or `theme/topic`, as written in a file. */
export function refOf({ theme, topic }: Pick<Suggestion, "theme" | "topic">): string {
  return topic === undefined ? theme : `${theme}/${topic}`;
}

/** The best suggestion, and a second one if its independent score is high enough. */
export function combinedSuggestion(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const [best, ...otherSuggestions] = suggestions;
  if (!best) return [];
  const firstTerms = best.reasons.slice(0, 2).map(({ text }) => text);
  const [second] = otherSuggestions
    .filter(
      ({ independentScore, reasons }) =>
        independentScore >= thresholds.secondTheme && !firstTerms.includes(reasons[0]?.text ?? ""),
    )
    .sort((a, b) => b.independentScore - a.independentScore);
  return second ? [best, second] : [best];
}

/** Without suggestions below the display threshold. */
export function aboveDisplayThreshold(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions.filter(
    ({ score, independentScore }) =>
      score >= thresholds.displayed || independentScore >= thresholds.secondTheme,
  );
}

/** True if the suggested themes are confident enough for bulk tagging. */
export function isConfident(suggestions: readonly Suggestion[]): boolean {
  return combinedSuggestion(suggestions).reduce((sum, { score }) => sum + score, 0) >= thresholds.bulkTag;
}

/**
 * For each theme the odds that the item is about it rather than about none. Evidence against a theme has
 * limited weight: a summary of a workshop on GitOps is still about GitOps.
 */
function oddsOf(evidence: readonly Evidence[], model: Model): readonly number[] {
  if (evidence.length === 0) return model.labels.map(() => 0);
  return model.labels.map((_, label) => Math.exp(logOddsOf(evidence, label, model)));
}

/** The probability of a theme against none, from some evidence alone. */
function probabilityBy(evidence: readonly Evidence[], label: number, model: Model): number {
  return 1 / (1 + Math.exp(-logOddsOf(evidence, label, model)));
}

/** Log odds of a theme against no theme. */
function logOddsOf(evidence: readonly Evidence[], label: number, { labels, classifier }: Model): number {
  const noneLabel = labels.length;
  return evidence
    .map((item) =>
      Math.max(classifier.logOddsBetween(item, label, noneLabel), -maxCounterEvidence * item.amount),
    )
    .reduce(
      (total, logOdds) => total + logOdds,
      classifier.logOddsBetween(baselineEvidence, label, noneLabel) - priorLogOdds,
    );
}

/** Corrections of an unknown word: its parts, or the word that it misspells. */
function correctedTerms(
  { key, displayText }: Evidence,
  spelling: Spelling,
  classifier: Classifier,
): readonly string[] {
  if (!/^[\p{L}\p{N}]+$/u.test(key)) return [];
  const parts = compoundParts(displayText).filter((part) => classifier.knows(part));
  if (parts.length > 0) return parts;
  return [spelling.correct(key) ?? []].flat();
}

/** The theme with the highest log odds for one evidence item. */
function strongestTheme(item: Evidence, { labels, classifier }: Model): number {
  const noneLabel = labels.length;
  const logOdds = labels.map((_, label) => classifier.logOddsBetween(item, label, noneLabel));
  return logOdds.indexOf(Math.max(...logOdds));
}

/** Rounded to a thousandth, at least 0.001. */
function roundProbability(probability: number): number {
  return Math.max(0.001, Math.round(probability * 1000) / 1000);
}

function topicOf(evidence: readonly Evidence[], model: Model | undefined): string | undefined {
  if (!model) return undefined;
  const probabilities = model.classifier.probabilities(evidence);
  const best = model.labels.reduce(
    (bestIndex, _, at) =>
      (probabilities[at] as number) > (probabilities[bestIndex] as number) ? at : bestIndex,
    0,
  );
  return (probabilities[best] as number) >= thresholds.topic ? model.labels[best] : undefined;
}
