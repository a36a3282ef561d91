import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("unknown-topic", () => {
  it("a misspelt topic", () => {
    const meeting = items`
      - title: x
        themes: [security/ai]
                 ^^^^^^^^^^^ unknown-topic: Unknown topic of \`security\`: \`security/ai\`. Did you mean \`security/aai\`?
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-topic", {
      "Replace with `security/aai`": items`
        - title: x
          themes: [security/aai]
      `,
      "Replace with `security`": items`
        - title: x
          themes: [security]
      `,
    });
  });

  it("a topic that is like no other", () => {
    const meeting = items`
      - title: x
        themes: [security/qqqqqqqq]
                 ^^^^^^^^^^^^^^^^^ unknown-topic: Unknown topic of \`security\`: \`security/qqqqqqqq\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-topic", {
      "Replace with `security`": items`
        - title: x
          themes: [security]
      `,
    });
  });
});
