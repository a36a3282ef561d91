import { describe, it } from "vitest";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";

describe("wrong-type", () => {
  it("a title without a value", () => {
    const meeting = items`
      - title:
        ^^^^^ wrong-type: \`title\` must have a value.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {});
  });

  it("a title that is a comment", () => {
    const meeting = items`
      - title: #gitops
        ^^^^^ wrong-type: \`title\` must have a value: \`#\` starts a comment.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Quote this title": items`
        - title: "#gitops"
          themes: none
      `,
    });
  });

  it("a start that is a number", () => {
    const meeting = items`
      - title: x
        themes: none
        start: 9
               ^ wrong-type: \`start\` must be a time of day in quotes, such as \`"09:30"\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Replace with `09:00`": items`
        - title: x
          themes: none
          start: "09:00"
      `,
    });
  });

  it("a start with a full stop", () => {
    const meeting = items`
      - title: x
        themes: none
        start: 9.30
               ^^^^ wrong-type: \`start\` must be a time of day in quotes, such as \`"09:30"\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Replace with `09:30`": items`
        - title: x
          themes: none
          start: "09:30"
      `,
    });
  });

  it("entries without a value in a row", () => {
    const meeting = items`
      - title: a-b
        themes: none
        speakers: [null, ~, A. Forti]
                   ^^^^ wrong-type: This entry must have a value.
                         ^ wrong-type: This entry must have a value.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {});
  });

  it("an entry without a value on its line", () => {
    const meeting = items`
      - title: x
        themes: none
        speakers:
          -
          ^ wrong-type: This entry must have a value.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {});
  });

  it("an item without a value", () => {
    const meeting = items`
      -
      ^ wrong-type: Empty contribution: it must have the key \`title\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Remove this entry": "meeting:\n  title: M\n  date: 2019-12-10\ncontributions:\n",
    });
  });

  it("a word instead of an item", () => {
    const meeting = items`
      - ti
        ^^ wrong-type: A contribution must have keys, for example \`title: …\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Make it the `title`": items`
        - title: ti
      `,
    });
  });

  it("a key without its space instead of an item", () => {
    const meeting = items`
      - title:x
        ^^^^^^^ wrong-type: A contribution must have keys, for example \`title: …\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Insert a space after the colon": items`
        - title: x
      `,
    });
  });

  it("a number as a title", () => {
    const meeting = items`
      - title: 2019 # year
               ^^^^ wrong-type: \`title\` must be text: quote it.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Quote it": items`
        - title: "2019" # year
          themes: none
      `,
    });
  });

  it("a theme that is not a list", () => {
    const meeting = items`
      - title: x
        themes: security
                ^^^^^^^^ wrong-type: \`themes\` must be a list such as \`[security]\`, or \`none\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Make it a list": items`
        - title: x
          themes: [security]
      `,
    });
  });

  it("themes that are not a list", () => {
    const meeting = items`
      - title: x
        themes: security, storage-integration
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-type: \`themes\` must be a list such as \`[security]\`, or \`none\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Make it a list": items`
        - title: x
          themes: [security, storage-integration]
      `,
    });
  });

  it("names that are not a list", () => {
    const meeting = items`
      - title: x
        themes: none
        speakers: A. B, C. D
                  ^^^^^^^^^^ wrong-type: \`speakers\` must be a list, such as \`[A. Forti, B. Speaker]\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Make it a list": items`
        - title: x
          themes: none
          speakers: [A. B, C. D]
      `,
    });
  });

  it("a duration with its unit", () => {
    const meeting = items`
      - title: x
        themes: none
        duration: 20 min
                  ^^^^^^ wrong-type: \`duration\` must be a number of minutes, such as \`20\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Replace with `20`": items`
        - title: x
          themes: none
          duration: 20
      `,
    });
  });

  it("an action that is text", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: Ask
                 ^^^ wrong-type: \`actions\` must be a list, such as \`[{text: Ask the sites, owner: A. Forti}]\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Make it a list": items`
        - title: x
          themes: none
          actions: [{text: Ask}]
      `,
    });
  });

  it("an entry of a list that is text", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [Ask]
                  ^^^ wrong-type: An action must have keys, for example \`text: Ask the sites\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Write it as an action": items`
        - title: x
          themes: none
          actions: [{text: Ask}]
      `,
    });
  });

  it("a count with a fraction", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      surveys:
        - question: x
          themes: none
          responses: 4
          answers: [{answer: a, count: 4.5}]
                                       ^^^ wrong-type: \`count\` must be a whole number.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {});
  });

  it("`contributions` without a value", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions:
      ^^^^^^^^^^^^^ wrong-type: \`contributions\` must have a value.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {});
  });

  it("`contributions` that is text", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: Coffee
      ^^^^^^^^^^^^^ wrong-type: \`contributions\` must be a list: start each entry with \`- \`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Make it a list": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: [{title: Coffee}]
      `,
    });
  });

  it("`meeting` that is text", () => {
    const meeting = lines`
      meeting: Coffee
      ^^^^^^^ wrong-type: \`meeting\` must have the keys \`title\`, \`date\` and so on, each on a separate line below it.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {
      "Write the meeting as keys": lines`
        meeting:
          title: Coffee
        contributions: []
      `,
    });
  });

  it("a list between the keys", () => {
    const meeting = lines`
      meeting:
      ^^^^^^^ wrong-type: \`meeting\` must have a value.
      - x
      ^^^ wrong-type: Unexpected list: items must be below \`contributions\`, \`surveys\` or \`discussion\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {});
  });

  it("a list at the root", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      - title: x
      ^^^^^^^^^^ wrong-type: Unexpected list: items must be below \`contributions\`, \`surveys\` or \`discussion\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "wrong-type", {});
  });
});
