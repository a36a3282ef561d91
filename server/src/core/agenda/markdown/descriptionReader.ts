/**
 * Descriptions as Indico and calendars store them: HTML of an editor, the source of Markdown, Markdown with some HTML, or
 * text. Only the text itself shows which.
 */
import MarkdownIt from "markdown-it";
import { controlsInLines } from "../../text/characters";
import { htmlText } from "./htmlTree";
import { markdownOfHtml, maxDescription } from "./markdownOfHtml";
import { mathParts } from "./mathText";

/** Elements that begin a line; Markdown is not written within them. */
const blockTag =
  /<(?:address|article|blockquote|body|br|center|dd|div|dl|dt|figure|h[1-6]|header|hr|html|li|meta|ol|p|pre|script|section|style|table|tbody|td|th|tr|ul)(?:\s[^<>]*)?\/?>/i;

/** Other elements, declarations and comments; `<https://…>` and `a <b and c` are none. */
const anyTag = /<(?:\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?|!(?:--|doctype)[^<>]*)>/i;

/** Maximum UTF-16 units of HTML of one agenda that keep their structure. The rest is read as text only. */
const maxHtml = 1_000_000;

/** The time that a description takes at least, in UTF-16 units of HTML. */
const descriptionCost = 200;

/** Maximum UTF-16 units of a formula among HTML. */
const maxMath = 2000;

/** Reads the descriptions of one agenda. */
export class DescriptionReader {
  readonly #base: string | undefined;
  readonly #parser = new MarkdownIt({ html: true, breaks: true, maxNesting: 50 });
  #hasUnsafeLink = false;
  #htmlLeft = maxHtml;
  #isShortened = false;

  /** @param base the address of the page, for relative links of HTML */
  constructor(base?: string) {
    this.#base = base;
    this.#parser.validateLink = (address) => {
      if (/^\s*(?:javascript|vbscript|file|data):/i.test(address)) this.#hasUnsafeLink = true;
      return true;
    };
    this.#parser.inline.ruler.before("escape", "math", (state, isSilent) => {
      if (state.src[state.pos] !== "$") return false;
      const [math] = mathParts(state.src.slice(state.pos, state.pos + maxMath));
      if (!math?.isMath) return false;
      if (!isSilent) state.push("text", "", 0).content = math.text;
      state.pos += math.text.length;
      return true;
    });
  }

  /** True if the end or the structure of a description was left out, because there is too much. */
  get isShortened(): boolean {
    return this.#isShortened;
  }

  /**
   * @param source HTML, Markdown or text
   * @returns Markdown without HTML; undefined if there is no text
   */
  read(source: string): string | undefined {
    const written = source.slice(0, maxDescription);
    if (source.length > maxDescription) this.#isShortened = true;
    const html = blockTag.test(written) ? written : this.#htmlOfMarkdown(written);
    return (html === undefined ? plainLines(written) : this.#markdownOf(html)) || undefined;
  }

  /** @returns undefined if the Markdown may stay as it is */
  #htmlOfMarkdown(source: string): string | undefined {
    if (anyTag.test(source)) return this.#parser.render(source);
    if (!/[<\]]/.test(source)) return undefined;
    this.#hasUnsafeLink = false;
    const html = this.#parser.render(source);
    return this.#hasUnsafeLink ? html : undefined;
  }

  #markdownOf(html: string): string {
    this.#htmlLeft -= html.length + descriptionCost;
    if (this.#htmlLeft >= 0) return markdownOfHtml(html, this.#base);
    this.#isShortened = true;
    return plainLines(htmlText(html).replaceAll(/[*_`[\]<>#&\\]/g, "\\$&"));
  }
}

/** Lines without control characters and spaces at their ends, and no more than one empty line between them. */
function plainLines(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, "\n").replaceAll(controlsInLines, "").split("\n");
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}
