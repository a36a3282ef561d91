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
    expectFixes(meeting, "duplicate-title", {});
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
