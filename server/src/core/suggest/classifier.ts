/**
 * A multinomial logistic regression over sparse evidence, trained by AdaGrad (Duchi, Hazan and Singer,
 * JMLR 12, 2011). The same samples give the same weights.
 */

import { type TrainingBudget, trainingBudget } from "./budget";
import type { Evidence } from "./evidence";
import { charOf, numberOf } from "./packedNumber";
import { randomNumbers, shuffle } from "./shuffle";
import { finish, type Steps } from "./steps";

export interface Sample {
  readonly evidence: readonly Evidence[];
  /** what it is worth of each class, by the class's index; together 1 */
  readonly target: ReadonlyMap<number, number>;
  /** 1 for a title somebody wrote */
  readonly weight: number;
}

export interface Training {
  readonly rounds: number;
  readonly rate: number;
  /** pull towards the weights it started from, each step */
  readonly decay: number;
  /**
   * What AdaGrad's sums of squares start with for each time a key has been seen before: what is known well
   * is not given up for one more sample.
   */
  readonly caution: number;
}

/** A classifier as text; see `pack`. */
export interface Packed {
  readonly classes: number;
  /** the evidence's keys, a line each */
  readonly keys: string;
  /** a character for each key and class */
  readonly weights: string;
  /** a character for each key: how often it has been seen */
  readonly seen: string;
}

/** A sample as numbers: where its evidence has its weights, and how much there is of each. */
interface Encoded {
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
  readonly target: Float64Array;
  readonly weight: number;
}

export class Classifier {
  readonly #classes: number;
  /** by key, where its weights begin */
  readonly #rows: ReadonlyMap<string, number>;
  readonly #weights: Float64Array;
  /** for each key in how many samples it was */
  readonly #seen: Float64Array;

  private constructor(
    classes: number,
    rows: ReadonlyMap<string, number>,
    weights: Float64Array,
    seen: Float64Array,
  ) {
    this.#classes = classes;
    this.#rows = rows;
    this.#weights = weights;
    this.#seen = seen;
  }

  static train(classes: number, samples: readonly Sample[], training: Training): Classifier {
    return finish(Classifier.trainInSteps(classes, samples, training, trainingBudget));
  }

  /** The same a step at a time, and within a budget. */
  static trainInSteps(
    classes: number,
    samples: readonly Sample[],
    training: Training,
    budget: TrainingBudget,
  ): Steps<Classifier> {
    const empty = new Classifier(classes, new Map(), new Float64Array(), new Float64Array());
    return empty.taughtInSteps(samples, training, budget);
  }

  /** Another that has learned `samples` on top of what this one knows. */
  taught(samples: readonly Sample[], training: Training): Classifier {
    return finish(this.taughtInSteps(samples, training, trainingBudget));
  }

