import { describe, it } from "vitest";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";

describe("untagged-item", () => {
  it("no themes", () => {
    const meeting = items`
      - title: Lazy image pulling # c
               ^^^^^^^^^^^^^^^^^^ untagged-item: This contribution has no theme.
        notes: x
    `;
    expectFindings(meeting);
    expectFixes(meeting, "untagged-item", {
      "Tag with image-distribution/lazy-pulling (image pulling, Lazy)": items`
        - title: Lazy image pulling # c
          themes: [image-distribution/lazy-pulling]
          notes: x
      `,
      "Mark as having no theme (`themes: none`)": items`
        - title: Lazy image pulling # c
          themes: none
          notes: x
      `,
    });
  });

  it("an empty list", () => {
    const meeting = items`
      - title: Coffee
        themes: [] # c
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "untagged-item", {
      "Mark as having no theme (`themes: none`)": items`
        - title: Coffee
          themes: none # c
      `,
    });
  });

  it("a key without a value", () => {
    const meeting = items`
      - title: Coffee
        themes:
        ^^^^^^ untagged-item: This contribution has no theme.
        notes: x
    `;
    expectFindings(meeting);
    expectFixes(meeting, "untagged-item", {
      "Mark as having no theme (`themes: none`)": items`
        - title: Coffee
          themes: none
          notes: x
      `,
    });
  });

  it("a survey", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - question: x
                    ^ untagged-item: This survey has no theme.
          answers: [{answer: a, count: 4}]
    `;
    expectFindings(meeting);
    expectFixes(meeting, "untagged-item", {
      "Mark as having no theme (`themes: none`)": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
        surveys:
          - question: x
            answers: [{answer: a, count: 4}]
            themes: none
      `,
    });
  });

  it("a discussion item", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      discussion:
        - topic: x
                 ^ untagged-item: This discussion item has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "untagged-item", {
      "Mark as having no theme (`themes: none`)": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
        discussion:
          - topic: x
            themes: none
      `,
    });
  });
});
