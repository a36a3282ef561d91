import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("unknown-theme", () => {
  it("a misspelt theme", () => {
    const meeting = items`
      - title: x
        themes: [securty] # c
                 ^^^^^^^ unknown-theme: Unknown theme: \`securty\`. Did you mean \`security\`?
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-theme", {
      "Replace with `security`": items`
        - title: x
          themes: [security] # c
      `,
    });
  });

  it("the title of a theme", () => {
    const meeting = items`
      - title: x
        themes:
          - Storage integration
            ^^^^^^^^^^^^^^^^^^^ unknown-theme: Unknown theme: \`Storage integration\`. Did you mean \`storage-integration\`?
          - security
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-theme", {
      "Replace with `storage-integration`": items`
        - title: x
          themes:
            - storage-integration
            - security
      `,
      "Replace with `storage-integration/csi`": items`
        - title: x
          themes:
            - storage-integration/csi
            - security
      `,
    });
  });

  it("a theme that is like no other", () => {
    const meeting = items`
      - title: x
        themes: [qqqqqqqq]
                 ^^^^^^^^ unknown-theme: Unknown theme: \`qqqqqqqq\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-theme", {});
  });

  it("`none` in a list", () => {
    const meeting = items`
      - title: x
        themes: [none] # c
                 ^^^^ unknown-theme: \`none\` cannot be an entry of a list: write \`themes: none\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-theme", {
      "Write `themes: none`": items`
        - title: x
          themes: none # c
      `,
    });
  });

  it("`none` beside a theme", () => {
    const meeting = items`
      - title: x
        themes: [none, security] # c
                 ^^^^ unknown-theme: \`none\` cannot be an entry of a list: remove it.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-theme", {
      "Remove `none`": items`
        - title: x
          themes: [security] # c
      `,
    });
  });
});
