import { describe, it } from "vitest";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";

describe("invalid-date", () => {
  it("a date with the name of its month", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: a, owner: b, due: 10 December 2019}]
                                           ^^^^^^^^^^^^^^^^ invalid-date: A date must be written as year-month-day, such as \`2019-12-10\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-date", {
      "Replace with `2019-12-10`": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b, due: 2019-12-10}]
      `,
    });
  });

  it("a day that the month does not have", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: a, owner: b, due: 2020-02-30}]
                                           ^^^^^^^^^^ invalid-date: 2020-02-30 is not a date of the calendar.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-date", {
      "Replace with `2020-02-29`": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b, due: 2020-02-29}]
      `,
    });
  });

  it("a date that cannot be read", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: a, owner: b, due: soon}]
                                           ^^^^ invalid-date: A date must be written as year-month-day, such as \`2019-12-10\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-date", {});
  });

  it("the date of the meeting", () => {
    const meeting = lines`
      meeting: {title: M, date: 10.12.2019}
                                ^^^^^^^^^^ invalid-date: A date must be written as year-month-day, such as \`2019-12-10\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-date", {
      "Replace with `2019-12-10`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
      `,
    });
  });
});
