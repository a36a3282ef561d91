import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("duplicate-title", () => {
  it("two items of one list", () => {
    const meeting = items`
      - {title: A, themes: none}
                ^ note: First occurrence.
      - {title: a, themes: none}
                ^ duplicate-title: Duplicate title.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-title", {});
  });
});
