import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("lost-text", () => {
  it("a ticket in a title", () => {
    const meeting = items`
      - title: Rucio #42 follow-up
                     ^^^^^^^^^^^^^ lost-text: \`#42 follow-up\` is a comment, which the notes leave out: quote this title.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "lost-text", {
      "Quote this title": items`
        - title: "Rucio #42 follow-up"
          themes: none
      `,
      "Make it a comment with a space after `#`": items`
        - title: Rucio # 42 follow-up
          themes: none
      `,
    });
  });

  it("an ampersand", () => {
    const meeting = items`
      - title: &Co meeting
               ^^^ lost-text: \`&Co\` is an anchor, which the notes leave out: quote this title.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "lost-text", {
      "Quote this title": items`
        - title: "&Co meeting"
          themes: none
      `,
    });
  });

  it("an anchor with an alias in another item", () => {
    expectFindings(items`
      - title: &t Rucio
        themes: none
      - title: x
        themes: none
        notes: *t
    `);
  });

  it("a heading in notes", () => {
    const meeting = items`
      - title: x
        notes:
          # Heading
          ^^^^^^^^^ lost-text: This line is a comment, which the notes leave out: begin the text with \`notes: |\`.
          Text
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "lost-text", {
      "Begin the text with `notes: |`": items`
        - title: x
          notes: |
            # Heading
            Text
          themes: none
      `,
    });
  });

  it("a speaker whose dash is too far to the right", () => {
    const meeting = items`
      - title: x
        speakers:
          - A
           - B
           ^^^ lost-text: This entry is part of the text above: inconsistent indentation, 7 spaces, expected 6.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "lost-text", {
      "Indent by 6 spaces": items`
        - title: x
          speakers:
            - A
            - B
          themes: none
      `,
    });
  });

  it("a theme after `#`", () => {
    const meeting = items`
      - title: x
        themes: #security
                ^^^^^^^^^ lost-text: \`#security\` is a comment: write \`security\`.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "lost-text", {
      "Write `security`": items`
        - title: x
          themes: [security]
      `,
    });
  });

  it("a comment with a space after its `#`", () => {
    expectFindings(items`
      - title: Rucio # remark
        themes: none
    `);
  });
});
