/**
 * Renders a user's Markdown as inert HTML: no raw HTML, no images, links only to the web and mail. A line of text is a line
 * of the page.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { markdownParser } from "../../text/markdownParser";
import { element, escapeXml } from "../../text/xml";
import { shownAsWritten } from "../arrange/notesText";
import { demotedLevels } from "../markdown/headings";
import { styles } from "./styles";

type TokenType = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

export interface MarkdownToHtml {
  /** @param base the level of the heading above; headings in `source` go below it */
  html(source: string, base: number): string;
}

/** The HTML of a text is at most this many times as long. */
const maxGrowth = 6;

/** UTF-16 units of HTML beyond that, for all texts of a page. */
const maxExcess = 300_000;

/**
 * Creates a renderer for all texts of a page. A text that repeats long addresses or has tables with few words would be many
 * times as long as HTML: it loses the styles and the empty cells at the end of rows, and is shown as it is written if it is too
 * long without them.
 */
export function markdownToHtml(): MarkdownToHtml {
  const parser = markdownParser({ linkify: true, breaks: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  parser.validateLink = isLink;
  parser.core.ruler.push("pictures", ({ tokens, Token }) => {
    for (const token of tokens) if (token.children) token.children = replacePictures(token.children, Token);
  });
  parser.core.ruler.push("tasks", ({ tokens }) => renderTaskBoxes(tokens));
  parser.core.ruler.push("styles", ({ tokens }) => addStyles(tokens));
  parser.renderer.rules.code_block = parser.renderer.rules.fence = (tokens, index) =>
    codeBlockHtml(tokens[index]);
  let excessLeft = maxExcess;
  return {
    html: (source, base) => {
      const tokens = parser.parse(source, {});
      demoteHeadings(tokens, base);
      const maxLength = maxGrowth * source.length + excessLeft;
      const html =
        rendered(tokens, parser, maxLength) ??
        rendered(withoutEmptyCells(withoutStyles(tokens)), parser, maxLength) ??
        sourceHtml(source);
      excessLeft -= Math.max(0, html.length - maxGrowth * source.length);
      return html;
    },
  };
}

/** The HTML; undefined if it is longer than `maxLength`, which is found before most of it is written. */
function rendered(tokens: Token[], parser: MarkdownIt, maxLength: number): string | undefined {
  if (minLengthOf(tokens, maxLength) > maxLength) return undefined;
  const html = parser.renderer.render(tokens, parser.options, {});
  return html.length > maxLength ? undefined : html;
}

/** Sums up the tags, attributes and words, without escapes, until they are longer than `maxLength`. */
function minLengthOf(tokens: readonly Token[], maxLength: number): number {
  let length = 0;
  for (const { type, tag, attrs, content, children } of tokens) {
    if (length > maxLength) break;
    length += tag.length;
    for (const [name, value] of attrs ?? []) length += name.length + String(value).length;
    length += type === "inline" ? minLengthOf(children ?? [], maxLength - length) : content.length;
  }
  return length;
}

/** The tokens with no style but the alignment of cells. */
function withoutStyles(tokens: Token[]): Token[] {
  for (const token of tokens) {
    const [alignment] = /^text-align:\w+/.exec(String(token.attrGet("style") ?? "")) ?? [];
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
    if (alignment !== undefined) token.attrSet("style", alignment);
    withoutStyles(token.children ?? []);
  }
  return tokens;
}

/** The tokens without the empty cells before the end of each row. */
function withoutEmptyCells(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    if (token.type === "tr_close")
      while (
        result.at(-1)?.type === "td_close" &&
        result.at(-2)?.content === "" &&
        result.at(-3)?.type === "td_open"
      )
        result.length -= 3;
    result.push(token);
  }
  return result;
}

function sourceHtml(source: string): string {
  const words = element("p", { style: styles.note }, escapeXml(shownAsWritten));
  return `${words}\n${element("pre", {}, escapeXml(source))}\n`;
}

/** Accepts `data:` so that an embedded image is parsed, and then removed, instead of shown as text. */
function isLink(url: string): boolean {
  return /^(?:https?:|mailto:|data:)/i.test(url.trim());
}

/** Replaces an image by a link to it; inside a link, or with a `data:` address, by its description. */
function replacePictures(tokens: readonly Token[], Token: TokenType): Token[] {
  const hasLink: boolean[] = [];
  return tokens.flatMap((token): Token[] => {
    if (token.type === "link_open") {
      hasLink.push(hasAddress(token, "href"));
      return hasLink.at(-1) ? [token] : [];
    }
    if (token.type === "link_close") return hasLink.pop() ? [token] : [];
    return token.type === "image" ? pictureOf(token, hasLink.includes(true), Token) : [token];
  });
}

function pictureOf(image: Token, isInLink: boolean, Token: TokenType): Token[] {
  const text = new Token("text", "", 0);
  const url = String(image.attrGet("src"));
  text.content = image.content.trim() || (hasAddress(image, "src") ? url : "picture");
  if (isInLink || !hasAddress(image, "src")) return [text];
  const linkOpen = new Token("link_open", "a", 1);
  linkOpen.attrSet("href", url);
  return [linkOpen, text, new Token("link_close", "a", -1)];
}

/** True for a web or mail address. */
function hasAddress(token: Token, name: "href" | "src"): boolean {
  return /^(?:https?|mailto):/i.test(String(token.attrGet(name)));
}

/** Renders the box of a task, `- [ ] Ask`, as a character, as it cannot be clicked. */
function renderTaskBoxes(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const text = token.type === "inline" ? token.children?.[0] : undefined;
    if (tokens[index - 2]?.type !== "list_item_open" || text?.type !== "text") return;
    text.content = text.content.replace(/^\[ \](?= |$)/, "☐").replace(/^\[x\](?= |$)/i, "☑");
  });
}

/** Adds the styles; a cell's alignment comes before them. */
function addStyles(tokens: readonly Token[]): void {
  for (const token of tokens) {
    const style = token.nesting >= 0 ? styles.of(token.tag) : undefined;
    if (style !== undefined) token.attrSet("style", [token.attrGet("style") ?? [], style].flat().join("; "));
    for (const child of token.children ?? []) if (child.tag === "code") child.attrSet("style", styles.code);
  }
}

function demoteHeadings(tokens: readonly Token[], base: number): void {
  const headings = tokens.filter(({ type }) => type === "heading_open" || type === "heading_close");
  const levels = demotedLevels(
    headings.filter(({ nesting }) => nesting > 0).map(({ tag }) => Number(tag.slice(1))),
    base,
  );
  headings.forEach((token, index) => {
    token.tag = `h${levels[Math.floor(index / 2)] ?? 6}`;
  });
}

function codeBlockHtml(token: Token | undefined): string {
  return `<pre style="${styles.pre}"><code>${escapeXml(token?.content ?? "")}</code></pre>\n`;
}
