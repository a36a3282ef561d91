/**
 * A multinomial logistic regression over sparse evidence, trained by AdaGrad (Duchi, Hazan and Singer,
 * JMLR 12, 2011). The same samples give the same weights.
 */
import type { Evidence } from "./evidence";

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

  private constructor(classes: number, keys: readonly string[], weights: Float64Array, seen: Float64Array) {
    this.#classes = classes;
    this.#rows = new Map(keys.map((key, row) => [key, row * classes]));
    this.#weights = weights;
    this.#seen = seen;
  }

  static train(classes: number, samples: readonly Sample[], training: Training): Classifier {
    return new Classifier(classes, [], new Float64Array(), new Float64Array()).taught(samples, training);
  }

  /** Another that has learned `samples` on top of what this one knows. */
  taught(samples: readonly Sample[], training: Training): Classifier {
    const keys = new Set(this.#rows.keys());
    for (const { evidence } of samples) for (const { key } of evidence) keys.add(key);
    const weights = new Float64Array(keys.size * this.#classes);
    weights.set(this.#weights);
    const seen = new Float64Array(keys.size);
    seen.set(this.#seen);
    const learner = new Classifier(this.#classes, [...keys], weights, seen);
    learner.#train(
      samples.map((sample) => learner.#encode(sample)),
      training,
    );
    return learner;
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

  #train(samples: Encoded[], { rounds, rate, decay, caution }: Training): void {
    const start = this.#weights.slice();
    const squares = start.map(
      (_, cell) => leastSquare + caution * (this.#seen[Math.floor(cell / this.#classes)] ?? 0),
    );
    for (const { rows } of samples)
      for (const row of rows) this.#seen[row / this.#classes] = (this.#seen[row / this.#classes] ?? 0) + 1;
    const guess = new Float64Array(this.#classes);
    const random = numbers();
    for (let round = 0; round < rounds; round++) {
      shuffle(samples, random);
      for (const sample of samples) this.#learn(sample, { start, squares, guess, rate, decay });
    }
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
      keys.split("\n"),
      Float64Array.from(weights, (char) => numberOf(char) / 12),
      Float64Array.from(seen, (char) => 2 ** (numberOf(char) / 4) - 1),
    );
  }
}

/** What AdaGrad's sums of squares start with for a key that is new. */
const leastSquare = 0.01;
/** The character that stands for 0; those within 45 of it are printable. */
const middle = 80;

function charOf(number: number): string {
  return String.fromCharCode(middle + Math.round(Math.max(-45, Math.min(45, number))));
}

function numberOf(char: string): number {
  return char.charCodeAt(0) - middle;
}

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

/** Fisher and Yates's. */
function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random() % (at + 1);
    const [one, two] = [list[at] as T, list[other] as T];
    list[at] = two;
    list[other] = one;
  }
}

/** The same numbers each time: a linear congruential generator with the constants of Numerical Recipes. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
