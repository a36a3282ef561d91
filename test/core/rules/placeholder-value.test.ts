import { describe, it } from "vitest";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";

describe("placeholder-value", () => {
  it("a list of no speakers", () => {
    const meeting = items`
      - title: x
        themes: none
        speakers: [None] # to ask
                   ^^^^ placeholder-value: \`None\` is not a value of \`speakers\`: leave it out if there is none.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "placeholder-value", {
      "Remove `speakers`": items`
        - title: x
          themes: none
          # to ask
      `,
    });
  });

  it("an entry among others", () => {
    const meeting = items`
      - title: x
        themes: none
        speakers: [A. Forti, TBD]
                             ^^^ placeholder-value: \`TBD\` is not a value of \`speakers\`: leave it out until the value is known.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "placeholder-value", {
      "Remove `TBD`": items`
        - title: x
          themes: none
          speakers: [A. Forti]
      `,
    });
  });

  it("an action that is none", () => {
    const meeting = items`
      - title: x
        themes: none
        actions:
          - text: none
                  ^^^^ placeholder-value: \`none\` is not a value of \`actions\`: leave it out if there is none.
            owner: n/a
    `;
    expectFindings(meeting);
    expectFixes(meeting, "placeholder-value", {
      "Remove `actions`": items`
        - title: x
          themes: none
      `,
    });
  });

  it("an owner that is not known", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: Ask, owner: tbd, status: done}]
                                     ^^^ placeholder-value: \`tbd\` is not a value of \`owner\`: leave it out until the value is known.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "placeholder-value", {
      "Remove `owner`": items`
        - title: x
          themes: none
          actions: [{text: Ask, status: done}]
      `,
    });
  });

  it("not a title, an answer, or a sentence that begins with such a word", () => {
    expectFindings(lines`
      meeting: {title: None, date: 2019-12-10, place: TBD}
      contributions:
        - title: None of the above
          themes: none
          speakers: [A. No, B. None]
      surveys:
        - question: Which one?
          themes: none
          answers: [{answer: None, count: 3}, {answer: N/A, count: 1}]
      discussion:
        - topic: "No"
          themes: none
          decisions: ["No, thanks", None of the above]
    `);
  });
});
