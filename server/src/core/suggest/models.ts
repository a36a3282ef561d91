/** What is learned of a catalogue: one classifier over its themes, and one over each theme's topics. */
import type { Example } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import { evidenceFor, shareOfBudget, type TrainingBudget, trainingBudget } from "./budget";
import { Classifier, type Packed, type Sample, type Training } from "./classifier";
import { anyItem, type Evidence, evidenceIn } from "./evidence";
import { type Labelled, labelled, labelledTexts } from "./samples";
import { finish, type Steps } from "./steps";

/** Themes, or the topics of one theme. The classifier has one class more, the last: none of them. */
export interface Model {
  readonly labels: readonly string[];
  readonly classifier: Classifier;
}

export interface Models {
  readonly themes: Model;
  /** by theme */
  readonly topics: ReadonlyMap<string, Model>;
}

/** Models as data, so that what is learned at build time need not be learned again. */
export interface PackedModels {
  readonly themes: Packed;
  readonly topics: Readonly<Record<string, Packed>>;
}

type Text = Labelled & { readonly evidence: readonly Evidence[] };

const fromCatalogue: Training = { rounds: 10, rate: 0.35, decay: 0.005, caution: 0.01 };
/** A group's own items are few beside what the catalogue knows, and are to win all the same. */
const fromArchive: Training = { rounds: 8, rate: 1, decay: 0.01, caution: 0.1 };
const weightOfArchive = 2;
/** What a chair picked as a further theme counts for this much. */
const shareOfOthers = 0.4;
/** A title with a theme alone may yet be about a topic that nobody cared to name. */
const shareOfTopicless = 0.15;

/** How far apart weights must be to ship: what a theme's topics lose by it is seldom missed. */
const leastSpread = { themes: 1, topics: 1.8 };

/** Learns all that the catalogue says. */
export function learn(vocabulary: Vocabulary): Models {
  return finish(learnInSteps(vocabulary));
}

/** The same a step at a time: the built-in catalogue takes some tenths of a second. */
export function* learnInSteps(vocabulary: Vocabulary): Steps<Models> {
  const texts = yield* withoutRarePairs(yield* readAll(labelledTexts(vocabulary), vocabulary));
  return yield* eachModel(vocabulary, texts, (samples, labels, _, budget) =>
    Classifier.trainInSteps(labels.length + 1, samples, fromCatalogue, budget),
  );
}

/** The same models after they have seen what a group has tagged before. */
export function adapt(models: Models, archive: readonly Example[], vocabulary: Vocabulary): Models {
  return finish(adaptInSteps(models, archive, vocabulary));
}

/**
 * The same a step at a time.
 * @param archive the newest item last; what is too much to learn from is left out, the oldest first
 */
export function* adaptInSteps(
  models: Models,
  archive: readonly Example[],
  vocabulary: Vocabulary,
): Steps<Models> {
  const newestFirst = archive.map((example) => labelled(example, weightOfArchive)).reverse();
  const texts = (yield* readAll(newestFirst, vocabulary)).reverse();
  return yield* eachModel(vocabulary, texts, (samples, _, topicsOf, budget) => {
    const { classifier } =
      topicsOf === undefined ? models.themes : (models.topics.get(topicsOf) ?? models.themes);
    return classifier.taughtInSteps(samples, fromArchive, budget);
  });
}

export function pack({ themes, topics }: Models): PackedModels {
  const packed = [...topics].map(
    ([theme, { classifier }]) => [theme, classifier.pack(leastSpread.topics)] as const,
  );
  return { themes: themes.classifier.pack(leastSpread.themes), topics: Object.fromEntries(packed) };
}

/** @param packed of the same catalogue */
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

/** Makes the classifier of `labels`, which are the topics of `topicsOf`, or the themes where that is left out. */
type MakeClassifier = (
  samples: readonly Sample[],
  labels: readonly string[],
  topicsOf: string | undefined,
  budget: TrainingBudget,
) => Steps<Classifier>;

