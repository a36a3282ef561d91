/** A user's Markdown as a part of a larger text: as it is, but for what would break out of its place. */
import MarkdownIt from "markdown-it";
import { replaceSpans } from "./codeSpans";
import { demoted } from "./headings";
import { fencedCode } from "./indentedCode";
import { namesOf, rename } from "./references";

/** A line's new text; nothing where it goes. */
type LineEdit = readonly [line: number, text: string | undefined];
type Token = ReturnType<MarkdownIt["parse"]>[number];

/** @param base the level of the heading above, which all headings in `source` go below */
export type Embed = (source: string, base: number) => string;

/** Made once for the texts of a page, whose reference links it keeps apart. HTML reads as text, and no fence stays open. */
export function embedder(): Embed {
  const parser = new MarkdownIt({ html: false });
  const taken = new Map<string, number>();
  return (source, base) => {
    const lines = source.split("\n");
    const env: { references?: Readonly<Record<string, unknown>> } = {};
    const tokens = parser.parse(source, env);
    const { normalizeReference } = parser.utils;
    const edits = new Map([...escapedLines(tokens, lines), ...headingLines(tokens, lines, base)]);
    const fences = fencedCode(tokens, lines);
    const code = codeLines(tokens);
    const prose = lines.filter((_, index) => !code.has(index));
    const names = namesOf(Object.keys(env.references ?? {}), prose, taken, normalizeReference);
    const kept = lines.flatMap((line, index) => {
      if (code.has(index)) return fences.has(index) ? (fences.get(index) ?? []) : line;
      // what no edit speaks of defines a link
      const edited = edits.has(index) ? edits.get(index) : plainDefinition(line);
      if (edited === undefined) return [];
      return withoutAction(rename(withoutScript(edited), names, normalizeReference));
    });
    return [...kept, ...openFence(tokens, lines)].join("\n").trimEnd();
  };
}

function codeLines(tokens: readonly Token[]): ReadonlySet<number> {
  const blocks = tokens.filter(({ type }) => type === "fence" || type === "code_block");
  return new Set(
    blocks.flatMap(({ map }) => (map ? Array.from({ length: map[1] - map[0] }, (_, at) => map[0] + at) : [])),
  );
}

/** How an address begins that a browser might run, spelt with character references (`&#106;avascript:`) or `\:` too. */
const script = String.raw`\s*(?:<\s*)?(?:(?:java|vb)script\\?:|data\\?:(?!image\/)|[^\s()<>/?]{0,200}&#?\w+;)`;
const definition = new RegExp(String.raw`^([\s>*+\-\d.)]*)\[(?=[^\]]+\]:${script})`, "i");

/** `[a]: javascript:x`, in a quote or a list too */
function withoutScript(line: string): string {
  return line.replace(definition, "$1\\[");
}

/** `/close` at the start of a line, which GitLab does for the person who pastes the text. */
function withoutAction(line: string): string {
  const { length } = prefixOf(line);
  return /^\/\w/.test(line.slice(length)) ? `${line.slice(0, length)}\\${line.slice(length)}` : line;
}

/**
 * `[a]: <b c>` as `[a]: b%20c`: a site that takes the line for text, as that of a footnote, finds no tag in it, no
 * link to a script, and no start of code that ends in the text below.
 */
