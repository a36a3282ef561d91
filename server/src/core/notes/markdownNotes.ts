/** A user's Markdown as a part of a larger text: as it is, but for what would break out of its place. */
import MarkdownIt from "markdown-it";
import { demoted } from "./headings";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/**
 * Headings go below `base`, the level of the heading above; HTML reads as text; a fence that is left open
 * is closed.
 */
export function embedded(source: string, base: number): string {
  const parser = new MarkdownIt({ html: false });
  const lines = source.split("\n");
  const tokens = parser.parse(source, {});
  const edits = new Map<number, string | undefined>([
    ...escapedLines(tokens, lines),
    ...headingLines(tokens, lines, base),
  ]);
  const kept = lines.flatMap((line, index) => (edits.has(index) ? (edits.get(index) ?? []) : line));
  return [...kept, ...openFence(tokens, lines)].join("\n").trimEnd();
}

/** Lines of text, those of code left out, without the start of any HTML tag. */
function escapedLines(tokens: readonly Token[], lines: readonly string[]): readonly [number, string][] {
  return tokens.flatMap(({ type, map }): readonly [number, string][] => {
    if (!map || !(type === "inline" || type === "tr_open")) return [];
    const text = lines.slice(map[0], map[1]).join("\n");
    return withoutTags(text)
      .split("\n")
      .map((line, index) => [map[0] + index, line]);
  });
}

/** A code span, an address in angle brackets, an escaped character; or the start of a tag. */
const spans =
  /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|`+|<(?:https?|mailto):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|\\[\s\S]|<(?=[a-z/!?])/gi;

function withoutTags(text: string): string {
  return text.replaceAll(spans, (found) => (found === "<" ? "\\<" : found));
}

function headingLines(
  tokens: readonly Token[],
  lines: readonly string[],
  base: number,
): readonly [number, string | undefined][] {
  const headings = tokens.flatMap((token, index) =>
    token.type === "heading_open" ? [{ token, content: tokens[index + 1]?.content ?? "" }] : [],
  );
  const levels = demoted(
    headings.map(({ token }) => Number(token.tag.slice(1))),
    base,
  );
  return headings.flatMap(({ token, content }, index): readonly [number, string | undefined][] => {
    const [start, end] = token.map ?? [0, 0];
    const text = withoutTags(content).replaceAll("\n", " ");
    const heading = `${prefixOf(lines[start] ?? "")}${"#".repeat(levels[index] ?? base)} ${text}`;
    const rest = Array.from({ length: Math.max(0, end - start - 1) }, (_, line) => start + 1 + line);
    return [[start, heading.trimEnd()], ...rest.map((line): [number, undefined] => [line, undefined])];
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
  const mark = last.markup[0] ?? "`";
  const isClosed = new RegExp(`^ {0,3}${mark}{${last.markup.length},}[ \\t]*$`).test(closing);
  return isClosed ? [] : [last.markup];
}
