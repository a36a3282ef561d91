import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("duplicate-title", () => {
  it("two items of one list", () => {
    const meeting = items`
      - {title: A, themes: none}
                ^ note: First occurrence.
      - {title: a, themes: [security]}
                ^ duplicate-title: Duplicate title.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-title", {
      "Rename to “a (2)”": items`
        - {title: A, themes: none}
        - {title: a (2), themes: [security]}
      `,
    });
  });

  it("counts on where a number is taken, and stays in the quotes", () => {
    const meeting = items`
      - {title: A, themes: none}
      - {title: A (2), themes: none}
      - {title: "A", themes: [security]}
    `;
    expectFixes(meeting, "duplicate-title", {
      "Rename to “A (3)”": meeting.replace('"A"', '"A (3)"'),
    });
  });

  it("not two items without themes", () => {
    expectFindings(items`
      - {title: Welcome, themes: none}
      - {title: Welcome, themes: none}
    `);
  });

  it.each(["Coffee break", "Lunch", "Coffee", "Tea break (Room 40)"])("not two breaks: %s", (title) => {
    expectFindings(items`
      - {title: ${title}, themes: none}
      - {title: ${title}, themes: [security]}
    `);
  });
});
