import { describe, it } from "vitest";
import { expectFindings, items } from "../../support/findings";

describe("a text of several lines without `|`", () => {
  it("is reported where YAML joins the entries of a list", () => {
    expectFindings(items`
      - title: x
        themes: none
        notes:
          Points:
          ^^^^^^^ wrong-type: \`notes\` must be text: write \`notes: |\` above its lines.
          - one
          - two
    `);
  });

  it("may be prose, with a comment below it", () => {
    expectFindings(items`
      - title: x
        notes: Words
          and more
        # a comment
        themes: none
    `);
  });
});
