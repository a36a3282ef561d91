/**
 * Begins a paragraph with each line at the margin. In Markdown, such a line after an entry of a list, a quote or a table
 * belongs to these ("lazy continuation"); in notes it is a separate thought, unless the line before ends in a backslash.
 */
import MarkdownIt, { type StateBlock, type Token } from "markdown-it";
import { endsInBackslash } from "./lines";

/** Lists, quotes, tables and footnotes. */
const containerStart = /^[ \t]*(?:[-+*>]|\d{1,9}[.)]|\[)|\|/m;

/** A link definition or a footnote, perhaps in a list; sites continue a footnote with the next line. */
const definition = /^[\s>*+\-\d.)]{0,20}\[[^[\]]{1,100}\]:/;

/** @param markdown lines that end in line feeds @returns the text with blank lines before these lines */
export function withMarginParagraphs(markdown: string): string {
  const prefixes = marginPrefixes(markdown);
  if (prefixes.size === 0) return markdown;
  const lines = markdown.split("\n");
  return lines.flatMap((line, at) => [prefixes.get(at) ?? [], line].flat()).join("\n");
}

/**
 * @param markdown lines that end in line feeds
 * @returns by the number of each of these lines, 0-based, the line that is to be before it: blank but for marks of a quote
 */
export function marginPrefixes(markdown: string): ReadonlyMap<number, string> {
  const margins = new MarginLines();
  if (!markdown.includes("\n") || !containerStart.test(markdown)) return margins.prefixes;
  const parser = new MarkdownIt({ html: false });
  parser.block.ruler.before("paragraph", "margin", margins.rule, { alt: ["paragraph", "blockquote"] });
  const tokens: Token[] = [];
  parser.block.parse(markdown, parser, {}, tokens);
  const lines = markdown.split("\n");
  for (const { type, level, map } of tokens)
    if (type === "paragraph_open" && level === 0 && map && definition.test(lines[map[0] - 1] ?? ""))
      margins.prefixes.set(map[0], "");
  return margins.prefixes;
}

/** The lines that begin a paragraph, as one text is parsed. */
class MarginLines {
  /** The quote marks before each of these lines. */
  readonly prefixes = new Map<number, string>();
  readonly #openItems: Token[] = [];
  #tokensRead = 0;

  /** A rule of the parser that ends a paragraph, a quote or a table before a line. */
  readonly rule = (state: StateBlock, line: number, _end: number, isTest: boolean): boolean => {
    const isMargin =
      isTest && !state.isEmpty(line) && !isContinued(state, line) && this.#isMargin(state, line);
    if (isMargin) this.prefixes.set(line, quoteMarks(state, line));
    return isMargin;
  };

  #isMargin(state: StateBlock, line: number): boolean {
    const indent = state.sCount[line] ?? 0;
    if (state.parentType === "blockquote") return indent - state.blkIndent < 4;
    if (state.parentType === "table")
      return indent - state.blkIndent < 4 && !/(?<!\\)\|/.test(textOf(state, line));
    if (state.parentType !== "paragraph") return false;
    if (indent < state.blkIndent) return indent <= this.#markColumn(state);
    if (definition.test(textOf(state, state.line)))
      return indent === state.blkIndent && !definition.test(textOf(state, line));
    // `3. …` continues the list that the line before ended
    return this.prefixes.has(state.line) && /^\d{1,9}[.)]\s/.test(textOf(state, line));
  }

  /** The column of the mark of the innermost list entry; a line that is further to the right continues the entry. */
  #markColumn(state: StateBlock): number {
    for (; this.#tokensRead < state.tokens.length; this.#tokensRead++) {
      const token = state.tokens[this.#tokensRead];
      if (token?.type === "list_item_open") this.#openItems.push(token);
      if (token?.type === "list_item_close") this.#openItems.pop();
    }
    const first = this.#openItems.at(-1)?.map?.[0] ?? 0;
    const [space = ""] = /^[ \t]*/.exec(state.src.slice(state.bMarks[first], state.eMarks[first])) ?? [];
    return Math.max(state.listIndent, space.replaceAll("\t", "    ").length);
  }
}

/** True if a backslash that no other one escapes is at the end of the line before. */
function isContinued({ src, eMarks }: StateBlock, line: number): boolean {
  return endsInBackslash(src.slice(eMarks[line - 2] ?? 0, eMarks[line - 1]));
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** `>` for a line in a quote, otherwise nothing. */
function quoteMarks({ src, bMarks }: StateBlock, line: number): string {
  const end = bMarks[line] ?? 0;
  const start = end === 0 ? 0 : src.lastIndexOf("\n", end - 1) + 1;
  return src.slice(start, end).trimEnd();
}
