import { describe, expect, it } from "vitest";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

const disable = "wlcg-notes-disable";

// each ends long before the limit of a test where it takes no square of its length
describe("thousands of suppressions", () => {
  it("above as many comments each find the next line", () => {
    const comments = `    # ${disable}-next-line untagged-item\n`.repeat(3000) + "    #\n".repeat(30_000);
    expect(readMeeting(inMeeting(`  - title: T\n${comments}    themes: none\n`)).findings()).toHaveLength(
      3000,
    );
  });

  it("of the whole file, one in each item, suppress every finding", () => {
    const items = Array.from(
      { length: 10_000 },
      (_, at) => `  - title: T${at} # ${disable}-file untagged-item\n`,
    );
    expect(readMeeting(inMeeting(items.join(""))).findings()).toEqual([]);
  });

  it("on one line suppress its finding", () => {
    const comments = ` #${disable}-line untagged-item`.repeat(10_000);
    expect(readMeeting(inMeeting(`  - title: T #${comments}\n`)).findings()).toEqual([]);
  });
});
