/** Ranks the themes an untagged item may belong to, with the words that gave them away. */
import type { Example } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import type { Classifier } from "./classifier";
import { anyItem, type Evidence, evidenceIn } from "./evidence";
import { adapt, adaptInSteps, learnInSteps, type Model, type Models } from "./models";
import { type Reason, reasonsFor } from "./reasons";
import { Spelling } from "./spelling";
import { finish, type Steps } from "./steps";
import { partsOf } from "./words";

export interface Suggestion {
  /** a theme's id */
  readonly theme: string;
  /** the id of one of its topics, where the evidence is that specific */
  readonly topic?: string;
  /** probability, 0 to 1; what is missing to 1 goes to the other themes and to none */
  readonly score: number;
  /** probability that the item is about this theme, by the words alone that speak for it most */
  readonly alone: number;
  /** what gave it away, strongest first */
  readonly reasons: readonly Reason[];
}

/** Probabilities from which on something is said; `docs/suggestions.md` tells how they were set. */
const confidence = {
  /** of all themes together: below it there is no suggestion */
  any: 0.7,
  /** of a second theme by itself, to be proposed together with the first */
  second: 0.8,
  /** of a further theme, to be shown to a person who has little time */
  shown: 0.02,
  /** of a topic within its theme */
  topic: 0.6,
  /** of what is proposed, to be tagged with many others at once */
  sure: 0.7,
} as const;

/** unknown words and pairs of an item that are compared with known ones */
const mostCorrected = 400;

/** Log odds that one piece of evidence may take away, and that each item starts without. */
const mostAgainst = 0.5;
const doubt = 1;

export class Suggester {
  readonly #vocabulary: Vocabulary;
  #learned: Models | undefined;
  /** learning that is under way, or done */
  #lesson: Steps<Models> | undefined;
  #archive: readonly Example[] = [];
  #adapted: Models | undefined;
  #spelling: Spelling | undefined;
  #kept = new WeakMap<object, boolean>();

  /** @param learned of the same catalogue before; learned from it at the first need where it is left out */
  constructor(vocabulary: Vocabulary, learned?: Models) {
    this.#vocabulary = vocabulary;
    this.#learned = learned;
  }

  /** @param archive items that the group has tagged before: its habits win over the catalogue's */
  remember(archive: readonly Example[]): void {
    this.#use(archive, undefined);
  }

  /** Learns the catalogue a step at a time; from its first step to its last there are no suggestions. */
  *learnInSteps(): Steps<Models> {
    this.#lesson ??= learnInSteps(this.#vocabulary);
    while (!this.#learned) {
      // two callers share the work
      const step = this.#lesson.next();
      if (step.done) this.#learned ??= step.value;
      else yield;
    }
    return this.#learned;
  }

  /** As `remember`, and learns what there is to learn a step at a time; until the end suggestions are as before. */
  *rememberInSteps(archive: readonly Example[]): Steps<void> {
    const learned = yield* this.learnInSteps();
    const adapted = archive.length === 0 ? learned : yield* adaptInSteps(learned, archive, this.#vocabulary);
    this.#use(archive, adapted);
  }

  #use(archive: readonly Example[], adapted: Models | undefined): void {
    this.#archive = archive;
    this.#adapted = adapted;
    this.#spelling = undefined;
    this.#kept = new WeakMap();
  }

  /**
   * What suggestions say of a subject: worked out once, and anew when there is another archive.
   * @param workOut gives nothing where it is left for later
   */
  kept(subject: object, workOut: () => boolean | undefined): boolean | undefined {
    const known = this.#kept.get(subject);
    if (known !== undefined) return known;
    const answer = workOut();
    if (answer !== undefined) this.#kept.set(subject, answer);
    return answer;
  }

  /** Learns what there is to learn, unless that is done; otherwise the first suggestion does. */
  warm(): Models {
    this.#learned ??= finish(this.learnInSteps());
    this.#adapted ??=
      this.#archive.length === 0 ? this.#learned : adapt(this.#learned, this.#archive, this.#vocabulary);
    return this.#adapted;
  }

