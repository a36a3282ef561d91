/**
 * Embeds a user's Markdown in a larger text, unchanged except for anything that would affect the surrounding
 * text.
 */
import type { Env, Token } from "markdown-it";
import { markdownParser } from "../../text/markdownParser";
import { demotedLevels } from "./headings";
import { escapeScriptDefinition, escapeTags } from "./htmlTags";
import { fencedCode } from "./indentedCode";
import { escapedDefinition } from "./linkDefinitions";
import { escapedLines, type LineEdit } from "./paragraphs";
import { renameReferences, uniqueNames } from "./references";

/** @param base level of the heading above; headings in `source` are moved below it */
export type EmbedMarkdown = (source: string, base: number) => string;

/**
 * Creates a function for all texts of a page, which keeps their reference links apart. HTML becomes text and
 * every fence is closed.
 * @param pageTexts the texts of the page, whose definitions are no definitions for each other
 */
export function markdownEmbedder(pageTexts: readonly string[] = []): EmbedMarkdown {
  const parser = markdownParser();
  const pageNames = new Set(
    pageTexts.flatMap((text) => {
      if (!text.includes("]:")) return [];
      const env: Env = {};
      parser.block.parse(text, parser, env, []);
      return Object.keys(env.references ?? {});
    }),
  );
  const usedNames = new Map<string, number>();
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
    const names = uniqueNames(
      { defined: Object.keys(env.references ?? {}), pageNames },
      prose,
      usedNames,
      normalizeReference,
    );
    const outputLines = lines.flatMap((line, index) => {
      if (code.has(index)) return fences.has(index) ? (fences.get(index) ?? []) : line;
      // a line without an edit is a link definition
      const edited = edits.has(index) ? edits.get(index) : escapedDefinition(line);
      if (edited === undefined) return [];
      return escapeQuickAction(renameReferences(escapeScriptDefinition(edited), names, normalizeReference));
    });
    return [...outputLines, ...missingClosingFence(tokens, lines)].join("\n").trimEnd();
  };
}

function codeLines(tokens: readonly Token[]): ReadonlySet<number> {
  const blocks = tokens.filter(({ type }) => type === "fence" || type === "code_block");
  return new Set(
    blocks.flatMap(({ map }) => (map ? Array.from({ length: map[1] - map[0] }, (_, at) => map[0] + at) : [])),
  );
}

/**
 * Escapes GitLab quick actions, such as `/close` at the start of a line, which run when the text is pasted.
 */
function escapeQuickAction(line: string): string {
  const { length } = prefixOf(line);
  return /^\/\w/.test(line.slice(length)) ? `${line.slice(0, length)}\\${line.slice(length)}` : line;
}

function headingLines(tokens: readonly Token[], lines: readonly string[], base: number): readonly LineEdit[] {
  const headings = tokens.flatMap((token, index) =>
    token.type === "heading_open" ? [{ token, content: tokens[index + 1]?.content ?? "" }] : [],
  );
  const levels = demotedLevels(
    headings.map(({ token }) => Number(token.tag.slice(1))),
    base,
  );
  return headings.flatMap(({ token, content }, index): readonly LineEdit[] => {
    const [start, end] = token.map ?? [0, 0];
    const text = escapeTags(content).replaceAll("\n", " ");
    const heading = `${prefixOf(lines[start] ?? "")}${"#".repeat(levels[index] ?? base)} ${text}`;
    const furtherLines = Array.from({ length: Math.max(0, end - start - 1) }, (_, line) => start + 1 + line);
    return [[start, heading.trimEnd()], ...furtherLines.map((line): LineEdit => [line, undefined])];
  });
}

/** The quote and list markers before the text of a line: `> - ` */
function prefixOf(line: string): string {
  return /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d+[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? "";
}

/** The closing fence of the last code block, if it is missing. */
function missingClosingFence(tokens: readonly Token[], lines: readonly string[]): readonly string[] {
  const lastToken = tokens.at(-1);
  if (lastToken?.type !== "fence" || lastToken.level > 0 || !lastToken.map) return [];
  const closing = lines.slice(lastToken.map[0] + 1, lastToken.map[1]).at(-1) ?? "";
  const [, closingRun = ""] = /^ {0,3}(`+|~+)[ \t]*$/.exec(closing) ?? [];
  const isClosed = closingRun[0] === lastToken.markup[0] && closingRun.length >= lastToken.markup.length;
  return isClosed ? [] : [lastToken.markup];
}
