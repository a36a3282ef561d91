/** A user's Markdown as HTML that does nothing: no raw HTML, no pictures, links to the web and mail alone. */
import MarkdownIt, { type Token } from "markdown-it";
import { escaped } from "../../text/xml";
import { demoted } from "../markdown/headings";
import { styles } from "./styles";

type TokenType = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

export interface MarkdownToHtml {
  /** @param base the level of the heading above; headings in `source` go below it */
  html(source: string, base: number): string;
}

/** Made once for many texts. */
export function markdownToHtml(): MarkdownToHtml {
  const parser = new MarkdownIt({ html: false, linkify: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  parser.validateLink = isLink;
  parser.core.ruler.push("pictures", ({ tokens, Token }) => {
    for (const token of tokens) if (token.children) token.children = withoutPictures(token.children, Token);
  });
  parser.core.ruler.push("tasks", ({ tokens }) => tickTasks(tokens));
  parser.core.ruler.push("styles", ({ tokens }) => styleAll(tokens));
  parser.renderer.rules.code_block = parser.renderer.rules.fence = (tokens, index) => preOf(tokens[index]);
  return {
    html: (source, base) => {
      const tokens = parser.parse(source, {});
      demoteAll(tokens, base);
      return parser.renderer.render(tokens, parser.options, {});
    },
  };
}

/** `data:` counts as one here, so that a picture within the text is left out and not spelt out. */
function isLink(url: string): boolean {
  return /^(?:https?:|mailto:|data:)/i.test(url.trim());
}

/** A picture as a link to it, or where it is in a link already, or within the text, as its description. */
function withoutPictures(tokens: readonly Token[], Token: TokenType): Token[] {
  const hasLink: boolean[] = [];
  return tokens.flatMap((token): Token[] => {
    if (token.type === "link_open") {
      hasLink.push(leads(token, "href"));
      return hasLink.at(-1) ? [token] : [];
    }
    if (token.type === "link_close") return hasLink.pop() ? [token] : [];
    return token.type === "image" ? pictureOf(token, hasLink.includes(true), Token) : [token];
  });
}

function pictureOf(image: Token, isInLink: boolean, Token: TokenType): Token[] {
  const text = new Token("text", "", 0);
  const url = String(image.attrGet("src"));
  text.content = image.content.trim() || (leads(image, "src") ? url : "picture");
  if (isInLink || !leads(image, "src")) return [text];
  const open = new Token("link_open", "a", 1);
  open.attrSet("href", url);
  return [open, text, new Token("link_close", "a", -1)];
}

/** False for `data:` and for no address at all. */
function leads(token: Token, name: "href" | "src"): boolean {
  return /^(?:https?|mailto):/i.test(String(token.attrGet(name)));
}

/** `- [ ] Ask` with a box that is a character: there is nothing to click. */
function tickTasks(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const text = token.type === "inline" ? token.children?.[0] : undefined;
    if (tokens[index - 2]?.type !== "list_item_open" || text?.type !== "text") return;
    text.content = text.content.replace(/^\[ \](?= |$)/, "☐").replace(/^\[x\](?= |$)/i, "☑");
  });
}

/** The alignment of a cell stands before the style of its kind. */
function styleAll(tokens: readonly Token[]): void {
  for (const token of tokens) {
    const style = token.nesting >= 0 ? styles.of(token.tag) : undefined;
    if (style !== undefined) token.attrSet("style", [token.attrGet("style") ?? [], style].flat().join("; "));
    for (const child of token.children ?? []) if (child.tag === "code") child.attrSet("style", styles.code);
  }
}

function demoteAll(tokens: readonly Token[], base: number): void {
  const headings = tokens.filter(({ type }) => type === "heading_open" || type === "heading_close");
  const levels = demoted(
    headings.filter(({ nesting }) => nesting > 0).map(({ tag }) => Number(tag.slice(1))),
    base,
  );
  headings.forEach((token, index) => {
    token.tag = `h${levels[Math.floor(index / 2)] ?? 6}`;
  });
}

function preOf(token: Token | undefined): string {
  return `<pre style="${styles.pre}"><code>${escaped(token?.content ?? "")}</code></pre>\n`;
}
