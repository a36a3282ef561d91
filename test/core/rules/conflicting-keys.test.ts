import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("conflicting-keys", () => {
  it("an owner and owners", () => {
    const action = (keys: string): string =>
      items`
        - title: A
          themes: none
          actions: [{text: a, ${keys}}]
      `;
    expectFixes(action("owner: A. Forti, owners: [B. Two]"), "conflicting-keys", {
      "Write all persons in `owners`": action("owners: [B. Two, A. Forti]"),
    });
    expectFixes(action("owner: A. Forti, owners: ['Forti, A.']"), "conflicting-keys", {
      "Write all persons in `owners`": action("owners: ['Forti, A.']"),
    });
  });

  it("has no fix for a key that occurs twice", () => {
    const action = (keys: string): string => items`
      - title: A
        themes: none
        actions: [{text: a, ${keys}}]
    `;
    expectFixes(action("owner: A, owners: [B], owner: C"), "conflicting-keys", {});
    expectFixes(action("owner: A, closed: 2019-12-11, closed: 2019-12-12"), "conflicting-keys", {});
  });

  it("an open action with the day on which it was closed", () =>
    expectFindings(items`
      - title: A
        themes: none
        actions:
          - {text: a, owner: B, closed: 2019-12-11}
                                ^^^^^^ conflicting-keys: An action with \`closed\` must be \`done\` or \`dropped\`, not \`open\`.
          - {text: b, owner: B, status: done, closed: 2019-12-11}
          - {text: c, owner: B, status: done}
    `));
});
