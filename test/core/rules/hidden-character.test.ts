import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("hidden-character", () => {
  it("a bidirectional override", () => {
    const meeting = items`
      - title: "a \u202eb"
                  ^ hidden-character: Invisible character U+202E: the text may be displayed differently from what is stored.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "hidden-character", {
      "Remove the invisible characters": items`
        - title: "a b"
          themes: none
      `,
    });
  });
});
