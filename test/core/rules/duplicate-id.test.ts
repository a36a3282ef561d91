import { describe, it } from "vitest";
import { expectFindings, lines } from "../../support/findings";

describe("duplicate-id", () => {
  it("two actions with one number, in any list", () =>
    expectFindings(lines`
      meeting:
        title: M
        date: 2019-12-10
      contributions:
        - title: A
          themes: none
          actions:
            - {text: a, owner: B, id: A1}
                                      ^^ note: First occurrence.
            - {text: b, owner: B, id: A2}
      actions:
        - {text: c, owner: B, id: a1}
                                  ^^ duplicate-id: Duplicate \`id\`: another action has the number a1.
    `));
});
