import { describe, expect, it } from "vitest";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";
import { readFixture } from "../../support/fixtureCatalogue";

describe("unknown-key", () => {
  it("a misspelt key", () => {
    const meeting = items`
      - title: x
        themes: none
        speaker: A. B # who
        ^^^^^^^ unknown-key: \`speaker\` is not a key of a contribution. Did you mean \`speakers\`?
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Replace with `speakers`": items`
        - title: x
          themes: none
          speakers: [A. B] # who
      `,
    });
  });

  it("another word for a key", () => {
    const meeting = items`
      - title: x
        tags: [security]
        ^^^^ unknown-key: \`tags\` is not a key of a contribution. Did you mean \`themes\`?
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Replace with `themes`": items`
        - title: x
          themes: [security]
      `,
    });
  });

  it("a misspelt required key", () => {
    const meeting = items`
      - titel: x
        ^^^^^ unknown-key: \`titel\` is not a key of a contribution. Did you mean \`title\`?
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Replace with `title`": items`
        - title: x
          themes: none
      `,
    });
  });

  it("a key that is like no other", () => {
    const meeting = items`
      - title: x
        themes: none
        zzzzzz: 1
        ^^^^^^ unknown-key: \`zzzzzz\` is not a key of a contribution. Expected one of \`title\`, \`session\`, \`date\`, \`speakers\`, \`community\`, \`themes\`, \`start\`, \`duration\`, \`place\`, \`url\`, \`links\`, \`abstract\`, \`notes\`, \`decisions\`, \`actions\`, \`parts\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Move it to the notes": items`
        - title: x
          themes: none
          notes: |
            Zzzzzz: 1
      `,
    });
  });

  it.each(["{x-b: c, d: e}", "[{x-b: c}, d]", "{a: {x-b: c}}"])(
    "a value with ignored keys stays: %s",
    (value) => {
      const text = `contributions:\n  - title: t\n    themes: none\n    zzzzzz: ${value}\n`;
      const finding = readFixture(text)
        .findings()
        .find(({ code }) => code === "unknown-key");
      expect(finding).toBeDefined();
      expect(JSON.stringify(finding?.fixes?.() ?? [])).not.toContain("x-b");
    },
  );

  it("a key of every JavaScript object", () => {
    const meeting = items`
      - title: x
        themes: none
        __proto__: y
        ^^^^^^^^^ unknown-key: \`__proto__\` is not a key of a contribution. Expected one of \`title\`, \`session\`, \`date\`, \`speakers\`, \`community\`, \`themes\`, \`start\`, \`duration\`, \`place\`, \`url\`, \`links\`, \`abstract\`, \`notes\`, \`decisions\`, \`actions\`, \`parts\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Move it to the notes": items`
        - title: x
          themes: none
          notes: |
            __proto__: y
      `,
    });
  });

  it("a key of a misspelt word in an action", () => {
    const meeting = items`
      - title: x
        themes: none
        actions: [{text: a, ownr: b}]
                            ^^^^ unknown-key: \`ownr\` is not a key of an action. Did you mean \`owner\`?
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Replace with `owner`": items`
        - title: x
          themes: none
          actions: [{text: a, owner: b}]
      `,
    });
  });

  it("no key before a colon", () => {
    const meeting = items`
      - title: x
        themes: none
        : y
        ^ unknown-key: Missing key before \`:\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {});
  });

  it("a misspelt root key", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributons: []
      ^^^^^^^^^^^^ unknown-key: \`contributons\` is not a key of the file. Did you mean \`contributions\`?
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Replace with `contributions`": lines`
        meeting: {title: M, date: 2019-12-10}
        contributions: []
      `,
    });
  });

  it("a root key that is like no other", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      agenda: 1
      ^^^^^^ unknown-key: \`agenda\` is not a key of the file. Expected one of \`meeting\`, \`sessions\`, \`contributions\`, \`actions\`, \`surveys\`, \`discussion\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {});
  });

  it("a key of the meeting's head", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10, zzzzzz: 1}
                                            ^^^^^^ unknown-key: \`zzzzzz\` is not a key of the meeting. Expected one of \`title\`, \`date\`, \`endDate\`, \`series\`, \`chairs\`, \`minuteTakers\`, \`attendees\`, \`apologies\`, \`status\`, \`place\`, \`timezone\`, \`url\`, \`links\`, \`nextMeeting\`, \`context\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "unknown-key", {
      "Move it to the context": lines`
        meeting: {title: M, date: 2019-12-10, context: "Zzzzzz: 1"}
        contributions: []
      `,
    });
  });
});
