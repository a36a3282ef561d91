import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { renderNotes } from "../../../server/src/core/notes/formats";
import { withMarginParagraphs } from "../../../server/src/core/text/marginParagraphs";
import { readMeeting } from "../../support/meeting";

describe("a line at the margin begins a paragraph", () => {
  it.each([
    ["a list", "- a\nb\nc", "- a\n\nb\nc"],
    ["an indented list", "  - a\n  b", "  - a\n\n  b"],
    ["a nested list", "- a\n  - b\nc", "- a\n  - b\n\nc"],
    ["a nested list, in the outer entry", "- a\n  - b\n  c\n- d", "- a\n  - b\n\n  c\n- d"],
    ["lists in one line", "- - a\n  b", "- - a\n\n  b"],
    ["a numbered list, which continues", "1. a\n2. b\nc\n3. d", "1. a\n2. b\n\nc\n\n3. d"],
    ["a further paragraph of an entry", "- a\n\n  b\nc", "- a\n\n  b\n\nc"],
    ["a quote", "> a\n> b\nc", "> a\n> b\n\nc"],
    ["a quote in a list", "- > a\nb", "- > a\n\nb"],
    ["a list in a quote", "> - a\n> b", "> - a\n>\n> b"],
    ["a quote in a quote", "> > a\n> b\nc", "> > a\n>\n> b\n\nc"],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |\nc", "| a | b |\n|---|---|\n| 1 | 2 |\n\nc"],
    ["a table without rows", "a | b\n---|---\nc", "a | b\n---|---\n\nc"],
    ["a table in a quote", "> a | b\n> --|--\n> 1 | 2\n> c", "> a | b\n> --|--\n> 1 | 2\n>\n> c"],
    ["a footnote", "a[^1]\n\n[^1]: b c\nd\n[^2]: e\nf", "a[^1]\n\n[^1]: b c\n\nd\n[^2]: e\nf"],
    [
      "a link definition",
      "- [a]: https://e.org\nb\n\n[^1]: b\nc",
      "- [a]: https://e.org\n\nb\n\n[^1]: b\n\nc",
    ],
    ["an entry with an action", "- a\n**Action:** b", "- a\n\n**Action:** b"],
  ])("after %s", (_, notes, expected) => {
    expect(withMarginParagraphs(notes)).toBe(expected);
    expect(withMarginParagraphs(expected)).toBe(expected);
  });

  it.each([
    ["a paragraph", "a\nb"],
    ["an entry that continues below its text", "- a\n  b\n1. c\n   d"],
    ["an entry that continues with a smaller indentation", "- a\n b\n\n10. c\n  d"],
    ["an entry that ends in a backslash", "- a\\\nb"],
    ["a quote that ends in a backslash", "> a\\\nb"],
    ["a fence", "```\n- a\nb\n> c\nd\n```"],
    ["a fence in a list", "- a\n  ```\n  b\n  ```\nc"],
    ["indented code", "a\n\n    - b\n    c"],
    ["a list before a heading, a rule and a fence", "- a\n# b\n- a\n***\n- a\n```\nc\n```"],
    ["a footnote that continues below its text", "[^1]: b c\n    d\n[^2]: e"],
    ["a row without outer bars", "a | b\n--|--\n1 | 2"],
    ["lists without other lines", "- a\n  - b\n- c\n1. d"],
    ["a dash in a sentence", "a - b\nc | d"],
  ])("but not after %s", (_, notes) => expect(withMarginParagraphs(notes)).toBe(notes));

  it("in linear time", () => {
    const start = performance.now();
    for (const part of [
      "- a\nb\n",
      "- a\n  - b\n c\n",
      "> a\nb\n",
      "> ",
      "- ",
      "|a|\n|-|\nb\n",
      "- a\n\n  b\n c\n",
    ])
      withMarginParagraphs(part.repeat(5_000 / part.length));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

const meeting = `meeting:
  title: T
  date: 2026-01-14
  context: |
    - hello
    context text
contributions:
  - title: One
    themes: none
    abstract: |
      > quoted
      abstract text
    notes: |
      - entry
      notes text
      ACTION: B. Scribe to ask
      1. first
      more text
    parts:
      - title: Part
        notes: |
          - entry
          part text
`;
const texts = ["context text", "abstract text", "notes text", "more text", "part text"] as const;

/** The paragraphs that begin with each text, outside of lists. */
function paragraphsIn(html: string): readonly string[] {
  return texts.filter((text) => new RegExp(`</(ul|ol|blockquote)>\\s*<p>${text}`).test(html));
}

describe("all formats have these paragraphs", () => {
  const document = readMeeting(meeting);

  it.each(["html", "indico"] as const)("%s", (to) =>
    expect(paragraphsIn(renderNotes(document, { to, by: "agenda" }))).toEqual(texts),
  );

  it("markdown", () => {
    const markdown = renderNotes(document, { to: "markdown", by: "agenda" });
    expect(paragraphsIn(new MarkdownIt().render(markdown))).toEqual(texts);
    expect(markdown).toContain("> > quoted\n>\n> abstract text");
  });

  it("json", () =>
    expect(renderNotes(document, { to: "json", by: "agenda" })).toContain(
      String.raw`- entry\n\nnotes text\n**Action:** B. Scribe to ask\n1. first\n\nmore text`,
    ));
});
