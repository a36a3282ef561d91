import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knowledge } from "../support/meeting";
import { figuresOf, isFirstAcceptable, type Judged, missesOf, outcomesOf, type Ranker } from "./measure";

const titles = JSON.parse(readFileSync(new URL("titles.json", import.meta.url), "utf8")) as Judged[];
const rank: Ranker = (title, notes) =>
  knowledge.suggester
    .suggest(title, notes)
    .map(({ theme, reasons }) => ({ theme, matched: reasons.map(({ text }) => text) }));

describe("suggestions on titles they did not learn from", () => {
  const outcomes = outcomesOf(titles, rank);
  const { first, three, silent } = figuresOf(outcomes);

  it("are acceptable first in nine of ten", () => {
    expect(first.hits / first.of).toBeGreaterThanOrEqual(0.9);
  });

  it("have the primary theme among three in 96 of a hundred", () => {
    expect(three.hits / three.of).toBeGreaterThanOrEqual(0.96);
  });

  it("are silent on most that fit none", () => {
    expect(silent.hits / silent.of).toBeGreaterThanOrEqual(0.6);
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