  /** The same a step at a time, and within a budget. */
  *taughtInSteps(samples: readonly Sample[], training: Training, budget: TrainingBudget): Steps<Classifier> {
    const rows = yield* this.#rowsWith(samples, budget);
    const weights = new Float64Array(rows.size * this.#classes);
    weights.set(this.#weights);
    const seen = new Float64Array(rows.size);
    seen.set(this.#seen);
    yield;
    const learner = new Classifier(this.#classes, rows, weights, seen);
    const encoded: Encoded[] = [];
    for (const sample of samples) {
      encoded.push(learner.#encode(sample));
      yield;
    }
    yield* learner.#train(encoded, training, budget);
    return learner;
  }

  /** The rows of all keys known so far and of new ones; where these are too many, of those seen most. */
  *#rowsWith(samples: readonly Sample[], { cells }: TrainingBudget): Steps<Map<string, number>> {
    const rows = new Map(this.#rows);
    const times = new Map<string, number>();
    for (const { evidence } of samples) {
      for (const { key } of evidence) if (!rows.has(key)) times.set(key, (times.get(key) ?? 0) + 1);
      yield;
    }
    const room = Math.floor(cells / this.#classes) - rows.size;
    for (const key of mostSeen(times, room)) {
      rows.set(key, rows.size * this.#classes);
      if (rows.size % stepKeys === 0) yield;
    }
    return rows;
  }

  #encode({ evidence, target, weight }: Sample): Encoded {
    const known = evidence.filter(({ key }) => this.#rows.has(key));
    return {
      rows: Int32Array.from(known, ({ key }) => this.#rows.get(key) ?? 0),
      amounts: Float64Array.from(known, ({ amount }) => amount),
      target: Float64Array.from({ length: this.#classes }, (_, label) => target.get(label) ?? 0),
      weight,
    };
  }

  *#train(samples: Encoded[], training: Training, { updates }: TrainingBudget): Steps<void> {
    const { rate, decay, caution } = training;
    const start = this.#weights.slice();
    yield;
    const squares = this.#squares(caution);
    yield;
    let entries = 0;
    for (const { rows } of samples) {
      entries += rows.length;
      for (const row of rows) this.#seen[row / this.#classes] = (this.#seen[row / this.#classes] ?? 0) + 1;
    }
    const rounds = roundsWithin(updates, entries * this.#classes, training.rounds);
    const guess = new Float64Array(this.#classes);
    const random = randomNumbers();
    for (let round = 0; round < rounds; round++) {
      shuffle(samples, random);
      for (const sample of samples) {
        this.#learn(sample, { start, squares, guess, rate, decay });
        yield;
      }
    }
  }

  #squares(caution: number): Float64Array {
    const squares = new Float64Array(this.#weights.length).fill(leastSquare);
    for (const [key, times] of this.#seen.entries())
      if (times > 0)
        squares.fill(leastSquare + caution * times, key * this.#classes, (key + 1) * this.#classes);
    return squares;
  }

  #learn({ rows, amounts, target, weight }: Encoded, { start, squares, guess, rate, decay }: Scratch): void {
    const weights = this.#weights;
    this.#guess(rows, amounts, guess);
    for (let label = 0; label < guess.length; label++) {
      const error = ((guess[label] as number) - (target[label] as number)) * weight;
      for (let at = 0; at < rows.length; at++) {
        const cell = (rows[at] as number) + label;
        const old = weights[cell] as number;
        const slope = error * (amounts[at] as number) + decay * (old - (start[cell] as number)) * weight;
        const square = (squares[cell] as number) + slope * slope;
        squares[cell] = square;
        weights[cell] = old - (rate * slope) / Math.sqrt(square);
      }
    }
  }

  /** Writes the probability of each class to `into`. */
  #guess(rows: Int32Array, amounts: Float64Array, into: Float64Array): void {
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

  /** Of each class, together 1. */
  probabilities(evidence: readonly Evidence[]): Float64Array {
    const { rows, amounts, target } = this.#encode({ evidence, target: new Map(), weight: 1 });
    this.#guess(rows, amounts, target);
    return target;
  }

  /** How much one piece of evidence speaks for a class rather than for a certain other. */
  lead({ key, amount }: Evidence, label: number, other: number): number {
    const row = this.#rows.get(key);
    if (row === undefined) return 0;
    return amount * ((this.#weights[row + label] as number) - (this.#weights[row + other] as number));
  }

  /** How much one piece of evidence speaks for a class rather than for the others. */
  support({ key, amount }: Evidence, label: number): number {
    const row = this.#rows.get(key);
    if (row === undefined) return 0;
    const weights = this.#weights.subarray(row, row + this.#classes);
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / this.#classes;
    return amount * ((weights[label] as number) - mean);
  }

  /**
   * As text: weights rounded to a twelfth between -3.75 and 3.75.
   * @param leastSpread how far apart a key's weights must be; those that say less are left out
   */
  pack(leastSpread: number): Packed {
    const kept = [...this.#rows].filter(([, row]) => this.#spread(row) >= leastSpread);
    const chars = kept.flatMap(([, row]) =>
      Array.from(this.#weights.subarray(row, row + this.#classes), (weight) => charOf(weight * 12)),
    );
    return {
      classes: this.#classes,
      keys: kept.map(([key]) => key).join("\n"),
      weights: chars.join(""),
      seen: kept.map(([, row]) => charOf(Math.log2(1 + (this.#seen[row / this.#classes] ?? 0)) * 4)).join(""),
    };
  }

  /** How far apart the weights of a key are. */
  #spread(row: number): number {
    const weights = this.#weights.subarray(row, row + this.#classes);
    return Math.max(...weights) - Math.min(...weights);
  }

  static unpack({ classes, keys, weights, seen }: Packed): Classifier {
    return new Classifier(
      classes,
      new Map(keys.split("\n").map((key, row) => [key, row * classes])),
      Float64Array.from(weights, (char) => numberOf(char) / 12),
      Float64Array.from(seen, (char) => 2 ** (numberOf(char) / 4) - 1),
    );
  }
}

/** Keys that are given a row in one step. */
const stepKeys = 10_000;

/** In the order they were seen first, where there is room for all. */
function mostSeen(times: ReadonlyMap<string, number>, room: number): readonly string[] {
  if (times.size <= room) return [...times.keys()];
  const sorted = [...times].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, Math.max(0, room)).map(([key]) => key);
}

function roundsWithin(updates: number, perRound: number, rounds: number): number {
  return perRound === 0 ? rounds : Math.max(1, Math.min(rounds, Math.floor(updates / perRound)));
}

/** What AdaGrad's sums of squares start with for a key that is new. */
const leastSquare = 0.01;

interface Scratch {
  readonly start: Float64Array;
  readonly squares: Float64Array;
  readonly guess: Float64Array;
  readonly rate: number;
  readonly decay: number;
}

function softmax(scores: Float64Array): void {
  const top = scores.reduce((most, score) => Math.max(most, score));
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] as number) - top);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
}
