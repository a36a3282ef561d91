import { describe, expect, it } from "vitest";
import { expectFindings, expectFixes, inMeeting, items, lines } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

describe("missing-key", () => {
  it("a title", () => {
    const meeting = items`
      - speakers: [A]
        ^^^^^^^^ missing-key: A contribution must have the key \`title\`.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `title`": items`
        - title: Untitled
          speakers: [A]
          themes: none
      `,
    });
  });

  it("the text of an action", () => {
    const meeting = items`
      - title: x
        themes: none
        actions:
          - owner: A
            ^^^^^ missing-key: An action must have the key \`text\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `text`": items`
        - title: x
          themes: none
          actions:
            - text: What has to be done
              owner: A
      `,
    });
  });

  it("the question of a survey", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - themes: none
          ^^^^^^ missing-key: A survey must have the key \`question\`.
          answers: [{answer: a, count: 1}]
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `question`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
        surveys:
          - question: What was asked?
            themes: none
            answers: [{answer: a, count: 1}]
      `,
    });
  });

  it("the answer of a survey", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - question: x
          themes: none
          answers: [{count: 1}]
                     ^^^^^ missing-key: An answer must have the key \`answer\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `answer`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
        surveys:
          - question: x
            themes: none
            answers: [{answer: Yes, count: 1}]
      `,
    });
  });

  it("the count of an answer", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - question: x
          themes: none
          answers: [{answer: a}]
                     ^^^^^^ missing-key: An answer must have the key \`count\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `count`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
        surveys:
          - question: x
            themes: none
            answers: [{answer: a, count: 0}]
      `,
    });
  });

  it("the topic of a discussion item", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      discussion:
        - themes: none
          ^^^^^^ missing-key: A discussion item must have the key \`topic\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `topic`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
        discussion:
          - topic: Untitled
            themes: none
      `,
    });
  });

  it("the date of the meeting", () => {
    const meeting = lines`
      meeting: {title: M}
                ^^^^^ missing-key: The meeting must have the key \`date\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `date`": lines`
        meeting: {title: M, date: 2026-01-15}
        contributions: []
      `,
    });
  });

  it("`meeting`", () => {
    const meeting = lines`
      contributions: []
      ^^^^^^^^^^^^^ missing-key: The file must have a \`meeting\` with a title and a date.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `meeting`": lines`
        meeting:
          title: Untitled
          date: 2026-01-15
        contributions: []
      `,
    });
  });

  it("`contributions`", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      ^^^^^^^ missing-key: The file must have a list of \`contributions\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Add `contributions`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions:
          - title: Untitled
            themes: none
      `,
    });
  });

  it("all keys of an empty file", () => {
    const meeting = lines`
      # nothing yet
      ^ missing-key: Empty file: it must have the keys \`meeting\` and \`contributions\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {
      "Start a meeting": lines`
        # nothing yet
        meeting:
          title: Untitled
          date: 2026-01-15
        contributions:
          - title: Welcome
            themes: none
      `,
    });
  });

  it("a manifest instead of a meeting", () => {
    const meeting = lines`
      apiVersion: v1
      ^^^^^^^^^^ missing-key: Not a contributions file: it has neither \`meeting\` nor \`contributions\`.
      kind: Pod
    `;
    expectFindings(meeting);
    expectFixes(meeting, "missing-key", {});
  });

  it.each(["[?]", "[? ]", "[: x]", "[{text: a, owner: A}, ? ]"])(
    "without a fix for an empty key: %s",
    (actions) => {
      const text = inMeeting(`  - title: x\n    themes: none\n    actions: ${actions}\n`);
      const findings = readMeeting(text).findings();
      expect(findings.map(({ fixes }) => fixes?.())).toEqual([[]]);
    },
  );
});
