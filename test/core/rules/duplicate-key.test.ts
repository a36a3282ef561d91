import { describe, it } from "vitest";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";

describe("duplicate-key", () => {
  it("a key that occurs twice in an item", () => {
    const meeting = items`
      - title: x
        duration: 20
        ^^^^^^^^ note: First occurrence.
        themes: none
        duration: 30
        ^^^^^^^^ duplicate-key: Duplicate key \`duration\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-key", {
      "Keep the first": items`
        - title: x
          duration: 20
          themes: none
      `,
      "Keep the second": items`
        - title: x
          themes: none
          duration: 30
      `,
    });
  });

  it("a key that occurs twice in an action", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: a, owner: b, text: c}]
                                      ^^^^ duplicate-key: Duplicate key \`text\`.
                   ^^^^ note: First occurrence.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-key", {
      "Keep the first": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b}]
      `,
      "Keep the second": items`
        - title: x
          themes: none
          actions: [{owner: b, text: c}]
      `,
    });
  });

  it("a root key that occurs twice", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      ^^^^^^^ note: First occurrence.
      contributions: []
      meeting: {title: M, date: 2019-12-10}
      ^^^^^^^ duplicate-key: Duplicate key \`meeting\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-key", {});
  });
});
