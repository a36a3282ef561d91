import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../../server/generated/catalogue";
import type { Example } from "../../../server/src/core/catalogue/catalogue";
import { examplesIn } from "../../../server/src/core/suggest/examplesIn";
import { runToEnd } from "../../../server/src/core/suggest/steps";
import {
  combinedSuggestion,
  refOf,
  Suggester,
  type Suggestion,
} from "../../../server/src/core/suggest/suggester";
import { createKnowledge } from "../../../server/src/host/builtInKnowledge";
import { knowledge } from "../../support/meeting";

const suggest = (title: string, notes?: string): readonly Suggestion[] =>
  knowledge.suggester.suggest(title, notes);
const first = (title: string, notes?: string): string | undefined => suggest(title, notes)[0]?.theme;
const words = (suggestion: Suggestion | undefined): string[] =>
  (suggestion?.reasons ?? []).map(({ text }) => text);

describe("suggestions", () => {
  it.each([
    ["Harbor at our site", "image-distribution"],
    ["Tokens instead of X.509 certificates", "security"],
    ["A CSI driver for EOS", "storage-integration"],
    ["JupyterHub for a thousand students", "analysis-facilities"],
    ["k8s upgrade without downtime", "deployment-operations"],
    ["Rootless podman", "container-runtimes"],
    ["Kubernets clusters on bare-metal", "deployment-operations"],
  ])("%s: %s", (title, theme) => {
    expect(first(title)).toBe(theme);
  });

  it.each(["Coffee", "Site report", "Any other business", "", "🙂", "Lattice gauge theory"])(
    "suggest nothing for “%s”",
    (title) => {
      expect(suggest(title)).toEqual([]);
    },
  );

  it("read unknown words by their parts", () => {
    expect(first("PiezoRegistryMirror")).toBe("image-distribution");
    expect(words(suggest("PiezoRegistryMirror")[0])).toEqual(["PiezoRegistryMirror"]);
  });

  it("are three at most, best first", () => {
    const scores = suggest("Kubernetes clusters for batch jobs").map(({ score }) => score);
    expect([2, 3]).toContain(scores.length);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });

  it("name the matched terms and their place", () => {
    const [suggestion] = suggest("Registries at CERN", "We moved to Harbor and **mirrors**.");
    expect(suggestion?.reasons).toContainEqual({ text: "Registries", where: "title" });
    expect(suggestion?.reasons).toContainEqual({ text: "Harbor", where: "system" });
  });

  it("name a pair of words rather than its halves", () => {
    expect(words(suggest("Clusters on bare metal")[0])).toContain("bare metal");
    expect(words(suggest("Clusters on bare metal")[0])).not.toContain("metal");
  });

  it("name a topic where the words are that specific", () => {
    expect(suggest("Lazy pulling with the CVMFS snapshotter").map(refOf)[0]).toBe(
      "image-distribution/cvmfs-snapshotter",
    );
  });

  it("propose a second theme with the first where both are well supported", () => {
    const both = combinedSuggestion(
      suggest("Authorization tokens for storage: dCache, XRootD and SciTokens"),
    );
    expect(both.map(({ theme }) => theme).sort()).toEqual(["security", "storage-integration"]);
    expect(combinedSuggestion(suggest("Harbor, a container registry"))).toHaveLength(1);
  });

  it("see in notes what the title does not say", () => {
    expect(first("Report from Chicago")).toBeUndefined();
    expect(
      first(
        "Report from Chicago",
        "Kubernetes with **Harbor** as registry; images are pulled through a cache.",
      ),
    ).toBe("image-distribution");
  });

  it("take notes of any length", () => {
    expect(first("Harbor, a container registry", "lorem ipsum dolor ".repeat(100_000))).toBe(
      "image-distribution",
    );
  });
});

