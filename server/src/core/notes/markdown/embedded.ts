/** A user's Markdown as a part of a larger text: as it is, but for what would break out of its place. */
import MarkdownIt, { type Env, type Token } from "markdown-it";
import { plainDefinition } from "./definitionLists";
import { demoted } from "./headings";
import { withoutScript, withoutTags } from "./htmlTags";
import { fencedCode } from "./indentedCode";
import { escapedLines, type LineEdit } from "./paragraphs";
import { namesOf, rename } from "./references";

/** @param base the level of the heading above, which all headings in `source` go below */
export type Embed = (source: string, base: number) => string;

/** Made once for the texts of a page, whose reference links it keeps apart. HTML reads as text, and no fence stays open. */
export function embedder(): Embed {
  const parser = new MarkdownIt({ html: false });
  const taken = new Map<string, number>();
  return (text, base) => {
    const source = text.replaceAll("\0", "\ufffd");
    const lines = source.split("\n");
    const env: Env = {};
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

/** `/close` at the start of a line, which GitLab does for the person who pastes the text. */
function withoutAction(line: string): string {
  const { length } = prefixOf(line);
  return /^\/\w/.test(line.slice(length)) ? `${line.slice(0, length)}\\${line.slice(length)}` : line;
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
