import { describe, expect, it } from "vitest";
import { Scalar } from "yaml";
import type { Unit } from "../../../server/src/core/document/parseBlock";
import { invalidValue } from "../../../server/src/core/rules/structure/invalidValue";
import { expectFindings, expectFixes, inMeeting, items, lines } from "../../support/findings";
import { fixtureKnowledge, readFixture } from "../../support/fixtureCatalogue";

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

  it("several persons in one entry", () => {
    const meeting = items`
      - title: A
        themes: none
        speakers: ["Alessandra Forti and Bob Two", C. Three]
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-value: Several persons in one entry: \`Alessandra Forti and Bob Two\`. Each person must be a separate entry.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {
      "2 persons: Alessandra Forti, Bob Two": items`
        - title: A
          themes: none
          speakers: [Alessandra Forti, Bob Two, C. Three]
      `,
    });
  });

  it("several persons, or one with a surname of two words", () => {
    expectFixes(
      items`
        - title: A
          themes: none
          speakers:
            - Alessandra Forti, Bob Two # remote
      `,
      "invalid-value",
      {
        "2 persons: Alessandra Forti, Bob Two": items`
          - title: A
            themes: none
            speakers:
              - Alessandra Forti
              - Bob Two # remote
        `,
        "One person: Bob Two Alessandra Forti": items`
          - title: A
            themes: none
            speakers:
              - Bob Two Alessandra Forti # remote
        `,
      },
    );
  });

  it("several persons with one affiliation", () => {
    expectFixes(
      items`
        - title: A
          themes: none
          speakers:
            - name: A. Forti and B. Two
              affiliation: CERN
            - C. Three
      `,
      "invalid-value",
      {
        "2 persons: A. Forti, B. Two": items`
          - title: A
            themes: none
            speakers:
              - {name: A. Forti, affiliation: CERN}
              - {name: B. Two, affiliation: CERN}
              - C. Three
        `,
      },
    );
  });

  it("several persons as an owner", () => {
    const meeting = items`
      - title: A
        themes: none
        actions:
          - text: Ask
            owner: "A. Forti, B. Two"
                   ^^^^^^^^^^^^^^^^^^ invalid-value: \`owner\` must be one person: several persons are \`owners\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "invalid-value", {
      "2 persons: A. Forti, B. Two": meeting
        .replace(/\n +\^.*/, "")
        .replace('owner: "A. Forti, B. Two"', "owners: [A. Forti, B. Two]"),
    });
  });

  it.each(["chairs", "minuteTakers", "attendees", "apologies"])("several persons in `%s`", (key) => {
    expect(
      codesIn(
        inMeeting("  - {title: A, themes: none}\n").replace("  date", `  ${key}: [A. Forti; B. Two]\n  date`),
      ),
    ).toEqual(["invalid-value"]);
  });

  it.each([
    ["parts", "    parts: [{title: P, speakers: [A. Forti; B. Two]}]\n"],
    ["owners", "    actions: [{text: T, owners: [A. Forti; B. Two]}]\n"],
    ["conveners", "sessions:\n  - {title: S, conveners: [A. Forti; B. Two]}\n"],
    ["owners of the meeting", "actions:\n  - {text: T, owners: [A. Forti; B. Two]}\n"],
    ["an owner of the meeting", "actions:\n  - {text: T, owner: A. Forti; B. Two}\n"],
  ])("several persons in %s", (_, lines) => {
    expect(codesIn(inMeeting(`  - title: A\n    themes: none\n${lines}`))).toEqual(["invalid-value"]);
  });

  it("not one person, however the name is written", () => {
    expectFindings(items`
      - title: A
        themes: none
        speakers: ["Forti, Alessandra", "van der Berg, Jan", "De Salvo, Alessandro Maria", "Forti, A. (CERN)"]
        actions: [{text: Ask, owner: "Forti, A."}]
    `);
  });
});

function codesIn(text: string): readonly string[] {
  return readFixture(text)
    .findings()
    .map(({ code }) => code);
}