describe("a group's own archive", () => {
  const archive: readonly Example[] = [
    { title: "Quattor round table", themes: ["deployment-operations/bare-metal"] },
    { title: "Quattor news", themes: ["deployment-operations/bare-metal"] },
    { title: "Quattor at our site", themes: ["deployment-operations/bare-metal"] },
    { title: "From Quattor to Aquilon", themes: ["deployment-operations/bare-metal"] },
    { title: "Quattor", themes: ["deployment-operations/bare-metal"] },
    { title: "Harbor masters", themes: ["cncf-landscape"] },
    { title: "Harbor masters again", themes: ["cncf-landscape"] },
    { title: "Token corner", themes: "none" },
    { title: "Token corner", themes: "none" },
    { title: "Token corner", themes: "none" },
  ];
  const trained = (): typeof knowledge.suggester => {
    const { suggester } = createKnowledge(builtInCatalogue, "2026-01-15");
    suggester.train(archive);
    return suggester;
  };

  it("trains words that the catalogue does not know", () => {
    expect(suggest("Quattor in practice")).toEqual([]);
    expect(trained().suggest("Quattor in practice")[0]?.theme).toBe("deployment-operations");
  });

  it("wins over the catalogue's words", () => {
    expect(first("Harbor masters")).toBe("image-distribution");
    expect(trained().suggest("Harbor masters")[0]?.theme).toBe("cncf-landscape");
    expect(trained().suggest("Token corner")).toEqual([]);
  });

  it("does not change suggestions for other words", () => {
    expect(trained().suggest("A CSI driver for EOS")[0]?.theme).toBe("storage-integration");
  });

  it("does not make a habit of a single item", () => {
    const { suggester } = createKnowledge(builtInCatalogue, "2026-01-15");
    suggester.train([{ title: "Kubernetes introduction", themes: ["cncf-landscape"] }]);
    const proposed = combinedSuggestion(suggester.suggest("Rook and Ceph on Kubernetes"));
    expect(proposed.map(({ theme }) => theme)).toEqual(["storage-integration"]);
    expect(suggester.suggest("Kubernetes upgrade without downtime")[0]?.theme).toBe("deployment-operations");
  });

  it("is forgotten again", () => {
    const suggester = trained();
    suggester.train([]);
    expect(suggester.suggest("Harbor masters")[0]?.theme).toBe("image-distribution");
  });

  it("is what meetings have tagged, with known themes or none on purpose", () => {
    const text = `meeting: {title: M, date: 2019-12-10}
contributions:
  - title: One
    themes: [security/aai, nonsense]
    notes: Words.
  - title: Two
    themes: none
  - title: Untagged
  - title: "broken
  - title: Unknown alone
    themes: [nonsense]
surveys:
  - question: Three?
    themes: [security]
`;
    expect([...examplesIn(text, knowledge.vocabulary)].flat()).toEqual([
      { title: "One", notes: "Words.", themes: ["security/aai"] },
      { title: "Two", themes: "none" },
      { title: "Three?", themes: ["security"] },
    ]);
  });
});

describe("learning in steps", () => {
  const archive: readonly Example[] = [{ title: "Squirrel watching with zebras", themes: ["security"] }];

  it("gives the same suggestions as learning at once", () => {
    const [atOnce, inSteps] = [newSuggester(), newSuggester()];
    atOnce.train(archive);
    runToEnd(inSteps.trainInSteps(archive));
    const subjects = ["Harbor at our site", "Squirrel watching"];
    for (const title of subjects) expect(inSteps.suggest(title)).toEqual(atOnce.suggest(title));
    expect(inSteps.suggest("Squirrel watching")[0]?.theme).toBe("security");
  });

  it("is done once where two callers share the work", () => {
    const suggester = newSuggester();
    const [one, other] = [suggester.trainModelsInSteps(), suggester.trainModelsInSteps()];
    let steps = 0;
    let [last, isDone] = [one.next(), false];
    while (!isDone) {
      steps++;
      last = other.next();
      isDone = last.done === true;
    }
    expect(steps).toBeGreaterThan(10);
    expect(one.next()).toEqual({ done: true, value: last.value });
    expect(suggester.trainModelsInSteps().next().done).toBe(true);
  });
});

/** One that has learned nothing yet. */
function newSuggester(): Suggester {
  return new Suggester(knowledge.vocabulary);
}
