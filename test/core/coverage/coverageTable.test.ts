import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../server/src/core/coverage/coverageOf";
import { coverageTable } from "../../../server/src/core/coverage/coverageTable";
import { inMeeting } from "../../support/findings";
import { readFixture as read } from "../../support/fixtureCatalogue";

function table(...texts: readonly string[]) {
  const { header, rows } = coverageTable(coverageOf(texts.map((text) => read(text))));
  const covered = rows.filter(({ cells }) => cells[0] !== "0");
  return { header, count: rows.length, covered: covered.map(({ ref, cells }) => [ref, ...cells]) };
}

describe("the table of a coverage", () => {
  it("has every theme, the topics with items, and the communities", () => {
    expect(
      table(
        inMeeting(
          "  - {title: x, duration: 20, community: CMS, themes: [security/aai, image-distribution]}\n",
        ),
      ),
    ).toEqual({
      header: ["Theme", "Items", "Minutes", "CMS"],
      count: 5,
      covered: [
        ["security", "1", "10", "1"],
        ["security/aai", "1", "10", "1"],
        ["image-distribution", "1", "10", "1"],
      ],
    });
  });

  it("has no minutes if no item has a duration, and nothing in a cell without an item", () => {
    const first =
      "meeting: {title: M, date: 2019-12-10}\ncontributions:\n  - {title: x, themes: [security]}\n";
    const second = "meeting: {title: Later}\ncontributions:\n  - {title: x, themes: none}\n";
    expect(table(first, second)).toEqual({
      header: ["Theme", "Items", "Later", "2019-12-10"],
      count: 4,
      covered: [["security", "1", "", "1"]],
    });
  });
});
