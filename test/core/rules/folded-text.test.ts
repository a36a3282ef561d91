import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("folded-text", () => {
  it("a list below `>`", () => {
    const meeting = items`
      - title: x
        themes: none
        notes: >
               ^ folded-text: \`>\` joins these lines into one paragraph: use \`|\` to keep them.
          - one
          - two
    `;
    expectFindings(meeting);
    expectFixes(meeting, "folded-text", {
      "Keep the lines with `|`": items`
        - title: x
          themes: none
          notes: |
            - one
            - two
      `,
    });
  });

  it("a list without a block", () => {
    const meeting = items`
      - title: x
        themes: none
        notes: Points:one
               ^^^^^^^^^^ folded-text: YAML joins these lines into one paragraph: begin the text with \`notes: |\`.
          - one
          - two
    `;
    expectFindings(meeting);
    expectFixes(meeting, "folded-text", {
      "Begin the text with `notes: |`": items`
        - title: x
          themes: none
          notes: |
            Points:one
            - one
            - two
      `,
    });
  });

  it("prose", () => {
    expectFindings(items`
      - title: x
        themes: none
        notes: >
          Some prose that
          goes on.
    `);
  });
});
