import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("action-without-owner", () => {
  it("an open action", () => {
    const meeting = items`
      - title: x
        speakers: [A. B]
        themes: none
        actions:
          - text: a # c
            ^^^^ action-without-owner: Open action without an \`owner\`.
            due: 2020-01-31
    `;
    expectFindings(meeting);
    expectFixes(meeting, "action-without-owner", {
      "Assign to A. B": items`
        - title: x
          speakers: [A. B]
          themes: none
          actions:
            - text: a # c
              owner: A. B
              due: 2020-01-31
      `,
    });
  });

  it("an owner without a value", () => {
    const meeting = items`
      - title: x
        themes: none
        actions:
          - {text: a, owner: B}
          - text: c
            owner: # d
            ^^^^^ action-without-owner: Open action without an \`owner\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "action-without-owner", {
      "Assign to B": items`
        - title: x
          themes: none
          actions:
            - {text: a, owner: B}
            - text: c
              owner: B # d
      `,
    });
  });

  it("none for an action that is done", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: a, status: done}]
    `;
    expectFindings(meeting);
  });
});
