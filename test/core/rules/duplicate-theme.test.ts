import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("duplicate-theme", () => {
  it("in a row", () => {
    const meeting = items`
      - title: x
        themes: [security, cncf-landscape, security]
                                           ^^^^^^^^ duplicate-theme: Duplicate theme \`security\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-theme", {
      "Remove the second `security`": items`
        - title: x
          themes: [security, cncf-landscape]
      `,
    });
  });

  it("on lines", () => {
    const meeting = items`
      - title: x
        themes:
          - security # one
          - security
            ^^^^^^^^ duplicate-theme: Duplicate theme \`security\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-theme", {
      "Remove the second `security`": items`
        - title: x
          themes:
            - security # one
      `,
    });
  });
});
