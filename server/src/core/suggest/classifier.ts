/**
 * A multinomial logistic regression over sparse evidence, trained by AdaGrad (Duchi, Hazan and Singer,
 * JMLR 12, 2011). The same samples give the same weights.
 */

import { type TrainingBudget, trainingBudget } from "./budget";
import type { Evidence } from "./evidence";
import { decodeNumber, encodeNumber } from "./packedNumber";
import { randomNumbers, shuffle } from "./shuffle";
import { runToEnd, type Steps } from "./steps";

export interface Sample {
  readonly evidence: readonly Evidence[];
  /** target probability by class index; the sum is 1 */
  readonly target: ReadonlyMap<number, number>;
  /** 1 for a real title */
  readonly weight: number;
}

export interface TrainingOptions {
  readonly rounds: number;
  readonly learningRate: number;
  /** decay towards the initial weights per step */
  readonly weightDecay: number;
  /**
   * Initial value of AdaGrad's squared sum for each earlier occurrence of a key: frequent keys change less
   * with one more sample.
   */
  readonly initialSquaresPerOccurrence: number;
}

/** A classifier as text; see `pack`. */
export interface PackedClassifier {
  readonly classes: number;
  /** the evidence's keys, a line each */
  readonly keys: string;
  /** a character for each key and class */
  readonly weights: string;
  /** one character per key: how often it occurred */
  readonly seen: string;
}

/** A sample as arrays: row offsets of its evidence, the amounts and the target. */
interface EncodedSample {
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
  readonly target: Float64Array;
  readonly weight: number;
}

export class Classifier {
  readonly #classes: number;
  /** by key: the index of its first weight */
  readonly #rows: ReadonlyMap<string, number>;
  readonly #weights: Float64Array;
  /** number of samples by key */
  readonly #occurrences: Float64Array;

  private constructor(
    classes: number,
    rows: ReadonlyMap<string, number>,
    weights: Float64Array,
    seen: Float64Array,
  ) {
    this.#classes = classes;
    this.#rows = rows;
    this.#weights = weights;
    this.#occurrences = seen;
  }

  static train(classes: number, samples: readonly Sample[], training: TrainingOptions): Classifier {
    return runToEnd(Classifier.trainInSteps(classes, samples, training, trainingBudget));
  }

  /** Like `train`, incrementally and within a budget. */
  static trainInSteps(
    classes: number,
    samples: readonly Sample[],
    training: TrainingOptions,
    budget: TrainingBudget,
  ): Steps<Classifier> {
    const empty = new Classifier(classes, new Map(), new Float64Array(), new Float64Array());
    return empty.extendedInSteps(samples, training, budget);
  }

  /** A new classifier, trained on `samples` in addition to what this one learned. */
  extended(samples: readonly Sample[], training: TrainingOptions): Classifier {
    return runToEnd(this.extendedInSteps(samples, training, trainingBudget));
  }

