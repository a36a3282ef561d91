import * as fc from "fast-check";
import MarkdownIt, { type MarkdownIt as Site } from "markdown-it";
import { describe, expect, it } from "vitest";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import { markdownEmbedder } from "../../../../server/src/core/notes/markdown/embedded";
import {
  escapeMarkdown,
  fencedBlock,
  linkTo,
} from "../../../../server/src/core/notes/markdown/escapeMarkdown";
import { inMeeting } from "../../../support/findings";
import { readMeeting } from "../../../support/meeting";

/** As a site does that lets raw HTML through: then every tag in here would be one. */
const site = new MarkdownIt({ html: true });
/** The same for a parser that makes a bare address a link, including the text directly after it. */
const linkingSite = new MarkdownIt({ html: true, linkify: true });

function htmlIn(source: string, sites: readonly Site[] = [site, linkingSite]): readonly string[] {
  return sites.flatMap((one) =>
    one
      .parse(source, {})
      .flatMap((token) => [token, ...(token.children ?? [])])
      .filter(({ type }) => type.startsWith("html_"))
      .map(({ content }) => content),
  );
}

function embedded(source: string, base: number): string {
  return markdownEmbedder()(source, base);
}

describe("plain text in Markdown", () => {
  it.each([
    "a *b* _c_ `d` ~~e~~ [f](g) ![h](i) <b>j</b> | k $l$ \\m",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "=== rule",
    "--- rule",
    "foo #",
    "snake_case_name __init__",
    "&amp; &#60; & &copy; AT&T",
    "<!-- comment -->",
    "</style> ]]>",
    "<https://example.org> is it",
    "`unbalanced ``runs",
    "emoji 🎉 and 日本",
  ])("reads as it is written: %s", (text) => {
    const tokens = site.parse(`- ${escapeMarkdown(text)}`, {});
    const [open, item, paragraph, inline] = tokens;
    expect([open, item, paragraph].map((token) => token?.type)).toEqual([
      "bullet_list_open",
      "list_item_open",
      "paragraph_open",
    ]);
    expect(inline?.children?.every(({ type }) => /^text/.test(type))).toBe(true);
    expect(inline?.children?.map(({ content }) => content).join("")).toBe(text);
  });

  it("stays in its cell", () => {
    const row = site.render(`| a | b |\n| - | - |\n| ${escapeMarkdown("x | y \\| `z|`")} | c |`);
    expect(row).toContain("<td>x | y \\| `z|`</td>\n<td>c</td>");
  });

  it("links to an address that nothing in it can end", () => {
    const html = site.render(linkTo("x", `https://example.org/a>"(b)|\`<c>`));
    expect(html).toBe('<p><a href="https://example.org/a%3E%22(b)%7C%60%3Cc%3E">x</a></p>\n');
  });

  it("keeps lines in a fence, whatever fences they hold", () => {
    expect(fencedBlock("```\n````")).toBe("`````text\n```\n````\n`````");
  });
});

