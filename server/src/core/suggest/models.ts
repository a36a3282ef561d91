/** Trains the models of a catalogue: a classifier of its themes, and one of each theme's topics. */
import type { Example } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import { budgetShare, maxEvidenceFor, type TrainingBudget, trainingBudget } from "./budget";
import { Classifier, type PackedClassifier, type Sample, type TrainingOptions } from "./classifier";
import { baselineEvidence, type Evidence, evidenceIn } from "./evidence";
import { type LabelledText, labelledExample, labelledTexts } from "./samples";
import { runToEnd, type Steps } from "./steps";

/** A classifier of themes, or of the topics of one theme. Its last class means none of them. */
export interface Model {
  readonly labels: readonly string[];
  readonly classifier: Classifier;
}

export interface Models {
  readonly themes: Model;
  /** by theme */
  readonly topics: ReadonlyMap<string, Model>;
}

/** Serialized models, so that the built-in catalogue is trained at build time. */
export interface PackedModels {
  readonly themes: PackedClassifier;
  readonly topics: Readonly<Record<string, PackedClassifier>>;
}

type TrainingText = LabelledText & { readonly evidence: readonly Evidence[] };

const catalogueTraining: TrainingOptions = {
  rounds: 10,
  learningRate: 0.35,
  weightDecay: 0.005,
  initialSquaresPerOccurrence: 0.01,
};
/** A group's own items are few compared to the catalogue, but take precedence. */
const archiveTraining: TrainingOptions = {
  rounds: 8,
  learningRate: 1,
  weightDecay: 0.01,
  initialSquaresPerOccurrence: 0.1,
};
const archiveWeight = 2;
/** The share of the target for all themes after the first. */
const secondaryThemesShare = 0.4;
/** The weight of a title without a topic when training topics: its topic may just not be named. */
const topiclessShare = 0.15;

/** Minimum spread of shipped weights, by model; topics lose little accuracy. */
const minSpread = { themes: 1, topics: 1.8 };

/** Trains the models on the catalogue. */
export function trainModels(vocabulary: Vocabulary): Models {
  return runToEnd(trainModelsInSteps(vocabulary));
}

/** Like `trainModels`, incrementally: the built-in catalogue takes some tenths of a second. */
export function* trainModelsInSteps(vocabulary: Vocabulary): Steps<Models> {
  const texts = yield* withoutRarePairs(yield* withEvidenceUpToLimit(labelledTexts(vocabulary), vocabulary));
  return yield* trainEachModel(vocabulary, texts, (samples, labels, _, budget) =>
    Classifier.trainInSteps(labels.length + 1, samples, catalogueTraining, budget),
  );
}

/** Trains the models further, on items that a group has tagged. */
export function adaptModels(models: Models, examples: readonly Example[], vocabulary: Vocabulary): Models {
  return runToEnd(adaptModelsInSteps(models, examples, vocabulary));
}

/**
 * Like `adaptModels`, incrementally.
 * @param examples the newest item last; examples beyond the evidence limit are dropped, the oldest first
 */
export function* adaptModelsInSteps(
  models: Models,
  examples: readonly Example[],
  vocabulary: Vocabulary,
): Steps<Models> {
  const newestFirst = examples.map((example) => labelledExample(example, archiveWeight)).reverse();
  const texts = (yield* withEvidenceUpToLimit(newestFirst, vocabulary)).reverse();
  return yield* trainEachModel(vocabulary, texts, (samples, _, topicsOf, budget) => {
    const { classifier } =
      topicsOf === undefined ? models.themes : (models.topics.get(topicsOf) ?? models.themes);
    return classifier.extendedInSteps(samples, archiveTraining, budget);
  });
}

export function pack({ themes, topics }: Models): PackedModels {
  const packed = [...topics].map(
    ([theme, { classifier }]) => [theme, classifier.pack(minSpread.topics)] as const,
  );
  return { themes: themes.classifier.pack(minSpread.themes), topics: Object.fromEntries(packed) };
}

/** @param packed packed models of the same catalogue */
export function unpack(packed: PackedModels, { catalogue }: Vocabulary): Models {
  const topics = catalogue.themes.map(
    (theme) =>
      [
        theme.id,
        {
          labels: idsOf(theme.topics),
          classifier: Classifier.unpack(packed.topics[theme.id] ?? packed.themes),
        },
      ] as const,
  );
  return {
    themes: { labels: idsOf(catalogue.themes), classifier: Classifier.unpack(packed.themes) },
    topics: new Map(topics),
  };
}

/** Trains the classifier of `labels`: the topics of the theme `topicsOf`, or the themes if it is undefined. */
type MakeClassifier = (
  samples: readonly Sample[],
  labels: readonly string[],
  topicsOf: string | undefined,
  budget: TrainingBudget,
) => Steps<Classifier>;

