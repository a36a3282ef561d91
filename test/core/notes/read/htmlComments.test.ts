import { describe, expect, test } from "vitest";
import { arrange } from "../../../../server/src/core/notes/arrange/arrange";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import { withoutComments } from "../../../../server/src/core/notes/read/htmlComments";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { templateData } from "../../../../server/src/core/notes/templateData";
import { readMeeting } from "../../../support/meeting";

describe("a comment in Markdown is removed", () => {
  test.each([
    ["Words. <!-- secret -->", "Words."],
    ["Some <!-- secret --> words", "Some words"],
    ["Some<!-- secret -->words", "Somewords"],
    ["a\n<!-- secret -->\nb", "a\nb"],
    ["a\n  <!-- - secret -->  \nb", "a\nb"],
    ["<!-- secret\n\n```\ncode\n-->\nb", "b"],
    ["- a\n  - b\n<!-- - secret -->\n    <!-- - deep secret -->\n- c", "- a\n  - b\n- c"],
    ["a\n<!-- 1 -->\n<!-- 2 -->\nb <!-- 3 --> c <!-- 4 -->\n", "a\nb c"],
    ["It`s\n\n<!-- secret --> it`s", "It`s\n\n it`s"],
    ["`code` <!-- it`s --> `code`", "`code` `code`"],
    ["```\ncode\n```\n<!-- secret -->\n", "```\ncode\n```"],
  ])("%j", (markdown, expected) => {
    expect(withoutComments(markdown)).toBe(expected);
  });

  test("and nothing is left of notes that are commented out", () => {
    expect(withoutComments("<!-- secret -->\n<!-- words -->")).toBeUndefined();
  });
});

describe("text stays as it is", () => {
  test.each([
    "no comment",
    "a <!-- that is never closed",
    "--> before <!-- it",
    "in `code <!-- a --> code`",
    "escaped \\<!-- a -->",
    "```\n<!-- a -->\n```",
    "words\n\n    <!-- a -->",
    "a <!--> b",
  ])("%j", (markdown) => {
    expect(withoutComments(markdown)).toBe(markdown);
  });
});

describe("a line that is only marks and a comment is left out", () => {
  test.each([
    ["Open points\n- <!-- pay Bob -->", "Open points"],
    ["- a\n  - <!-- h -->\n- b", "- a\n- b"],
    ["a\n1. <!-- b --> <!-- c -->\n2. d", "a\n2. d"],
    ["a\n- <!-- b\n  c -->\n- d", "a\n- d"],
    ["a\n- [ ] <!-- b -->\n- [x] c", "a\n- [x] c"],
    ["> a\n> <!-- b -->\n> c", "> a\n> c"],
    ["## <!-- b -->\na", "a"],
    ["a\n**<!-- b -->**\nc", "a\nc"],
    ["a\n- <!-- b --> words", "a\n- words"],
    ["a<!-- 1 --> <!-- 2 -->b", "a b"],
  ])("%j", (markdown, expected) => {
    expect(withoutComments(markdown)).toBe(expected);
  });

  test.each([
    ["- a\n- <!-- h -->\n  - sub\n  - sub\n- b", "- a\n- - sub\n  - sub\n- b"],
    ["- a\n- <!-- h -->\n\n  words\n- b", "- a\n- words\n- b"],
    ["- a\n- <!-- 1 -->\n  <!-- 2 -->\n  words", "- a\n- words"],
  ])("but not the rest of its entry: %j", (markdown, expected) => {
    expect(withoutComments(markdown)).toBe(expected);
  });
});

test("many comments and backticks take linear time", () => {
  const start = performance.now();
  for (const part of [
    "<!-- a -->",
    "<!--",
    "` <!-- `` -->",
    "a `` b\n",
    "<!-- a -->\n\n",
    "\\`<!-- -->",
    "- <!-- a -->\n",
    "- <!-- a -->\n\n  ",
  ])
    withoutComments(part.repeat(4_000));
  expect(performance.now() - start).toBeLessThan(5000);
});

