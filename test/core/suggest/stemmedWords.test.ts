import { describe, expect, it } from "vitest";
import { Spelling } from "../../../server/src/core/suggest/spelling";
import { compoundParts, wordsOf } from "../../../server/src/core/suggest/stemmedWords";

const stems = (text: string): string[] => wordsOf(text).map(({ stem }) => stem);

describe("words", () => {
  it.each([
    ["k8s and Kubernetes are one word", "k8s", "Kubernetes"],
    ["hyphens part words", "bare-metal", "bare metal"],
    ["dots do not", "X.509", "x509"],
    ["case does not count", "GPU", "gpu"],
    ["one or many is the same", "registries", "registry"],
  ])("%s", (_, one, other) => {
    expect(stems(one)).toEqual(stems(other));
    expect(stems(one)).not.toEqual([]);
  });

  it("parts CVMFS/CernVM-FS", () => {
    expect(stems("CVMFS/CernVM-FS")).toEqual(["cvmf", "cernvm", "fs"]);
  });

  it("leaves out numbers, single letters and stop words", () => {
    expect(stems("The 3 a of 2019 — and what we do with it")).toEqual([]);
  });

  it("returns the original spelling", () => {
    expect(wordsOf("Harbor: Registries!").map(({ original }) => original)).toEqual(["Harbor", "Registries"]);
  });
});

describe("the parts of a word", () => {
  it.each([
    ["KubeDirector", ["kubernet", "director"]],
    ["FlinkK8sOperator", ["flink", "kubernet", "oper"]],
    ["Kubernetes", []],
    ["GPU", []],
  ])("%s", (word, parts) => {
    expect(compoundParts(word)).toEqual(parts);
  });
});

describe("spelling", () => {
  const spelling = new Spelling(["registri", "snapshott", "authentic", "cluster"]);

  it.each([
    ["one letter off", "registti", "registri"],
    ["two letters off in a long word", "authanticc", "authentic"],
    ["too far off", "regustty", undefined],
    ["too short to be sure", "clustr", undefined],
    ["another first letter", "fluster", undefined],
  ])("%s", (_, word, corrected) => {
    expect(spelling.correct(word)).toBe(corrected);
  });
});
