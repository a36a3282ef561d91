import { describe, expect, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";
import { readFixture } from "../../support/fixtureCatalogue";

describe("too-complex", () => {
  it("an alias that contains itself", () => {
    const meeting = items`
      - title: &a [*a]
                   ^^ too-complex: The alias \`*a\` contains itself.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "too-complex", {});
  });

  it("lists within lists", () => {
    const meeting = items`
      - title: ${"[".repeat(51)}${"]".repeat(51)}
                                                                 ^^ too-complex: Nested more than 50 levels deep.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "too-complex", {});
  });

  it("lists that are too deep for the parser", () => {
    const meeting = items`
      - title: ${"[".repeat(320)}
                                                                                                                                                                                                                                                                                                                         ^^^^^^^^^^^^^^^^^^^^^^ too-complex: Nested more than 300 levels deep.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "too-complex", {});
  });

  it("aliases that expand to too many values", () => {
    const meeting = items`
      - speakers: &a [x, x, x, x, x, x, x, x, x, x]
        a: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        b: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        c: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        d: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
                                           ^^ too-complex: The aliases expand to too many values: write the values out.
        title: x
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "too-complex", {});
  });

  it("aliases that expand to too much text", () => {
    const meeting = items`
      - title: x
        themes: none
        abstract: &a ${"x".repeat(2000)}
        decisions: [${"*a, ".repeat(11)}*a]
                                                            ^^ too-complex: The aliases expand to too much text: write the texts out.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "too-complex", {});
  });

  it("an item of too many values", () => {
    const meeting = (names: number): string =>
      items`
        - title: A
          themes: none
          speakers: [${"x, ".repeat(names - 1)}A. Forti]
      `;
    const messagesOf = (text: string) =>
      readFixture(text)
        .findings()
        .map(({ code, message }) => [code, message]);
    expect(messagesOf(meeting(40_000))).toEqual([]);
    expect(messagesOf(meeting(50_001))).toEqual([["too-complex", "More than 50,000 values in one item."]]);
  });
});