/** Asks for the classifier of the themes, and for that of each theme's topics. */
function* eachModel({ catalogue }: Vocabulary, texts: readonly Text[], make: MakeClassifier): Steps<Models> {
  const all = evidenceOf(texts);
  const byTheme = byFirstTheme(texts);
  const themes = idsOf(catalogue.themes);
  const classifier = yield* make(samplesOf(texts, themes, undefined), themes, undefined, trainingBudget);
  const topics = new Map<string, Model>();
  for (const theme of catalogue.themes) {
    const own = byTheme.get(theme.id) ?? [];
    const labels = idsOf(theme.topics);
    const budget = shareOfBudget(evidenceOf(own), all);
    topics.set(theme.id, {
      labels,
      classifier: yield* make(samplesOf(own, labels, theme.id), labels, theme.id, budget),
    });
  }
  return { themes: { labels: themes, classifier }, topics };
}

function byFirstTheme(texts: readonly Text[]): ReadonlyMap<string, readonly Text[]> {
  const byTheme = new Map<string, Text[]>();
  for (const text of texts) {
    const theme = text.themes[0]?.split("/")[0] ?? "";
    const own = byTheme.get(theme);
    if (own) own.push(text);
    else byTheme.set(theme, [text]);
  }
  return byTheme;
}

function idsOf(subjects: readonly { readonly id: string }[]): readonly string[] {
  return subjects.map(({ id }) => id);
}

/** How many pieces of evidence there are. */
function evidenceOf(texts: readonly Text[]): number {
  return texts.reduce((sum, { evidence }) => sum + evidence.length, 0);
}

/** What speaks in each text, up to the limit: texts behind it are not learned from. */
function* readAll(texts: readonly Labelled[], vocabulary: Vocabulary): Steps<Text[]> {
  const all: Text[] = [];
  let left = evidenceFor(vocabulary.catalogue.themes.length + 1);
  for (const text of texts) {
    const one = read(text, vocabulary);
    left -= one.evidence.length;
    if (left < 0) break;
    all.push(one);
    yield;
  }
  return all;
}

function read(text: Labelled, vocabulary: Vocabulary): Text {
  const evidence = evidenceIn(text.title, text.notes ?? "", vocabulary);
  return { ...text, evidence: text.isItem ? [anyItem, ...evidence] : evidence };
}

/** Two words that stand together in one title alone teach nothing. */
function* withoutRarePairs(texts: readonly Text[]): Steps<readonly Text[]> {
  const times = new Map<string, number>();
  for (const { evidence, isItem } of texts) {
    for (const { key } of evidence) times.set(key, (times.get(key) ?? 0) + (isItem ? 1 : 2));
    yield;
  }
  const isKept = ({ key }: Evidence): boolean => !key.includes(" ") || (times.get(key) ?? 0) > 1;
  const frequent: Text[] = [];
  for (const text of texts) {
    frequent.push({ ...text, evidence: text.evidence.filter(isKept) });
    yield;
  }
  return frequent;
}

/** @param texts those about `topicsOf`, where that is given */
function samplesOf(
  texts: readonly Text[],
  labels: readonly string[],
  topicsOf: string | undefined,
): readonly Sample[] {
  const index = new Map(labels.map((label, at) => [label, at]));
  const labelOf = (ref: string): string => {
    const [theme = "", topic = ""] = ref.split("/");
    return topicsOf === undefined ? theme : theme === topicsOf ? topic : "";
  };
  return texts.map(({ evidence, themes, weight }) => {
    const named = [...new Set(themes.map((ref) => index.get(labelOf(ref)) ?? -1))].filter((at) => at >= 0);
    const share = topicsOf !== undefined && named.length === 0 ? shareOfTopicless : 1;
    return { evidence, target: targetOf(named, labels.length), weight: weight * share };
  });
}

/** The first counts most; the others share the rest. */
function targetOf(named: readonly number[], none: number): ReadonlyMap<number, number> {
  const [first = none, ...others] = named;
  const rest = others.length > 0 ? shareOfOthers : 0;
  return new Map([[first, 1 - rest], ...others.map((label) => [label, rest / others.length] as const)]);
}