describe("notes in Markdown", () => {
  it("list the first errors of an item and the number of further errors", () => {
    const errorLines = (errors: number, to: "markdown" | "html") => {
      const keys = Array.from({ length: errors }, (_, at) => `    k${at}: 1\n`).join("");
      const notes = renderNotes(readMeeting(inMeeting(`  - title: x\n${keys}`)), { to, by: "agenda" });
      return [...notes.matchAll(/Line \d+|\d+ more errors are not shown\./g)].map(([words]) => words);
    };
    const lines = Array.from({ length: 6 }, (_, at) => `Line ${at + 6}`);
    for (const to of ["markdown", "html"] as const) {
      expect(errorLines(6, to)).toEqual(lines);
      expect(errorLines(9, to)).toEqual([...lines.slice(0, 5), "4 more errors are not shown."]);
    }
  });

  it("stay as they are", () => {
    const source =
      "A *b* [c](https://d) `e`\n\n- f\n  1. g\n\n> h\n\n| i | j |\n|---|--:|\n| k | l |\n\n~~~\nm\n~~~";
    expect(embedded(source, 3)).toBe(source);
  });

  it.each([
    ["# a\n\n## b\n\n# c", "#### a\n\n##### b\n\n#### c"],
    ["### a\n\n# b", "#### a\n\n#### b"],
    ["# a\n\n#### b\n\n## c", "#### a\n\n##### b\n\n##### c"],
    ["# a\n## b\n### c\n#### d", "#### a\n##### b\n###### c\n###### d"],
    ["Two\nlines\n=====\ntext", "#### Two lines\ntext"],
    ["> # a\n> b", "> #### a\n> b"],
    ["- # a\n- b", "- #### a\n- b"],
    ["# a <b>c</b> ##", "#### a &lt;b>c&lt;/b>"],
    ["```\n# no heading\n```", "```\n# no heading\n```"],
    ["#hashtag", "#hashtag"],
  ])("have their headings below the item's: %j", (source, result) => {
    expect(embedded(source, 3)).toBe(result);
  });

  it.each([
    ["```\na", "```\na\n```"],
    ["~~~~ sh\na\n~~~", "~~~~ sh\na\n~~~\n~~~~"],
    ["```", "```\n```"],
    ["```\na\n```", "```\na\n```"],
    ["- ```\n  a", "- ```\n  a"],
  ])("leave no fence open: %j", (source, result) => {
    expect(embedded(source, 3)).toBe(result);
    expect(site.parse(`${embedded(source, 3)}\n\n# next`, {}).at(-3)?.type).toBe("heading_open");
  });

  it.each([
    "<script>alert(1)</script>",
    "<!-- never closed",
    "<![CDATA[ never closed",
    "<?php never closed",
    "<!DOCTYPE x",
    "<pre>\nnever closed",
    "a <img src=x onerror=alert(1)> b",
    "</details></div>",
    "- <details>\n  b",
    "> <style>",
    "| a |\n|---|\n| <b>c |",
    "# <iframe src=x>",
    "`a` <b> `c <d>` <e>",
    "``a ` <x>`` <b>",
    "`never closed <b>",
    "`code\n<!-- more`",
    "> `code\n> <div> more`",
    "\\<b> <c>",
    "<b\nonclick=x>",
    "<a@example.org> <b>",
    "<https://example.org> <javascript:alert(1)>",
    "As in https://a.ch/<img src=https://evil/y.png onerror=alert(1)> the docs.",
    "See http://a.ch/<h1>x</h1> and www.b.ch/<img src=https://evil/x.png>",
    "https://a.ch/\\<img src=x> and https://a.ch/\\\\<b>",
    "https://a.ch/`<img src=x>` b",
    "https://a.ch/`x y` b `<img src=x>`",
    `https://a.ch/${"x".repeat(300)}\`<img src=x>\``,
    "| a | b |\n|---|---|\n| `x | <img src=y> | z` |",
    "[a]: <details>\n\n[b]: x <b>",
    "mailto:a@b.ch<b> a@b.ch<script>",
  ])("hold no HTML for who lets it through: %j", (source) => {
    const tokens = site.parse(`${embedded(source, 3)}\n\n# next`, {});
    const inline = tokens.flatMap(({ children }) => children ?? []);
    expect([...tokens, ...inline].filter(({ type }) => type.startsWith("html_"))).toEqual([]);
    expect(tokens.at(-3)?.type).toBe("heading_open");
    expect(htmlIn(embedded(source, 3))).toEqual([]);
  });

  it("have titles and messages that hold none either, and end no line", () => {
    const items = [
      "  - title: See http://a.ch/<h1>Injected</h1> and www.b.ch/<img src=https://evil/x.png>\n    themes: none\n",
      '  - title: y\n    themes: ["x\\n\\n# Budget approved\\n\\n- [x] sign <b> https://c.ch/<i>"]\n',
      '  - title: z\n    themes: none\n    "k\\n\\n# Budget approved\\n": 1\n',
    ];
    const document = readMeeting(inMeeting(items.join("")));
    for (const by of ["theme", "agenda", "community"] as const) {
      const notes = renderNotes(document, { to: "markdown", by });
      expect(htmlIn(notes)).toEqual([]);
      expect(notes).not.toMatch(/^[\s>]*#+ Budget/m);
      expect(notes).toMatch(
        /^> \*\*Note:\*\* Line \d+: Unknown theme: \\`x # Budget approved - \\\[x\\\] sign/m,
      );
      expect(notes).toContain("http://a.ch/&lt;h1>Injected&lt;/h1>");
    }
    const messages = document.findings().map(({ message }) => message);
    expect(messages.filter((message) => /[\n\r]/.test(message))).toEqual([]);
  });

  it("do not change code and text in angle brackets", () => {
    const source = "`<b>` <https://example.org> <a@example.org>\n\n    code\n\n```\n<b>\n```\n\n1 < 2 <3";
    expect(embedded(source, 3)).toBe(source);
    expect(embedded("a\n\n    <code>\n\n     `b`\n\nc", 3)).toBe("a\n\n```\n<code>\n\n `b`\n```\n\nc");
  });

  it.each([
    "[a](javascript:alert(1))",
    "[a](command:x)",
    "[a](file:///etc/passwd)",
    "[a]\n\n[a]: command:x",
    "![a]( <JavaScript:alert(1)>)",
    "[a](vbscript:x)",
    "[a]\n\n[a]: javascript:x",
    "[a]\n\n- > [a]: <javascript:x>",
    "[a]\n\n[a]:\n  javascript:x",
    "[a](&#106;avascript:x)",
    "[a](<javascript&colon;x>)",
    "[a](javascript\\:x)",
    "[a]\n\n[a]: &#x6a;avascript:x",
    "[a](data:text/html,x)",
    "[a]\n\n[a]: data:text/html,x",
  ])("link to no script, even for who would let one: %s", (source) => {
    const lenient = new MarkdownIt();
    lenient.validateLink = () => true;
    expect(lenient.render(embedded(source, 3))).not.toMatch(
      /(href|src)="\s*(javascript|vbscript|data|command|file):/i,
    );
  });

  it("keep links to the web as they are written", () => {
    const source =
      "[a](https://x.org/?a=1&amp;b=2) [b](/c&amp;d) [c][d] ![e](data:image/png;base64,AA)\n\n[d]: https://x.org/&amp;";
    expect(embedded(source, 3)).toBe(source);
  });

  it("keep their reference links apart from those of the notes before", () => {
    const embed = markdownEmbedder();
    const source =
      "[a][1], [1], [1][], [b](https://y) `[1]` \\[1] ![1]\n\n[1]: https://x\n\n```\n[1]\n```\n\n- [x] done";
    expect(embed(source, 3)).toBe(source);
    expect(embed(source, 3)).toBe(
      "[a][1-2], [1][1-2], [1][1-2], [b](https://y) `[1]` \\[1] ![1][1-2]\n\n[1-2]: https://x\n\n```\n[1]\n```\n\n- [x] done",
    );
  });

  it.each([
    ["See [doc].", "See \\[doc]."],
    ["See [Doc][] and [the text][doc], ![doc]", "See \\[Doc][] and [the text]\\[doc], !\\[doc]"],
    ["[doc][doc] [doc-2] [doc]: x", "\\[doc]\\[doc] \\[doc-2] \\[doc]: x"],
    ["[doc](https://x) `[doc]` \\[doc] [other]", "[doc](https://x) `[doc]` \\[doc] [other]"],
    ["# On [doc]", "#### On \\[doc]"],
    ["- [x] done", "- [x] done"],
    ["[doc][own]\n\n[own]: https://x", "[doc][own]\n\n[own]: https://x"],
  ])("have no link of another text: %j", (source, expected) => {
    const other = "[doc]: https://b\n[x]: https://b";
    expect(markdownEmbedder([source, other])(source, 3)).toBe(expected);
  });

  it("have no link of another item", () => {
    const items =
      "  - title: A\n    notes: See [doc].\n  - title: B\n    notes: |\n      [doc]\n\n      [doc]: https://b\n";
    const text = `meeting: {title: T, date: 2026-01-14}\ncontributions:\n${items}`;
    const notes = renderNotes(readMeeting(text), { to: "markdown", by: "agenda" });
    expect(notes).toContain("See \\[doc].");
    expect(notes).toContain("\n[doc]\n\n[doc]: https://b");
  });

  it.each([
    ["[e](<https://x.y/a b> 'c d') f", "[e](<https://x.y/a%20b> 'c d') f"],
    ["`[e](<https://x.y/a b>)`", "`[e](<https://x.y/a b>)`"],
    ["![e]( <https://x.y/a b c>)", "![e]( <https://x.y/a%20b%20c>)"],
  ])("keep links with spaces in the address: %j", (source, expected) => {
    expect(embedded(source, 3)).toBe(expected);
  });

  it("keep their footnotes apart, whatever their text", () => {
    const embed = markdownEmbedder();
    expect(embed("Agreed[^1].\n\n[^1]: YES", 3)).toBe("Agreed[^1].\n\n[^1]: YES");
    expect(embed("Agreed[^1].\n\n[^1]: NO", 3)).toBe("Agreed[^1-2].\n\n[^1-2]: NO");
    expect(embed("[^1][^a](b) `[^1]`\n\n[^1]: Not at all.\n[^a]:x y", 3)).toBe(
      "[^1-3][^a](b) `[^1]`\n\n[^1-3]: Not at all.  \n[^a]:x y",
    );
    expect(embed("> x[^A] [b][^1] [^a]\n>\n> [^a]: *y* z\n> [^1]: https://x", 3)).toBe(
      "> x[^A-2] [b][^1-4] [^A-2]\n>\n> [^A-2]: *y* z  \n> [^1-4]: https://x",
    );
  });

  it("have no footnote of another text", () => {
    const embed = markdownEmbedder();
    const source = "As in[^1], [^0-9] and [^1](x), not in `[^1]` or \\[^1]";
    expect(embed(source, 3)).toBe("As in\\[^1], \\[^0-9] and [^1](x), not in `[^1]` or \\[^1]");
  });

  const behindNotes: readonly (readonly [string, string])[] = [
    [
      "[^1]: note\n\n    <img src=x><a href=y>Sign in</a>",
      "[^1]: note\n\n```\n<img src=x><a href=y>Sign in</a>\n```",
    ],
    ["[^a]: one\n    <pwn>", "[^a]: one\n```\n<pwn>\n```"],
    ["[^a]:\n\n    <pwn>\n\n      ```\n\n    c", "[^a]:\n\n````\n<pwn>\n\n  ```\n\nc\n````"],
    ["> [^a]:\n>\n>     <pwn>\n>\n>     x", "> [^a]:\n>\n> ```\n> <pwn>\n>\n> x\n> ```"],
    ["[^a]: y\n\n    [c](javascript:alert(1))", "[^a]: y\n\n```\n[c](javascript:alert(1))\n```"],
    ["Term\n: first\n\n    <form action=x>", "Term  \n: first\n\n```\n<form action=x>\n```"],
    ["-     <pwn>\n\n          `x`\n- b", "- ```\n  <pwn>\n\n      `x`\n  ```\n- b"],
    ["> 1.     <pwn>\n>        x", "> 1. ```\n>    <pwn>\n>    x\n>    ```"],
    ["1.\t\t<pwn>", "1. ```\n    <pwn>\n   ```"],
    ["- a\n\n\t  <pwn>", "- a\n\n  ```\n  <pwn>\n  ```"],
    ["[^1]: [c](javascript:alert(1))", "[^1]: [c\\](javascript:alert(1))"],
    ["[^1]: `x\ny` <pwn> `z", "[^1]: %60x\ny` <pwn> `z"],
    ["[^1]: `kubectl`", "[^1]: `kubectl`"],
    ["[^1]: - ```\n x <pwn> ```", "[^1]: - ``` x <pwn> ```"],
    ["> Term\n> : `\n>  x <pwn> `", "> Term  \n> : ` x <pwn> `"],
  ];
  it.each(behindNotes)("write code that some sites read as text so that none does: %j", (source, result) => {
    expect(embedded(source, 3)).toBe(result);
    // a list reads the lines after it as a footnote or a description does
    const asList = result.replaceAll(/^(> )?(?:\[\^\w\]:|: ) ?/gm, "$1100. ");
    expect(htmlIn(asList)).toEqual([]);
  });

  it.each([
    ["/close", "\\/close"],
    ["a\n/assign @me\n\n> /b\n\n- /c", "a  \n\\/assign @me\n\n> \\/b\n\n- \\/c"],
    ["`a\n/close b`", "`a /close b`"],
    [
      "```\n/close\n```\n\n    /close\n\na /close // x\n/ y",
      "```\n/close\n```\n\n    /close\n\na /close // x  \n/ y",
    ],
    ["[a]\n\n[a]:\n/b", "[a]\n\n[a]:\n\\/b"],
  ])("have no quick actions of GitLab: %j", (source, result) => {
    expect(embedded(source, 3)).toBe(result);
    expect(escapeMarkdown("/close")).toBe("\\/close");
  });

  it.each([
    ["a\nb\nc", "a  \nb  \nc"],
    ["a\\\nb\\\\\nc", "a\\\nb\\\\  \nc"],
    ["a    \nb \nc", "a  \nb  \nc"],
    ["> a\n> b\nc", "> a  \n> b  \nc"],
    ["- a\n- b\n  c\n1. d", "- a\n- b  \n  c\n1. d"],
    ["`a\nb` c\nd", "`a b` c  \nd"],
    ["a\nb\n===\n\n# c\nd", "#### a b\n\n#### c\nd"],
    ["| a |\n|---|\n| b |\nc", "| a |\n|---|\n| b |\nc"],
    ["```\na\nb\n```\nc", "```\na\nb\n```\nc"],
    ["[a]\nb\n\n[a]: https://x\n  'y'", "[a]  \nb\n\n[a]: https://x\n  'y'"],
  ])("have a break after each line of a paragraph, and nowhere else: %j", (source, result) => {
    expect(embedded(source, 3)).toBe(result);
  });

  it("keep mentions and pictures as they are written", () => {
    const source = "Ask @ann, ![p](https://x.org/p.png) and ![q][r]\n\n[r]: https://x.org/r.png";
    expect(embedded(source, 3)).toBe(source);
  });

  it("hold no HTML and end before what follows, whatever is written", () => {
    const part = fc.constantFrom(
      ..."https://a.ch/|www.b.ch/|<b>|</b>|<!--|<![CDATA[|<?|<|>|`|``|```|~~~|\n|\n\n|    |  |\t|# |## |===|---|- |1. |> || a | --- |\n|---|\n|\\|[a]|[1]: x|(|)|text|<https://x.org>|&lt;|*|_".split(
        "|",
      ),
      "|",
      "| a |\n|---|\n",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const source = parts.join("").replace(/^\n+/, "").trimEnd();
        const tokens = site.parse(`# before\n\n${embedded(source, 3)}\n\n# after`, {});
        const inline = tokens.flatMap(({ children }) => children ?? []);
        const headings = tokens.filter(({ type }) => type === "heading_open");
        expect([...tokens, ...inline].filter(({ type }) => type.startsWith("html_"))).toEqual([]);
        expect(htmlIn(embedded(source, 3))).toEqual([]);
        expect(headings.map(({ tag }) => tag).filter((tag) => /^h[1-3]$/.test(tag))).toEqual(["h1", "h1"]);
        expect(headings.at(-1)).toMatchObject({ tag: "h1", level: 0 });
      }),
      { numRuns: 1000 },
    );
  });
});