  /** What is known of an item's words; misspelt ones stand for what they were meant to be. */
  #known(evidence: readonly Evidence[], { classifier }: Model): readonly Evidence[] {
    this.#spelling ??= new Spelling(classifier.keys());
    const spelling = this.#spelling;
    let unknown = 0;
    return evidence.flatMap((one) => {
      if (classifier.knows(one.key)) return [one];
      if (unknown++ >= mostCorrected) return [];
      return meantBy(one, spelling, classifier).map((key) => ({ ...one, key }));
    });
  }

  /**
   * @param title the item's title, question or topic; `notes` its Markdown, which counts for less
   * @returns three themes at most, best first; none where nothing is convincing, or learning is under way
   */
  suggest(title: string, notes = ""): readonly Suggestion[] {
    if (this.#lesson && !this.#learned) return [];
    const { themes, topics } = this.warm();
    const all = evidenceIn(title, notes, this.#vocabulary);
    const evidence = this.#known(all, themes);
    const odds = oddsOf(evidence, themes);
    const sum = odds.reduce((total, each) => total + each, 0);
    const any = sum / (1 + sum);
    if (any < confidence.any) return [];
    const chances = themes.classifier.probabilities([anyItem, ...evidence]);
    const share = any / (1 - (chances[themes.labels.length] as number));
    const best = evidence.map((one) => bestOf(one, themes));
    const own = (label: number): readonly Evidence[] => evidence.filter((_, at) => best[at] === label);
    return themes.labels
      .map((theme, label) => ({
        theme,
        label,
        score: round((chances[label] as number) * share),
        alone: round(chanceBy(own(label), label, themes)),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ theme, label, score, alone }) => {
        const topic = topicOf(all, topics.get(theme));
        const reasons = reasonsFor(evidence, themes.classifier, label);
        return { theme, ...(topic !== undefined && { topic }), score, alone, reasons };
      })
      .filter(({ reasons }) => reasons.length > 0);
  }
}

/** `theme` or `theme/topic`, as a file has it. */
export function refOf({ theme, topic }: Pick<Suggestion, "theme" | "topic">): string {
  return topic === undefined ? theme : `${theme}/${topic}`;
}

/** The first, and another with it where that is well supported by words of its own. */
export function together(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const [first, ...others] = suggestions;
  if (!first) return [];
  const known = first.reasons.slice(0, 2).map(({ text }) => text);
  const [second] = others
    .filter(({ alone, reasons }) => alone >= confidence.second && !known.includes(reasons[0]?.text ?? ""))
    .sort((a, b) => b.alone - a.alone);
  return second ? [first, second] : [first];
}

/** Without those that are far behind the first and not well supported by themselves. */
export function worthShowing(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions.filter(({ score, alone }) => score >= confidence.shown || alone >= confidence.second);
}

/** True where the themes to propose are convincing enough to be taken unasked. */
export function isSure(suggestions: readonly Suggestion[]): boolean {
  return together(suggestions).reduce((sum, { score }) => sum + score, 0) >= confidence.sure;
}

/**
 * For each theme the odds that an item is about it rather than about none. Words that speak against a theme
 * count for little each: a summary of a workshop on GitOps is still about GitOps.
 */
function oddsOf(evidence: readonly Evidence[], model: Model): readonly number[] {
  if (evidence.length === 0) return model.labels.map(() => 0);
  return model.labels.map((_, label) => Math.exp(leadOf(evidence, label, model)));
}

/** How likely some evidence by itself makes an item about one theme rather than about none. */
function chanceBy(evidence: readonly Evidence[], label: number, model: Model): number {
  return 1 / (1 + Math.exp(-leadOf(evidence, label, model)));
}

/** Log odds of a theme against none. */
function leadOf(evidence: readonly Evidence[], label: number, { labels, classifier }: Model): number {
  const none = labels.length;
  return evidence
    .map((one) => Math.max(classifier.lead(one, label, none), -mostAgainst * one.amount))
    .reduce((total, lead) => total + lead, classifier.lead(anyItem, label, none) - doubt);
}

/** Known words that an unknown one stands for: those it is made of, or the one it misspells. */
function meantBy({ key, spelt }: Evidence, spelling: Spelling, classifier: Classifier): readonly string[] {
  if (!/^[\p{L}\p{N}]+$/u.test(key)) return [];
  const parts = partsOf(spelt).filter((part) => classifier.knows(part));
  if (parts.length > 0) return parts;
  return [spelling.correct(key) ?? []].flat();
}

/** The theme that a piece of evidence speaks for most. */
function bestOf(one: Evidence, { labels, classifier }: Model): number {
  const none = labels.length;
  const leads = labels.map((_, label) => classifier.lead(one, label, none));
  return leads.indexOf(Math.max(...leads));
}

/** To a thousandth, and never nothing. */
function round(chance: number): number {
  return Math.max(0.001, Math.round(chance * 1000) / 1000);
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