/** Trains the classifier of the themes and one for the topics of each theme. */
function* trainEachModel(
  { catalogue }: Vocabulary,
  texts: readonly TrainingText[],
  trainClassifier: MakeClassifier,
): Steps<Models> {
  const totalEvidence = countEvidence(texts);
  const byTheme = byFirstTheme(texts);
  const themes = idsOf(catalogue.themes);
  const classifier = yield* trainClassifier(
    samplesOf(texts, themes, undefined),
    themes,
    undefined,
    trainingBudget,
  );
  const topics = new Map<string, Model>();
  for (const theme of catalogue.themes) {
    const themeTexts = byTheme.get(theme.id) ?? [];
    const labels = idsOf(theme.topics);
    const budget = budgetShare(countEvidence(themeTexts), totalEvidence);
    topics.set(theme.id, {
      labels,
      classifier: yield* trainClassifier(samplesOf(themeTexts, labels, theme.id), labels, theme.id, budget),
    });
  }
  return { themes: { labels: themes, classifier }, topics };
}

function byFirstTheme(texts: readonly TrainingText[]): ReadonlyMap<string, readonly TrainingText[]> {
  const byTheme = new Map<string, TrainingText[]>();
  for (const text of texts) {
    const theme = text.themes[0]?.split("/")[0] ?? "";
    const ofTheme = byTheme.get(theme);
    if (ofTheme) ofTheme.push(text);
    else byTheme.set(theme, [text]);
  }
  return byTheme;
}

function idsOf(subjects: readonly { readonly id: string }[]): readonly string[] {
  return subjects.map(({ id }) => id);
}

/** The total number of evidence items. */
function countEvidence(texts: readonly TrainingText[]): number {
  return texts.reduce((sum, { evidence }) => sum + evidence.length, 0);
}

/** Extracts the evidence of each text, up to the limit; later texts are ignored. */
function* withEvidenceUpToLimit(
  texts: readonly LabelledText[],
  vocabulary: Vocabulary,
): Steps<TrainingText[]> {
  const textsWithEvidence: TrainingText[] = [];
  let evidenceLeft = maxEvidenceFor(vocabulary.catalogue.themes.length + 1);
  for (const text of texts) {
    const textWithEvidence = withEvidence(text, vocabulary);
    evidenceLeft -= textWithEvidence.evidence.length;
    if (evidenceLeft < 0) break;
    textsWithEvidence.push(textWithEvidence);
    yield;
  }
  return textsWithEvidence;
}

function withEvidence(text: LabelledText, vocabulary: Vocabulary): TrainingText {
  const evidence = evidenceIn(text.title, text.notes ?? "", vocabulary);
  return { ...text, evidence: text.isItem ? [baselineEvidence, ...evidence] : evidence };
}

/** Removes word pairs that occur in a single title. */
function* withoutRarePairs(texts: readonly TrainingText[]): Steps<readonly TrainingText[]> {
  const occurrences = new Map<string, number>();
  for (const { evidence, isItem } of texts) {
    for (const { key } of evidence) occurrences.set(key, (occurrences.get(key) ?? 0) + (isItem ? 1 : 2));
    yield;
  }
  const isFrequent = ({ key }: Evidence): boolean => !key.includes(" ") || (occurrences.get(key) ?? 0) > 1;
  const frequent: TrainingText[] = [];
  for (const text of texts) {
    frequent.push({ ...text, evidence: text.evidence.filter(isFrequent) });
    yield;
  }
  return frequent;
}

/** @param texts the texts about the theme `topicsOf`, or all texts if it is undefined */
function samplesOf(
  texts: readonly TrainingText[],
  labels: readonly string[],
  topicsOf: string | undefined,
): readonly Sample[] {
  const index = new Map(labels.map((label, at) => [label, at]));
  const labelOf = (ref: string): string => {
    const [theme = "", topic = ""] = ref.split("/");
    return topicsOf === undefined ? theme : theme === topicsOf ? topic : "";
  };
  return texts.map(({ evidence, themes, weight }) => {
    const namedLabels = [...new Set(themes.map((ref) => index.get(labelOf(ref)) ?? -1))].filter(
      (at) => at >= 0,
    );
    const share = topicsOf !== undefined && namedLabels.length === 0 ? topiclessShare : 1;
    return { evidence, target: targetOf(namedLabels, labels.length), weight: weight * share };
  });
}

/** The target of a sample: most for the first theme; the others share the rest. */
function targetOf(labels: readonly number[], noneLabel: number): ReadonlyMap<number, number> {
  const [firstLabel = noneLabel, ...otherLabels] = labels;
  const secondaryShare = otherLabels.length > 0 ? secondaryThemesShare : 0;
  return new Map([
    [firstLabel, 1 - secondaryShare],
    ...otherLabels.map((label) => [label, secondaryShare / otherLabels.length] as const),
  ]);
}
