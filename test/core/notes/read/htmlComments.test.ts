import { describe, expect, test } from "vitest";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import { withoutComments } from "../../../../server/src/core/notes/read/htmlComments";
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

test("many comments and backticks take linear time", () => {
  const start = performance.now();
  for (const part of ["<!-- a -->", "<!--", "` <!-- `` -->", "a `` b\n", "<!-- a -->\n\n", "\\`<!-- -->"])
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
