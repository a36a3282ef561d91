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
    expectFixes(meeting, "duplicate-title", {
      "Rename to “a (2)”": items`
        - {title: A, themes: none}
        - {title: a (2), themes: none}
      `,
    });
  });

  it("counts on where a number is taken, and stays in the quotes", () => {
    const meeting = items`
      - {title: A, themes: none}
      - {title: A (2), themes: none}
      - {title: "A", themes: none}
    `;
    expectFixes(meeting, "duplicate-title", {
      "Rename to “A (3)”": meeting.replace('"A"', '"A (3)"'),
    });
  });
});
