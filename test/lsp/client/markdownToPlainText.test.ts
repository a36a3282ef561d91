import { expect, it } from "vitest";
import { Markdown } from "../../../server/src/features/shared/markup";
import { markdownToPlainText } from "../../../server/src/lsp/client/markdownToPlainText";

it.each([
  ["**Security** `security/aai`\n\nA topic of *Security*.", "Security security/aai\n\nA topic of Security."],
  [
    "[Home page](https://a.ch/x_y) · [https://a.ch](https://a.ch)",
    "Home page (https://a.ch/x_y) · https://a.ch",
  ],
  ["![a picture](https://a.ch/x.png)", "a picture (https://a.ch/x.png)"],
  ["Unknown theme “a\\_b\\*c\\[d\\]\\(e\\)”.", "Unknown theme “a_b*c[d](e)”."],
  ["a &lt;b&gt; &amp; c &#35; &#x23; &unknown;", "a <b> & c # # &unknown;"],
  ["one\n\n---\n\n## two\n\n- `three`, *four*", "one\n\ntwo\n\n- three, four"],
  ["<https://a.ch>, 2 * 3 * 4, snake_case, a `b", "https://a.ch, 2 * 3 * 4, snake_case, a `b"],
  ["`*not* \\\\ marked` and **\\*\\***", "*not* \\\\ marked and **"],
  ["[a *b* \\] c](https://x.ch)", "a b ] c (https://x.ch)"],
  ["[x](javascript:alert(1)) &#0; &#1114112;", "[x](javascript:alert(1)) &#0; &#1114112;"],
  ["", ""],
])("%j is %j", (markdown, expected) => expect(markdownToPlainText(markdown)).toBe(expected));

it("restores escaped text", () => {
  const text = "a: b https://x.ch www.y.ch a@b.c $x <img> & 1. x_y *z* `q` [k](l) ~t~ | \\ end";
  const { value } = Markdown.of`**${text}** ${Markdown.code("a``b`")}`.toContent();
  expect(markdownToPlainText(value)).toBe(`${text} a\`\`b\``);
});

// each ends long before the limit of a test where it takes no square of its length
it.each(["*", "**", "[", "`", "\\", "&", "<https:", "![", "*a ", "[a](", "\n", "# ", "[\\"])(
  "reads a row of 200,000 %j",
  (mark) => {
    expect(markdownToPlainText(mark.repeat(200_000 / mark.length)).length).toBeLessThanOrEqual(200_000);
  },
);
