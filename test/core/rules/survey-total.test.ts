import { describe, it } from "vitest";
import { expectFindings, expectFixes, lines } from "../../support/findings";

describe("survey-total", () => {
  it("more answers than responses", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - question: x
          themes: none
          responses: 3
                     ^ survey-total: The answers add up to 4, more than the 3 responses.
          answers: [{answer: a, count: 4}]
    `;
    expectFindings(meeting);
    expectFixes(meeting, "survey-total", {
      "Replace with `4`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
        surveys:
          - question: x
            themes: none
            responses: 4
            answers: [{answer: a, count: 4}]
      `,
    });
  });

  it("none where as many answered", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - question: x
          themes: none
          responses: 4
          answers: [{answer: a, count: 4}]
    `;
    expectFindings(meeting);
  });
});
