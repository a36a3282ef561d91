import { describe, expect, it } from "vitest";
import { Classifier, type Sample } from "../../../server/src/core/suggest/classifier";
import type { Evidence } from "../../../server/src/core/suggest/evidence";

const word = (key: string): Evidence => ({
  key,
  amount: 1,
  displayText: key,
  where: "title",
  isSystem: false,
});
const sample = (words: string, label: number): Sample => ({
  evidence: words.split(" ").map(word),
  target: new Map([[label, 1]]),
  weight: 1,
});
const training = { rounds: 20, learningRate: 0.5, weightDecay: 0.001, initialSquaresPerOccurrence: 0.01 };
const samples = [
  sample("harbor registry", 0),
  sample("registry images", 0),
  sample("token login", 1),
  sample("token certificate", 1),
];
const best = (classifier: Classifier, words: string): number => {
  const chances = classifier.probabilities(words.split(" ").map(word));
  return chances.indexOf(Math.max(...chances));
};

describe("the classifier", () => {
  const learned = Classifier.train(2, samples, training);

  it("predicts the classes of its training samples", () => {
    expect(best(learned, "images")).toBe(0);
    expect(best(learned, "login token")).toBe(1);
  });

  it("gives probabilities", () => {
    const chances = learned.probabilities([word("registry")]);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  });

  it("does not guess from words it does not know", () => {
    expect([...learned.probabilities([word("cheese")])]).toEqual([0.5, 0.5]);
    expect(learned.knows("cheese")).toBe(false);
  });

  it("is the same each time", () => {
    expect(Classifier.train(2, samples, training).pack(1)).toEqual(learned.pack(1));
  });

  it("is nearly the same after packing", () => {
    const again = Classifier.unpack(learned.pack(1));
    for (const words of ["harbor", "token", "registry login"])
      expect(again.probabilities(words.split(" ").map(word))[0]).toBeCloseTo(
        learned.probabilities(words.split(" ").map(word))[0] ?? 0,
        1,
      );
  });

  it("learns more, and the original one does not change", () => {
    const before = learned.pack(1);
    const extended = learned.extended([sample("harbor ship", 1), sample("harbor ship", 1)], training);
    expect(best(extended, "harbor ship")).toBe(1);
    expect(best(extended, "token")).toBe(1);
    expect(learned.pack(1)).toEqual(before);
  });

  it("returns how strongly a word indicates a class", () => {
    expect(learned.logOddsAgainstMean(word("token"), 1)).toBeGreaterThan(0);
    expect(learned.logOddsAgainstMean(word("token"), 0)).toBeLessThan(0);
    expect(learned.logOddsBetween(word("token"), 1, 0)).toBeGreaterThan(0);
  });
});
