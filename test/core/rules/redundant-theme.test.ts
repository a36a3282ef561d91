import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("redundant-theme", () => {
  it("in a row", () => {
    const meeting = items`
      - title: x
        themes: [security, security/aai]
                 ^^^^^^^^ redundant-theme: Redundant: \`security/aai\` already implies \`security\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "redundant-theme", {
      "Remove `security`": items`
        - title: x
          themes: [security/aai]
      `,
    });
  });

  it("after its topic", () => {
    const meeting = items`
      - title: x
        themes:
          - security/aai
          - security # two
            ^^^^^^^^ redundant-theme: Redundant: \`security/aai\` already implies \`security\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "redundant-theme", {
      "Remove `security`": items`
        - title: x
          themes:
            - security/aai
            # two
      `,
    });
  });
});
