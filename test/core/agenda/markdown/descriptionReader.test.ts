import { describe, expect, it } from "vitest";
import { DescriptionReader } from "../../../../server/src/core/agenda/markdown/descriptionReader";

const read = (source: string): string | undefined =>
  new DescriptionReader("https://indico.example.org/event/1/").read(source);

describe("Markdown and text stay as they are", () => {
  it.each([
    "Upgrade to **1.34**, see [the plan](https://example.org/plan).",
    "1. with Ceph\n2. with EOS\n\n| site | MB/s |\n|------|------|\n| DESY | 120  |",
    "The limit is $\\frac{a}{b}$, see <https://example.org/paper>.",
    "a < b and c > d, a<b",
    "x <- y -> z & more",
    "a *b* _c_ `<d`",
    "mail <ann@example.org>",
  ])("%j", (source) => {
    expect(read(source)).toBe(source);
  });

  it("without control characters, spaces at the end and empty lines", () => {
    expect(read("\r\n a\0 \r\n\r\n\r\n\r\nb\u001b[31m\t\r\n")).toBe(" a\n\nb[31m");
    expect(read(" \n\t")).toBeUndefined();
  });
});

describe("HTML and Markdown with HTML become Markdown", () => {
  it.each([
    ["<p>One</p>\r\n<p>*Two*</p>", "One\n\n\\*Two\\*"],
    ["**bold** and x<sub>2</sub>", "**bold** and x₂"],
    ["a<br>b", "a\\\nb"],
    ["- one\n- two <b>bold</b>", "- one\n- two **bold**"],
    ["line one\nline <i>two</i>", "line one\\\nline *two*"],
    ["<b>E</b> = $m_1 \\{ c_2^* \\}$", "**E** = $m_1 \\{ c_2^* \\}$"],
    ["a <!-- hidden --> b", "a b"],
    ["a <script src=x> b", "a"],
    ["<P>UPPER</P>", "UPPER"],
    ['<span onclick="x()">a</span>', "a"],
  ])("%j", (source, markdown) => {
    expect(read(source)).toBe(markdown);
  });
});

describe("links to scripts are text", () => {
  it.each([
    ["see [x](javascript:alert(1)) and [y](https://a.example/)", "see x and [y](https://a.example/)"],
    ["[x](&#106;avascript:alert(1))", "x"],
    ["[x][y]\n\n[y]: JAVASCRIPT:alert(1)", "x"],
    ["[x](data:text/html,y)", "x"],
    ["<javascript:alert(1)>", "javascript:alert(1)"],
    ["![x](vbscript:y)", ""],
  ])("%j", (source, markdown) => {
    expect(read(source) ?? "").toBe(markdown);
  });
});

describe("limits", () => {
  it("of one description", () => {
    const reader = new DescriptionReader();
    expect(reader.read("x".repeat(100_000))).toHaveLength(100_000);
    expect(reader.isShortened).toBe(false);
    expect(reader.read("x".repeat(100_001))).toHaveLength(100_000);
    expect(reader.isShortened).toBe(true);
  });

  it("of HTML in all descriptions: then only its text is read", () => {
    const reader = new DescriptionReader();
    const html = `<p>a <b>b</b> *c* &lt;d></p>${" ".repeat(99_000)}`;
    const read = Array.from({ length: 12 }, () => reader.read(html));
    expect(read[0]).toBe("a **b** \\*c\\* \\<d>");
    expect(read[11]).toBe("a b \\*c\\* \\<d\\>");
    expect(reader.isShortened).toBe(true);
  });
});
