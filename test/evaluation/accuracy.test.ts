import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../server/generated/catalogue";
import { createKnowledge } from "../../server/src/host/builtInKnowledge";
import { knowledge } from "../support/meeting";
import { figuresOf, isFirstAcceptable, type LabelledTitle, missesOf, outcomesOf } from "./measure";
import { rankerOf, type TrainRanker } from "./rankers";
import { type SeriesItem, walk } from "./series";

function read<T extends LabelledTitle>(file: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as T[];
}

const titles = read("titles.json");
const rank = rankerOf(knowledge.suggester);

describe("suggestions on titles they did not learn from", () => {
  const outcomes = outcomesOf(titles, rank);
  const { first, three, silent } = figuresOf(outcomes);

  it("are acceptable first in nine of ten", () => {
    expect(first.hits / first.total).toBeGreaterThanOrEqual(0.9);
  });

  it("have the primary theme among three in 96 of a hundred", () => {
    expect(three.hits / three.total).toBeGreaterThanOrEqual(0.96);
  });

  it("are silent on most that fit none", () => {
    expect(silent.hits / silent.total).toBeGreaterThanOrEqual(0.6);
  });

  it("give reasons that stand in the title", () => {
    for (const { judged, suggested } of outcomes.filter(isFirstAcceptable)) {
      const [{ matched } = { matched: [] }] = suggested;
      expect(matched.length, judged.title).toBeGreaterThan(0);
    }
  });

  it("count what is missed as missed", () => {
    const wrong = outcomesOf(titles, () => [{ theme: "no-such-theme", matched: [] }]);
    expect(missesOf(wrong)).toHaveLength(titles.length);
    expect(figuresOf(wrong).first.hits).toBe(0);
  });
});

describe.each([
  { file: "conferences.json", first: 0.9, three: 0.96, silent: 0.9 },
  { file: "unread.json", first: 0.85, three: 0.95, silent: 0.9 },
])("suggestions on $file", ({ file, ...least }) => {
  const figures = figuresOf(
    outcomesOf(
      read(file).map(({ notes: _, ...judged }) => judged),
      rank,
    ),
  );

  it.each(["first", "three", "silent"] as const)("reach what is said of them: %s", (figure) => {
    const { hits, total } = figures[figure];
    expect(hits / total).toBeGreaterThanOrEqual(least[figure]);
  });
});

describe("notes", () => {
  const withNotes = read("conferences.json").filter(({ notes }) => notes !== undefined);
  const bare = figuresOf(
    outcomesOf(
      withNotes.map(({ notes: _, ...judged }) => judged),
      rank,
    ),
  );
  const full = figuresOf(outcomesOf(withNotes, rank));

  it("make suggestions better, and break no silence", () => {
    expect(full.first.hits).toBeGreaterThan(bare.first.hits);
    expect(full.silent.hits).toBeGreaterThanOrEqual(bare.silent.hits);
  });
});

describe("a group's own meetings", () => {
  it("teach its habits to those after them", () => {
    const taught: TrainRanker = (archive) =>
      rankerOf(createKnowledge(builtInCatalogue, "2026-01-15").suggester, archive);
    const { alone, withArchive } = walk(read<SeriesItem>("series.json"), taught);
    const [before, after] = [figuresOf(alone), figuresOf(withArchive)];
    expect(after.first.hits).toBeGreaterThanOrEqual(before.first.hits + 10);
    expect(after.silent.hits).toBeGreaterThanOrEqual(before.silent.hits);
  });
});
