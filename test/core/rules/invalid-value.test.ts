import { describe, expect, it } from "vitest";
import { Scalar } from "yaml";
import type { Unit } from "../../../server/src/core/document/parseBlock";
import { invalidValue } from "../../../server/src/core/rules/structure/invalidValue";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";
import { fixtureKnowledge } from "../../support/fixtureCatalogue";

describe("invalid-value", () => {
  it("a start that is not a time of day", () => {
    const meeting = items`
      - title: x
        themes: none
        start: "25:00"
               ^^^^^^^ invalid-value: \`start\` must be a time of day as \`HH:MM\`, such as \`09:30\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {});
  });

  it("a start in another form", () => {
    const meeting = items`
      - title: x
        themes: none
        start: "9h30" # early
               ^^^^^^ invalid-value: \`start\` must be a time of day as \`HH:MM\`, such as \`09:30\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {
      "Replace with `09:30`": items`
        - title: x
          themes: none
          start: "09:30" # early
      `,
    });
  });

  it("an address without its scheme", () => {
    const meeting = items`
      - title: x
        themes: none
        url: indico.cern.ch/event/1
             ^^^^^^^^^^^^^^^^^^^^^^ invalid-value: An address must start with \`https://\` or \`http://\`, such as \`https://indico.cern.ch/event/000000\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {
      "Replace with `https://indico.cern.ch/event/1`": items`
        - title: x
          themes: none
          url: https://indico.cern.ch/event/1
      `,
    });
  });

  it("a status", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: a, owner: b, status: opn}]
                                              ^^^ invalid-value: \`status\` must be \`open\`, \`in-progress\`, \`done\` or \`dropped\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {
      "Replace with `open`": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b, status: open}]
      `,
      "Replace with `in-progress`": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b, status: in-progress}]
      `,
      "Replace with `done`": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b, status: done}]
      `,
      "Replace with `dropped`": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b, status: dropped}]
      `,
    });
  });

  it("a blank title", () => {
    const meeting = items`
      - title: " "
               ^^^ invalid-value: \`title\` must not be blank.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {});
  });

  it("a blank entry", () => {
    const meeting = items`
      - title: x
        themes: none
        speakers: [" "]
                   ^^^ invalid-value: This entry must not be blank.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {});
  });

  it("a duration of nothing", () => {
    const meeting = items`
      - title: x
        themes: none
        duration: 0
                  ^ invalid-value: \`duration\` must be more than 0.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {});
  });

  it("a negative number of responses", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - question: x
          themes: none
          responses: -3
                     ^^ invalid-value: \`responses\` must be at least 0.
          answers: [{answer: a, count: 4}]
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {});
  });

  it("an unknown time zone", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10, timezone: Europe/Zurch}
                                                      ^^^^^^^^^^^^ invalid-value: Unknown time zone \`Europe/Zurch\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {
      "Replace with `Europe/Zurich`": lines`
        meeting: {title: M, date: 2019-12-10, timezone: Europe/Zurich}
        contributions: []
      `,
      "Replace with `Europe/Kirov`": lines`
        meeting: {title: M, date: 2019-12-10, timezone: Europe/Kirov}
        contributions: []
      `,
      "Replace with `Europe/Paris`": lines`
        meeting: {title: M, date: 2019-12-10, timezone: Europe/Paris}
        contributions: []
      `,
    });
  });

  it("a time zone in another form", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10, timezone: a b}
                                                      ^^^ invalid-value: A time zone must be an IANA name, such as \`Europe/Zurich\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {});
  });

  it("a value whose key has no words for its form", () => {
    const error = { keyword: "pattern", instancePath: "/community", schemaPath: "", params: {} };
    const node = new Scalar("x");
    node.range = [0, 1, 1];
    const place = { node, path: ["contributions", 0, "community"], parent: null };
    const unit = { kind: "contributions" } as Unit;
    const finding = invalidValue(error, place, unit, { text: "x", ...fixtureKnowledge });
    expect(finding?.message).toMatch(/^`community` of this contribution has an invalid format/);
  });
});
