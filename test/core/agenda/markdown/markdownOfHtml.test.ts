import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { markdownOfHtml } from "../../../../server/src/core/agenda/markdown/markdownOfHtml";

const page = "https://indico.example.org/event/1/";

describe("HTML becomes Markdown", () => {
  it.each([
    ["<p>One</p>\r\n<p>Two<br>lines</p>", "One\n\nTwo\\\nlines"],
    ["<h2>Title</h2><p>a <strong>b</strong> <em>c</em> <del>d</del></p>", "## Title\n\na **b** *c* ~~d~~"],
    ["<ul><li>one</li><li>two<ol><li>a</li></ol></li></ul>", "- one\n- two\n  1. a"],
    [
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2|3</td></tr></table>",
      "| a | b |\n| - | - |\n| 1 | 2\\|3 |",
    ],
    ["<pre>a\n  b</pre>", "```\na\n  b\n```"],
    ["<p><code>x</code> &amp; &lt;b&gt; &eacute;</p>", "`x` & \\<b> é"],
    ["<p>b<strong> bold </strong>c&nbsp;d</p>", "b **bold** c d"],
    ["<p>10<sup>6</sup> m<sup>-2</sup> CO<sub>2</sub> 22<sup>nd</sup></p>", "10⁶ m⁻² CO₂ 22nd"],
    ["<p>&nbsp;</p><div><br></div><p>text</p>", "text"],
    ["plain", "plain"],
    ["", ""],
  ])("%j", (html, markdown) => {
    expect(markdownOfHtml(html)).toBe(markdown);
  });
});

describe("links", () => {
  it.each([
    ['<a href="https://a.example/?a=1&amp;b=2">a</a>', "[a](https://a.example/?a=1&b=2)"],
    ['<a href="/event/1/page">a</a>', "[a](https://indico.example.org/event/1/page)"],
    ['<a href="//other.example/x">a</a>', "[a](https://other.example/x)"],
    ['<a href="mailto:a@b.example">a</a>', "[a](mailto:a@b.example)"],
    ['<a href="https://a.example">https://a.example</a>', "[https://a.example](https://a.example/)"],
    ['<a href="javascript:alert(1)">a</a>', "a"],
    ['<a href=" JaVa\nscript:alert(1)">a</a>', "a"],
    ['<a href="&#106;avascript:alert(1)">a</a>', "a"],
    ['<a href="data:text/html,x">a</a>', "a"],
    ['<a href="vbscript:x">a</a> <a href="file:///etc/passwd">b</a> <a href="#x">c</a> <a>d</a>', "a b c d"],
    ['<a href="https://a.example/(x)y z">a</a>', "[a](https://a.example/\\(x\\)y%20z)"],
    ['<img src="/a.png" alt="A plot">', "[A plot](https://indico.example.org/a.png)"],
    ['<img src="x" onerror="alert(1)"><img alt="no address">', ""],
    ['<a href="https://a.example/"><img src="/a.png" alt="Logo"></a>', "[Logo](https://a.example/)"],
  ])("%s", (html, markdown) => {
    expect(markdownOfHtml(html, page)).toBe(markdown);
  });
});

describe("what cannot be shown is left out with its content", () => {
  it.each([
    "<script>alert(1)</script>",
    "<style>p {}</style>",
    "<iframe src='https://a.example'>x</iframe>",
    "<svg><text>x</text></svg>",
    "<form><input value='x'><textarea>x</textarea><select><option>x</select></form>",
    "<template><p>x</p></template>",
    "<!-- x -->",
    "<scr<script>ipt>alert(1)</script>",
    "<math><mi>x</mi></math>",
  ])("%s", (html) => {
    expect(markdownOfHtml(`<p>before</p>${html}<p>after</p>`)).toMatch(
      /^before\n\n(?:ipt>alert\(1\)\n\n)?after$/,
    );
  });
});

describe("text stays plain", () => {
  it.each([
    "a_b in a.b_c and x * y * z",
    "[1] and [2], 50 % & more at A&B",
    "$a_1 * b_2$ and $$\\frac{a}{b}$$ cost 5$ or 6$",
    "C:\\data and \\frac",
    "1.34 (or 2) - no list, #3 and a > b, a < b",
    "https://a.example/a_b_c?x=1&y=2",
    'it\'s "quoted" – fine!',
  ])("%s", (text) => {
    const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const markdown = markdownOfHtml(`<p>${html}</p>`);
    expect(markdown).toBe(text);
  });

  it.each([
    "*a* and **b**",
    "_a_ and __b__",
    "[a](b), [a][b] and [a]: b",
    "# a",
    "- a",
    "+ a",
    "1. a",
    "> a",
    "`a`",
    "~~a~~",
    "<b>a</b>",
    "&amp;",
    "![a](b)",
    "---",
    "===",
    "\\* a",
    "| a | b |",
    "<https://a.example>",
  ])("%s is not Markdown", (text) => {
    const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const markdown = markdownOfHtml(`<p>${html}</p><p>${html}</p>`);
    const shown = new MarkdownIt({ html: false }).enable("table").render(markdown);
    const escaped = html.replaceAll(">", "&gt;");
    expect(shown).toBe(`<p>${escaped}</p>\n<p>${escaped}</p>\n`);
  });
});

describe("hostile HTML", () => {
  it.each([
    ["nesting", "<div><b>".repeat(20_000)],
    ["lists", "<ul><li>x".repeat(8000)],
    ["attributes", `<p ${"a=b ".repeat(20_000)}>x`],
    ["open tags", "<a href=".repeat(10_000)],
    ["comments", "<!--".repeat(20_000)],
    ["marks", "*_[]()`~".repeat(8000)],
    ["dollars", "$a".repeat(30_000)],
    ["spans", "<table><tr><td colspan=99999999 rowspan=99999999>x</table>"],
    ["entities", "&#0;&#x110000;&#xd800;&unknown;&amp".repeat(1000)],
    ["nul", "a\0b\u001b[31m"],
  ])("%s", (_, html) => {
    const markdown = markdownOfHtml(html);
    expect(markdown).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}/u);
  });
});
