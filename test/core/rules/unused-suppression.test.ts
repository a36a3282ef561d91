import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("unused-suppression", () => {
  it("a comment without effect", () => {
    const meeting = items`
      - title: x
        themes: none # wlcg-notes-disable-line untagged-item
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: This suppression has no effect.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unused-suppression", {
      "Remove the suppression": items`
        - title: x
          themes: none
      `,
    });
  });

  it("an unknown code beside a used one", () => {
    const meeting = items`
      - title: x # wlcg-notes-disable-line untagged-item nope
                                                         ^^^^ unused-suppression: Unknown code \`nope\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unused-suppression", {
      "Remove `nope`": items`
        - title: x # wlcg-notes-disable-line untagged-item
      `,
    });
  });

  it("only an unknown code", () => {
    const meeting = items`
      - {title: x, themes: none} # wlcg-notes-disable-line nope
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: Unknown code \`nope\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unused-suppression", {
      "Remove the suppression": items`
        - {title: x, themes: none}
      `,
    });
  });

  it("a code that is not reported here", () => {
    const meeting = items`
      - title: x # wlcg-notes-disable-line untagged-item, unknown-key
                                                          ^^^^^^^^^^^ unused-suppression: \`unknown-key\` is not reported here.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unused-suppression", {
      "Remove `unknown-key`": items`
        - title: x # wlcg-notes-disable-line untagged-item
      `,
    });
  });

  it("a comment on its own line", () => {
    const meeting = items`
      # wlcg-notes-disable-next-line duplicate-key
      ${"^".repeat(44)} unused-suppression: This suppression has no effect.
      - title: x
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unused-suppression", {
      "Remove the suppression": items`
        - title: x
          themes: none
      `,
    });
  });
});