function plainDefinition(line: string): string {
  const address = (_: string, ahead: string, path: string): string =>
    ahead + path.replaceAll(/[ ()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  const plain = line
    .replace(/(\]:[ \t]*)<(?!https?:|mailto:)([a-z/!?][^<>]*)>/i, address)
    .replaceAll(/<(?!https?:|mailto:)(?=[a-z/!?])/gi, "%3C")
    .replaceAll(/\](?=\()/g, (found, at: number, all: string) => escapedMark(found, at, all));
  return withoutBackticks(plain);
}

/** Those that nothing on the line closes, and all in an address, as `%60`. */
function withoutBackticks(line: string): string {
  const isAddress = /:\/\/|www\./i.test(line);
  return replaceSpans(line, /`+|\\[\s\S]/g, ([found]) =>
    isAddress || /^`+$/.test(found) ? found.replaceAll("`", "%60") : found,
  );
}

/** Lines of text, those of code left out, without the start of any HTML tag. */
function escapedLines(tokens: readonly Token[], lines: readonly string[]): readonly LineEdit[] {
  let quotes = 0;
  return tokens.flatMap(({ type, map }): readonly LineEdit[] => {
    if (type === "blockquote_open") quotes++;
    if (type === "blockquote_close") quotes--;
    if (!map || !(type === "inline" || type === "tr_open")) return [];
    const text = lines.slice(map[0], map[1]).join("\n");
    const escaped =
      type === "inline"
        ? withoutTags(text, onOneLine(text, quotes))
        : cellsOf(text)
            .map((cell) => withoutTags(cell))
            .join("");
    return lineEdits(escaped, map[0]);
  });
}

/** Within a line, the place where a line of the source ended; no text holds this character. */
const lineEnd = "\0";

function lineEdits(text: string, start: number): readonly LineEdit[] {
  let next = start;
  return text.split("\n").flatMap((line): readonly LineEdit[] => {
    const [first = next, ...others] = line.split(lineEnd).map(() => next++);
    return [[first, line.replaceAll(lineEnd, " ")], ...others.map((other): LineEdit => [other, undefined])];
  });
}

/** What a code span may not hold or reach over where another site ends the paragraph within it. */
const sensitive = /<[a-z/!?]|\][(:]|\n[ \t>]*\//i;

/** Code spans of a paragraph on one line, where it matters; they mean the same. */
function onOneLine(paragraph: string, quotes: number): (span: string) => string {
  if (!sensitive.test(paragraph)) return (span) => span;
  const end = new RegExp(String.raw`[ \t]*\n(?:[ \t]*>){0,${quotes}}[ \t]*`, "g");
  return (span) => span.replaceAll(end, lineEnd);
}

/** A table's row, cut behind each bar: no code span reaches from one cell into the next. */
function cellsOf(row: string): readonly string[] {
  return row.match(/(?:\\[\s\S]?|[^\\|])+\|?|\|/g) ?? [];
}

const scriptAhead = new RegExp(`^${script}`, "i");

/** An address in angle brackets, the start of a tag, an escaped character; or the start of an address. */
const marks = (): RegExp =>
  /<(?:https?|mailto):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|\\?<(?=[a-z/!?])|\\[\s\S]|\](?=[(:])/gi;

/** Backticks, or one of the marks. */
const spans = (): RegExp =>
  /`+|<(?:https?|mailto):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|\\?<(?=[a-z/!?])|\\[\s\S]|\](?=[(:])/gi;

/**
 * A backtick within an address starts a code span for some sites and is part of the address for others: from there on
 * all code counts as text, since nobody knows where it starts and ends.
 */
function withoutTags(text: string, code = (span: string): string => span): string {
  let isUnsure = false;
  return replaceSpans(text, spans(), ([found], at) => {
    if (!found.startsWith("`")) return escapedMark(found, at, text);
    isUnsure ||= isInAddress(text, at);
    return isUnsure
      ? found.replaceAll(marks(), (mark, offset: number) => escapedMark(mark, offset, found))
      : code(found);
  });
}

function escapedMark(found: string, at: number, text: string): string {
  if (found === "]") return scriptAhead.test(text.slice(at + 2)) ? "\\]" : "]";
  // not `\<`: in `https://a.ch/\<b>` the backslash would be part of the address, and `<b>` a tag
  return found.replace(/^\\?<$/, "&lt;");
}

/** Characters ahead of a backtick that are looked at; a longer run without a space counts as an address. */
const longestLook = 200;

function isInAddress(text: string, at: number): boolean {
  const first = Math.max(0, at - longestLook);
  let start = at;
  while (start > first && !/\s/.test(text.charAt(start - 1))) start--;
  return at - start === longestLook || /:\/\/|www\./i.test(text.slice(start, at));
}

function headingLines(tokens: readonly Token[], lines: readonly string[], base: number): readonly LineEdit[] {
  const headings = tokens.flatMap((token, index) =>
    token.type === "heading_open" ? [{ token, content: tokens[index + 1]?.content ?? "" }] : [],
  );
  const levels = demoted(
    headings.map(({ token }) => Number(token.tag.slice(1))),
    base,
  );
  return headings.flatMap(({ token, content }, index): readonly LineEdit[] => {
    const [start, end] = token.map ?? [0, 0];
    const text = withoutTags(content).replaceAll("\n", " ");
    const heading = `${prefixOf(lines[start] ?? "")}${"#".repeat(levels[index] ?? base)} ${text}`;
    const rest = Array.from({ length: Math.max(0, end - start - 1) }, (_, line) => start + 1 + line);
    return [[start, heading.trimEnd()], ...rest.map((line): LineEdit => [line, undefined])];
  });
}

/** The marks of the quotes and lists that a line stands in: `> - ` */
function prefixOf(line: string): string {
  return /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d+[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? "";
}

/** Of the last fence, what would close it. */
function openFence(tokens: readonly Token[], lines: readonly string[]): readonly string[] {
  const last = tokens.at(-1);
  if (last?.type !== "fence" || last.level > 0 || !last.map) return [];
  const closing = lines.slice(last.map[0] + 1, last.map[1]).at(-1) ?? "";
  const [, run = ""] = /^ {0,3}(`+|~+)[ \t]*$/.exec(closing) ?? [];
  const isClosed = run[0] === last.markup[0] && run.length >= last.markup.length;
  return isClosed ? [] : [last.markup];
}
