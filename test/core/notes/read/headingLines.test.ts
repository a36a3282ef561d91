import { describe, expect, it } from "vitest";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import { withHeadingLines } from "../../../../server/src/core/notes/read/headingLines";
import { readMeeting } from "../../../support/meeting";

describe("an underline makes a heading of", () => {
  it.each([
    [
      "the line above it only",
      "a: b\n**Action:** c\nAction Items\n----\nd",
      "a: b\n**Action:** c\n\nAction Items\n----\nd",
    ],
    ["a line in a quote", "> a\n> B\n> ===", "> a\n>\n> B\n> ==="],
    ["a line in a list", "- a\n  B\n  ---", "- a\n\n  B\n  ---"],
    ["a line that continues another one", "a\nb\\\nc\n---", "a\n\nb c\n---"],
    ["a line without its backslash", "B\\\n---\n# C\\\nd", "B\n---\n# C\nd"],
  ])("%s", (_, notes, expected) => {
    expect(withHeadingLines(notes)).toBe(expected);
    expect(withHeadingLines(expected)).toBe(expected);
  });

  it.each([
    ["one line", "Action items:\n---"],
    ["a line that it fits, whatever the line says", "Day 1: what was done?\n---------------------"],
    ["no line of code", "```\na\nb.\n---\n```"],
    ["no row of a table", "| a | b |\n|---|---|"],
  ])("%s, unchanged", (_, notes) => expect(withHeadingLines(notes)).toBe(notes));
});

describe("an underline is a rule below", () => {
  it.each([
    ["a sentence", "We agree.\n---\nb", "We agree.\n\n---\nb"],
    ["a sentence, with equals signs", "We agree.\n====\nb", "We agree.\n\n***\nb"],
    ["a long line", `${"word ".repeat(15)}end\n---`, `${"word ".repeat(15)}end\n\n---`],
    ["what a person says", "Tim: no flux\n---", "Tim: no flux\n\n---"],
    ["an entry of a list", "- a\n  ---", "- a\n\n  ---"],
    ["an action", "**Action 1 (B. Scribe):** ask\n----", "**Action 1 (B. Scribe):** ask\n\n----"],
    ["an address", "https://example.org\n---", "https://example.org\n\n---"],
    ["a short sentence", "Yes.\n---", "Yes.\n\n---"],
    ["a line with a backslash", "We agree.\\\n---", "We agree.\n\n---"],
    ["a sentence in a quote", "> We agree.\n> ---\n> b", "> We agree.\n>\n> ---\n> b"],
    ["a blank line", "a\n\n===\nb", "a\n\n***\nb"],
  ])("%s", (_, notes, expected) => {
    expect(withHeadingLines(notes)).toBe(expected);
    expect(withHeadingLines(expected)).toBe(expected);
  });

  it("nothing with fewer than three marks", () =>
    expect(withHeadingLines("a\n-\nb\n--\nc")).toBe("a\n\n-\nb\n\n--\nc"));
});

it("takes linear time", () => {
  const start = performance.now();
  for (const part of ["a\n---\n", "a\\\n", "> a.\n> ---\n", "===\n", "a\n-\n"])
    withHeadingLines(`${part.repeat(20_000 / part.length)}b\n---`);
  expect(performance.now() - start).toBeLessThan(5000);
});

describe("all formats have the same headings", () => {
  const document = readMeeting(`meeting:
  title: T
  date: 2026-01-14
contributions:
  - title: One
    themes: none
    notes: |
      Tim: why not flux?
      ACTION: B. Scribe to compare
      Action Items
      ----
      next
      ACTION: B. Scribe to ask
      ----
`);

  it.each([
    ["html", /<h4>Action Items<\/h4>[\s\S]*to ask<\/p>\n<hr>/],
    ["indico", /<h4>Action Items<\/h4>[\s\S]*to ask<\/p>\n<hr>/],
    ["markdown", /to compare\n\n#### Action Items\n\n?next {2}\n[\s\S]*to ask\n\n----/],
  ] as const)("%s", (to, expected) => expect(renderNotes(document, { to, by: "agenda" })).toMatch(expected));
});