test("no format of the notes has a comment", () => {
  const text = `meeting:
  title: T
  date: 2026-01-14
  context: |
    Welcome.
    <!-- secret -->
contributions:
  - title: One
    themes: none
    start: 10:00
    notes: |
      Public.
      <!-- secret -->
  - title: Two
    themes: none
    notes: <!-- secret -->
`;
  for (const to of ["markdown", "html", "json", "ics"] as const) {
    const notes = renderNotes(readMeeting(text), { to, by: "agenda" });
    expect(notes).not.toMatch(/secret|!--/);
    if (to !== "ics") expect(notes).toMatch(/Welcome[\s\S]*Public/);
  }
});

test("no format has a comment of an action or a decision, and none hides its owner", () => {
  const text = `meeting:
  title: T
  date: 2026-01-14
  attendees: [B. Scribe]
actions:
  - text: Write <!-- secret -->
contributions:
  - title: One
    themes: none
    start: "10:00"
    remarks: Public. <!-- secret -->
    notes: |
      ACTION: <!-- secret --> B. Scribe <!-- secret --> to ask <!-- secret
      secret -->again
      <!-- secret --> DECISION: meet <!-- secret --> monthly
      \`<!-- code\` and
      TODO read
    decisions: ["Start <!-- secret -->", "<!-- secret -->"]
    actions:
      - {text: "Stop <!-- secret -->", owner: B. Scribe}
    parts:
      - {title: Part, notes: "AGREED: go <!-- secret -->"}
  - title: [Broken
    notes: <!-- secret -->
`;
  const document = readMeeting(text);
  for (const to of ["markdown", "html", "indico", "json", "ics"] as const)
    expect(renderNotes(document, { to, by: "agenda" })).not.toMatch(/secret/);
  const notes = notesOf(document);
  expect(notes.items[0]).toMatchObject({
    decisions: ["Start", "Meet monthly", "Go"],
    actions: [
      { text: "Stop", owners: ["B. Scribe"] },
      { text: "Ask again", owners: ["B. Scribe"] },
      { text: "Read", owners: [] },
    ],
  });
  const data = templateData(notes, arrange(notes, "agenda", document.vocabulary.catalogue));
  expect(JSON.stringify(data)).not.toMatch(/secret/);
});

describe("quotes of a value with an error, and of an item that does not parse, have no comment", () => {
  const head = "meeting:\n  title: T\n  date: 2026-01-14\n";
  test.each([
    ['    start: "9 <!-- secret --> hh" # secret', "9 hh"],
    ['    place: {a: "# kept <!-- secret -->"} # secret', "# kept"],
    [
      "    abstract:\n      - shown # secret\n      # secret\n      - <!-- secret\n        secret --> words",
      "shown - ",
    ],
    ["    decisions:\n      - {a: shown} # secret\n      - b: |\n          # shown", "shown"],
    [`    place: [shown, "<!-- ${"secret ".repeat(1000)} -->"]`, "shown"],
    [
      "    notes: |\n      # shown\n      <!-- secret -->\n    # secret\n    themes: [sec # secret",
      "# shown",
    ],
    ['    notes: "shown\n      # shown" # secret\n    themes: [sec # secret', "# shown"],
  ])("%s", (lines, shown) => {
    for (const to of ["markdown", "html", "json"] as const) {
      const document = readMeeting(`${head}contributions:\n  - title: One # secret\n${lines}\n`);
      const notes = renderNotes(document, { to, by: "agenda" });
      expect(notes).not.toMatch(/secret|<!--|&lt;!--/);
      expect(notes.replaceAll(/\\(?=[#-])/g, "")).toContain(shown);
    }
  });

  test("nor have those of the head of the meeting", () => {
    const text = `${head}  place: [a, b] # secret\n`;
    expect(renderNotes(readMeeting(text), { to: "markdown", by: "agenda" })).not.toContain("secret");
  });
});
