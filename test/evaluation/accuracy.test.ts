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
  const { first, three, suggestsNothing } = figuresOf(outcomes);

  it("are acceptable first in nine of ten", () => {
    expect(first.hits / first.total).toBeGreaterThanOrEqual(0.9);
  });

  it("have the primary theme among three in 96 of a hundred", () => {
    expect(three.hits / three.total).toBeGreaterThanOrEqual(0.96);
  });

  it("suggest nothing for most titles that fit no theme", () => {
    expect(suggestsNothing.hits / suggestsNothing.total).toBeGreaterThanOrEqual(0.6);
  });

  it("have reasons from the title", () => {
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
  { file: "conferences.json", first: 0.9, three: 0.96, suggestsNothing: 0.9 },
  { file: "unread.json", first: 0.85, three: 0.95, suggestsNothing: 0.9 },
])("suggestions on $file", ({ file, ...minimum }) => {
  const figures = figuresOf(
    outcomesOf(
      read(file).map(({ notes: _, ...judged }) => judged),
      rank,
    ),
  );

  it.each(["first", "three", "suggestsNothing"] as const)("reach their documented share: %s", (figure) => {
    const { hits, total } = figures[figure];
    expect(hits / total).toBeGreaterThanOrEqual(minimum[figure]);
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

  it("make suggestions better, and add none for titles without a theme", () => {
    expect(full.first.hits).toBeGreaterThan(bare.first.hits);
    expect(full.suggestsNothing.hits).toBeGreaterThanOrEqual(bare.suggestsNothing.hits);
  });
});

describe("a group's own meetings", () => {
  it("train suggestions for later meetings", () => {
    const trainRanker: TrainRanker = (archive) =>
      rankerOf(createKnowledge(builtInCatalogue, "2026-01-15").suggester, archive);
    const { alone, withArchive } = walk(read<SeriesItem>("series.json"), trainRanker);
    const [before, after] = [figuresOf(alone), figuresOf(withArchive)];
    expect(after.first.hits).toBeGreaterThanOrEqual(before.first.hits + 10);
    expect(after.suggestsNothing.hits).toBeGreaterThanOrEqual(before.suggestsNothing.hits);
  });
});
