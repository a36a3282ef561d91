/** What is learned of a catalogue: one classifier over its themes, and one over each theme's topics. */
import type { Example } from "../catalogue";
import type { Vocabulary } from "../vocabulary";
import { Classifier, type Packed, type Training } from "./classifier";
import { anyItem, type Evidence, evidenceIn } from "./evidence";
import { type Labelled, labelled, labelledTexts } from "./samples";

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

/** Learns all that the catalogue says, in some tens of milliseconds. */
export function learn(vocabulary: Vocabulary): Models {
  const texts = withoutRarePairs(labelledTexts(vocabulary).map((text) => read(text, vocabulary)));
  return eachModel(vocabulary, (labels, topicsOf) =>
    Classifier.train(labels.length + 1, samplesOf(texts, labels, topicsOf), fromCatalogue),
  );
}

/** The same models after they have seen what a group has tagged before. */
export function adapt(models: Models, archive: readonly Example[], vocabulary: Vocabulary): Models {
  const texts = archive.map((example) => read(labelled(example, weightOfArchive), vocabulary));
  return eachModel(vocabulary, (labels, topicsOf) => {
    const { classifier } =
      topicsOf === undefined ? models.themes : (models.topics.get(topicsOf) ?? models.themes);
    return classifier.taught(samplesOf(texts, labels, topicsOf), fromArchive);
  });
}

export function pack({ themes, topics }: Models): PackedModels {
  const packed = [...topics].map(
    ([theme, { classifier }]) => [theme, classifier.pack(leastSpread.topics)] as const,
  );
  return { themes: themes.classifier.pack(leastSpread.themes), topics: Object.fromEntries(packed) };
}

/** @param packed of the same catalogue */
export function unpack(packed: PackedModels, vocabulary: Vocabulary): Models {
  return eachModel(vocabulary, (_, topicsOf) =>
    Classifier.unpack(topicsOf === undefined ? packed.themes : (packed.topics[topicsOf] ?? packed.themes)),
  );
}

/** @param make is asked for the themes, and for the topics of each theme */
function eachModel(
  { catalogue }: Vocabulary,
  make: (labels: readonly string[], topicsOf: string | undefined) => Classifier,
): Models {
  const model = (labels: readonly string[], topicsOf?: string): Model => ({
    labels,
    classifier: make(labels, topicsOf),
  });
  const ids = (subjects: readonly { readonly id: string }[]): readonly string[] =>
    subjects.map(({ id }) => id);
  return {
    themes: model(ids(catalogue.themes)),
    topics: new Map(catalogue.themes.map(({ id, topics }) => [id, model(ids(topics), id)])),
  };
}

function read(text: Labelled, vocabulary: Vocabulary): Text {
  const evidence = evidenceIn(text.title, text.notes ?? "", vocabulary);
  return { ...text, evidence: text.isItem ? [anyItem, ...evidence] : evidence };
}

/** Two words that stand together in one title alone teach nothing. */
function withoutRarePairs(texts: readonly Text[]): readonly Text[] {
  const times = new Map<string, number>();
  for (const { evidence, isItem } of texts)
    for (const { key } of evidence) times.set(key, (times.get(key) ?? 0) + (isItem ? 1 : 2));
  const isKept = ({ key }: Evidence): boolean => !key.includes(" ") || (times.get(key) ?? 0) > 1;
  return texts.map((text) => ({ ...text, evidence: text.evidence.filter(isKept) }));
}

function samplesOf(texts: readonly Text[], labels: readonly string[], topicsOf: string | undefined) {
  const own =
    topicsOf === undefined ? texts : texts.filter(({ themes }) => themes[0]?.split("/")[0] === topicsOf);
  const labelOf = (ref: string): string => {
    const [theme = "", topic = ""] = ref.split("/");
    return topicsOf === undefined ? theme : theme === topicsOf ? topic : "";
  };
  return own.map(({ evidence, themes, weight }) => {
    const named = [...new Set(themes.map((ref) => labels.indexOf(labelOf(ref))))].filter((at) => at >= 0);
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
