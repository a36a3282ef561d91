import { describe, expect, it } from "vitest";
import type { Coverage } from "../../../server/src/core/coverage/coverageModel";
import { coverageOf } from "../../../server/src/core/coverage/coverageOf";
import { inMeeting } from "../../support/findings";
import { knowledge, readMeeting } from "../../support/meeting";

function of(items: string): Coverage {
  return coverageOf([readMeeting(inMeeting(items))]);
}

function at(coverage: Coverage, ref: string) {
  const all = coverage.themes.flatMap((theme) => [theme, ...theme.topics]);
  const found = all.find((one) => one.ref === ref);
  if (!found) throw new Error(`There is no ${ref}.`);
  const { items, minutes, byColumn, byCommunity } = found;
  return { items, minutes, byColumn, byCommunity };
}

describe("the coverage of a meeting", () => {
  it("counts each item once for a theme, whatever topics it lists", () => {
    const coverage = of(
      "  - {title: x, themes: [security/aai, security/policy]}\n  - {title: y, themes: [security, security]}\n",
    );
    expect(at(coverage, "security")).toMatchObject({ items: 2, byColumn: [1, 1] });
    expect(at(coverage, "security/aai")).toMatchObject({ items: 1, byColumn: [1, 0] });
  });

  it("shares the minutes of an item among its themes, and a theme's among its topics", () => {
    const coverage = of(
      "  - {title: x, duration: 20, themes: [security/aai, security/policy, image-distribution]}\n  - {title: y, duration: 15, themes: [security]}\n",
    );
    expect(at(coverage, "security").minutes).toBe(25);
    expect(at(coverage, "security/aai").minutes).toBe(5);
    expect(at(coverage, "image-distribution").minutes).toBe(10);
    expect(coverage.total).toEqual({ items: 2, minutes: 35 });
  });

  it.each([".nan", ".inf", "1e300", "-5", "'20'", "[]"])(
    "gives no minutes for a duration of %s",
    (duration) => {
      const coverage = of(`  - {title: x, duration: ${duration}, themes: [security]}\n`);
      expect(at(coverage, "security")).toMatchObject({ items: 1, minutes: 0 });
    },
  );

  it("has a column for each item, in the file's order", () => {
    const rest =
      "surveys:\n  - {question: Q, themes: [security]}\ndiscussion:\n  - topic:\n    themes: [security]\n";
    expect(of(`  - {title: "x\\n y", themes: none}\n${rest}`).columns).toEqual([
      { kind: "contributions", title: "x y" },
      { kind: "surveys", title: "Q" },
      { kind: "discussion", title: "(no title)" },
    ]);
  });

  it("has communities in the catalogue's order, by its names, then others", () => {
    const coverage = of(
      ["zoo", "cms", "Ants", "ATLAS", "CMS"]
        .map((name) => `  - {title: x, community: ${name}, themes: [security]}\n`)
        .join(""),
    );
    expect(coverage.communities).toEqual(["ATLAS", "CMS", "Ants", "zoo"]);
    expect(at(coverage, "security").byCommunity).toEqual([1, 2, 1, 1]);
  });

  it("distinguishes untagged items from items with `themes: none`", () => {
    const coverage = of(
      "  - {title: x, duration: 5}\n  - {title: y, themes: none}\n  - {title: z, themes: []}\n",
    );
    expect(coverage.untagged).toEqual({ items: 2, minutes: 5 });
    expect(coverage.total.items).toBe(3);
  });

  it("lists what is not covered: themes, and topics of the other themes", () => {
    const { uncovered } = of("  - {title: x, themes: [container-runtimes/cri]}\n");
    expect(uncovered).toContain("security");
    expect(uncovered).not.toContain("security/aai");
    expect(uncovered).not.toContain("container-runtimes");
    expect(uncovered).not.toContain("container-runtimes/cri");
    expect(uncovered.filter((ref) => ref.startsWith("container-runtimes/")).length).toBeGreaterThan(0);
  });

  it("names unknown references, and counts the theme of an unknown topic", () => {
    const coverage = of("  - {title: x, themes: [gardening, security/gnomes]}\n");
    expect(coverage.unknown).toEqual(["gardening", "security/gnomes"]);
    expect(at(coverage, "security").items).toBe(1);
  });

  it("reports where some of the text could not be read, and counts the rest", () => {
    const coverage = of("  - {title: x, themes: [security]}\n  - {title: y\n");
    expect(coverage.meetings).toEqual([{ inputIndex: 0, title: "M", date: "2019-12-10", isBroken: true }]);
    expect(at(coverage, "security").items).toBe(1);
  });

  it("is empty for an empty file, and for no file", () => {
    expect(coverageOf([readMeeting("")]).total).toEqual({ items: 0, minutes: 0 });
    expect(coverageOf([readMeeting("")]).uncovered).toHaveLength(
      knowledge.vocabulary.catalogue.themes.length,
    );
    expect(coverageOf([])).toMatchObject({ meetings: [], themes: [], uncovered: [] });
  });
});

describe("the coverage of a series", () => {
  const meeting = (date: string, themes: string) =>
    readMeeting(`meeting: {title: M, date: ${date}}\ncontributions:\n  - {title: x, themes: ${themes}}\n`);

  it("has a column for each meeting, the newest last, what has no day in front", () => {
    const coverage = coverageOf([
      meeting("2020-05-01", "[security]"),
      meeting("2026-02-30", "none"),
      meeting("2019-12-10", "[security/aai]"),
    ]);
    expect(coverage.meetings.map(({ inputIndex }) => inputIndex)).toEqual([1, 2, 0]);
    expect(coverage.columns.map(({ date }) => date)).toEqual(["2026-02-30", "2019-12-10", "2020-05-01"]);
    expect(at(coverage, "security").byColumn).toEqual([0, 1, 1]);
    expect(at(coverage, "security/aai").byColumn).toEqual([0, 1, 0]);
  });
});