  /** Like `extended`, incrementally and within a budget. */
  *extendedInSteps(
    samples: readonly Sample[],
    training: TrainingOptions,
    budget: TrainingBudget,
  ): Steps<Classifier> {
    const rows = yield* this.#withNewRows(samples, budget);
    const weights = new Float64Array(rows.size * this.#classes);
    weights.set(this.#weights);
    const seen = new Float64Array(rows.size);
    seen.set(this.#occurrences);
    yield;
    const extended = new Classifier(this.#classes, rows, weights, seen);
    const encoded: EncodedSample[] = [];
    for (const sample of samples) {
      encoded.push(extended.#encode(sample));
      yield;
    }
    yield* extended.#train(encoded, training, budget);
    return extended;
  }

  /** The rows of existing and new keys; if there are too many new ones, the most frequent. */
  *#withNewRows(samples: readonly Sample[], { maxWeights }: TrainingBudget): Steps<Map<string, number>> {
    const rows = new Map(this.#rows);
    const occurrences = new Map<string, number>();
    for (const { evidence } of samples) {
      for (const { key } of evidence)
        if (!rows.has(key)) occurrences.set(key, (occurrences.get(key) ?? 0) + 1);
      yield;
    }
    const freeRows = Math.floor(maxWeights / this.#classes) - rows.size;
    for (const key of selectKeysByFrequency(occurrences, freeRows)) {
      rows.set(key, rows.size * this.#classes);
      if (rows.size % keysPerStep === 0) yield;
    }
    return rows;
  }

  #encode({ evidence, target, weight }: Sample): EncodedSample {
    const knownEvidence = evidence.filter(({ key }) => this.#rows.has(key));
    return {
      rows: Int32Array.from(knownEvidence, ({ key }) => this.#rows.get(key) ?? 0),
      amounts: Float64Array.from(knownEvidence, ({ amount }) => amount),
      target: Float64Array.from({ length: this.#classes }, (_, label) => target.get(label) ?? 0),
      weight,
    };
  }

  *#train(samples: EncodedSample[], training: TrainingOptions, { maxUpdates }: TrainingBudget): Steps<void> {
    const { learningRate, weightDecay, initialSquaresPerOccurrence } = training;
    const start = this.#weights.slice();
    yield;
    const squares = this.#squares(initialSquaresPerOccurrence);
    yield;
    let entries = 0;
    for (const { rows } of samples) {
      entries += rows.length;
      for (const row of rows)
        this.#occurrences[row / this.#classes] = (this.#occurrences[row / this.#classes] ?? 0) + 1;
    }
    const rounds = roundsWithin(maxUpdates, entries * this.#classes, training.rounds);
    const predicted = new Float64Array(this.#classes);
    const random = randomNumbers();
    for (let round = 0; round < rounds; round++) {
      shuffle(samples, random);
      for (const sample of samples) {
        this.#update(sample, { start, squares, predicted, learningRate, weightDecay });
        yield;
      }
    }
  }

  #squares(initialSquaresPerOccurrence: number): Float64Array {
    const squares = new Float64Array(this.#weights.length).fill(initialSquaredSum);
    for (const [key, occurrences] of this.#occurrences.entries())
      if (occurrences > 0)
        squares.fill(
          initialSquaredSum + initialSquaresPerOccurrence * occurrences,
          key * this.#classes,
          (key + 1) * this.#classes,
        );
    return squares;
  }

  #update(
    { rows, amounts, target, weight }: EncodedSample,
    { start, squares, predicted, learningRate, weightDecay }: TrainingState,
  ): void {
    const weights = this.#weights;
    this.#predict(rows, amounts, predicted);
    for (let label = 0; label < predicted.length; label++) {
      const error = ((predicted[label] as number) - (target[label] as number)) * weight;
      for (let at = 0; at < rows.length; at++) {
        const cell = (rows[at] as number) + label;
        const oldWeight = weights[cell] as number;
        const gradient =
          error * (amounts[at] as number) + weightDecay * (oldWeight - (start[cell] as number)) * weight;
        const square = (squares[cell] as number) + gradient * gradient;
        squares[cell] = square;
        weights[cell] = oldWeight - (learningRate * gradient) / Math.sqrt(square);
      }
    }
  }

  /** Writes the probability of each class to `into`. */
  #predict(rows: Int32Array, amounts: Float64Array, into: Float64Array): void {
    into.fill(0);
    for (let at = 0; at < rows.length; at++)
      for (let label = 0; label < into.length; label++)
        into[label] =
          (into[label] as number) +
          (amounts[at] as number) * (this.#weights[(rows[at] as number) + label] as number);
    softmax(into);
  }

  knows(key: string): boolean {
    return this.#rows.has(key);
  }

  keys(): Iterable<string> {
    return this.#rows.keys();
  }

  /** The probability of each class; the sum is 1. */
  probabilities(evidence: readonly Evidence[]): Float64Array {
    const { rows, amounts, target } = this.#encode({ evidence, target: new Map(), weight: 1 });
    this.#predict(rows, amounts, target);
    return target;
  }

  /** The contribution of one evidence item to the log odds of a class against another one. */
  logOddsBetween({ key, amount }: Evidence, label: number, otherLabel: number): number {
    const row = this.#rows.get(key);
    if (row === undefined) return 0;
    return amount * ((this.#weights[row + label] as number) - (this.#weights[row + otherLabel] as number));
  }

  /** The contribution of one evidence item to a class relative to the mean of all classes. */
  logOddsAgainstMean({ key, amount }: Evidence, label: number): number {
    const row = this.#rows.get(key);
    if (row === undefined) return 0;
    const weights = this.#weights.subarray(row, row + this.#classes);
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / this.#classes;
    return amount * ((weights[label] as number) - mean);
  }

  /**
   * Serializes the classifier; weights are rounded to a twelfth between -3.75 and 3.75.
   * @param minSpread minimum range of a key's weights; keys below it are left out
   */
  pack(minSpread: number): PackedClassifier {
    const packedRows = [...this.#rows].filter(([, row]) => this.#spread(row) >= minSpread);
    const characters = packedRows.flatMap(([, row]) =>
      Array.from(this.#weights.subarray(row, row + this.#classes), (weight) => encodeNumber(weight * 12)),
    );
    return {
      classes: this.#classes,
      keys: packedRows.map(([key]) => key).join("\n"),
      weights: characters.join(""),
      seen: packedRows
        .map(([, row]) => encodeNumber(Math.log2(1 + (this.#occurrences[row / this.#classes] ?? 0)) * 4))
        .join(""),
    };
  }

  /** The range (maximum minus minimum) of a key's weights. */
  #spread(row: number): number {
    const weights = this.#weights.subarray(row, row + this.#classes);
    return Math.max(...weights) - Math.min(...weights);
  }

  static unpack({ classes, keys, weights, seen }: PackedClassifier): Classifier {
    return new Classifier(
      classes,
      new Map(keys.split("\n").map((key, row) => [key, row * classes])),
      Float64Array.from(weights, (char) => decodeNumber(char) / 12),
      Float64Array.from(seen, (char) => 2 ** (decodeNumber(char) / 4) - 1),
    );
  }
}

/** Number of keys that get a row in one step. */
const keysPerStep = 10_000;

/** The keys in order of first occurrence if all fit, otherwise the most frequent ones. */
function selectKeysByFrequency(occurrences: ReadonlyMap<string, number>, maxKeys: number): readonly string[] {
  if (occurrences.size <= maxKeys) return [...occurrences.keys()];
  const sorted = [...occurrences].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, Math.max(0, maxKeys)).map(([key]) => key);
}

function roundsWithin(updates: number, perRound: number, rounds: number): number {
  return perRound === 0 ? rounds : Math.max(1, Math.min(rounds, Math.floor(updates / perRound)));
}

/** Initial value of AdaGrad's squared sum for a new key. */
const initialSquaredSum = 0.01;

interface TrainingState {
  readonly start: Float64Array;
  readonly squares: Float64Array;
  readonly predicted: Float64Array;
  readonly learningRate: number;
  readonly weightDecay: number;
}

function softmax(scores: Float64Array): void {
  const maxScore = scores.reduce((max, score) => Math.max(max, score));
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] as number) - maxScore);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
}
