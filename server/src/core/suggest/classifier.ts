/**
 * A multinomial logistic regression over sparse evidence, trained in one go by AdaGrad
 * (Duchi, Hazan and Singer, JMLR 12, 2011). The same samples give the same weights.
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
  /** pull towards zero, each step */
  readonly decay: number;
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
  readonly #rows = new Map<string, number>();
  readonly #weights: Float64Array;

  constructor(classes: number, samples: readonly Sample[], training: Training) {
    this.#classes = classes;
    for (const { evidence } of samples)
      for (const { key } of evidence)
        if (!this.#rows.has(key)) this.#rows.set(key, this.#rows.size * classes);
    this.#weights = new Float64Array(this.#rows.size * classes);
    this.#train(
      samples.map((sample) => this.#encode(sample)),
      training,
    );
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

  #train(samples: Encoded[], { rounds, rate, decay }: Training): void {
    const squares = new Float64Array(this.#weights.length).fill(0.01);
    const guess = new Float64Array(this.#classes);
    const random = numbers();
    for (let round = 0; round < rounds; round++) {
      shuffle(samples, random);
      for (const sample of samples) this.#learn(sample, { squares, guess, rate, decay });
    }
  }

  #learn(
    { rows, amounts, target, weight }: Encoded,
    {
      squares,
      guess,
      rate,
      decay,
    }: { squares: Float64Array; guess: Float64Array; rate: number; decay: number },
  ): void {
    const classes = this.#classes;
    const weights = this.#weights;
    this.#guess(rows, amounts, guess);
    for (let label = 0; label < classes; label++) {
      const error = ((guess[label] as number) - (target[label] as number)) * weight;
      for (let at = 0; at < rows.length; at++) {
        const cell = (rows[at] as number) + label;
        const old = weights[cell] as number;
        const slope = error * (amounts[at] as number) + decay * old * weight;
        const square = (squares[cell] as number) + slope * slope;
        squares[cell] = square;
        weights[cell] = old - (rate * slope) / Math.sqrt(square);
      }
    }
  }

  /** Writes the probability of each class to `into`. */
  #guess(rows: Int32Array, amounts: Float64Array, into: Float64Array): void {
    const classes = this.#classes;
    into.fill(0);
    for (let at = 0; at < rows.length; at++)
      for (let label = 0; label < classes; label++)
        into[label] =
          (into[label] as number) +
          (amounts[at] as number) * (this.#weights[(rows[at] as number) + label] as number);
    softmax(into);
  }

  knows(key: string): boolean {
    return this.#rows.has(key);
  }

  /** Of each class, together 1. */
  probabilities(evidence: readonly Evidence[]): Float64Array {
    const { rows, amounts } = this.#encode({ evidence, target: new Map(), weight: 1 });
    const into = new Float64Array(this.#classes);
    this.#guess(rows, amounts, into);
    return into;
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
