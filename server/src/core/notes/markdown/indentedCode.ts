/** Indented code of Markdown as fenced code: behind a footnote or a term, some sites read indented lines as text. */
import type { Token } from "markdown-it";

/** What acts, or decides about other text, where the lines are read as text. */
const acting = /[<[`|~]/;

const tabWidth = 4;
const codeIndent = 4;

/**
 * The indented code blocks that a site may read as text, as fenced ones.
 * @returns the new text of each of their lines; the first one has all of it, the others go
 */
export function fencedCode(
  tokens: readonly Token[],
  lines: readonly string[],
): ReadonlyMap<number, string | undefined> {
  return new Map(
    tokens.flatMap(({ type, map, content }) => {
      if (type !== "code_block" || !map || !acting.test(content)) return [];
      const block = asFence(content.replace(/\n$/, "").split("\n"), lines[map[0]] ?? "");
      return Array.from(
        { length: map[1] - map[0] },
        (_, at) => [map[0] + at, at === 0 ? block : undefined] as const,
      );
    }),
  );
}

/** @param first the first line as it is written, with the marks of the quotes and lists around it */
function asFence(code: readonly string[], first: string): string {
  const opening = containerOf(first, code[0] ?? "");
  const rest = opening.replaceAll(/[^>\s]/g, " ");
  const longest = Math.max(2, ...[...code.join("\n").matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [opening + fence, ...code.map((line) => (rest + line).trimEnd()), rest + fence].join("\n");
}

/** The part of a line before its code and the indentation of that code. */
function containerOf(line: string, code: string): string {
  const text = code.trimStart();
  const ahead = withoutTabs(line.slice(0, line.length - text.length));
  const inner = withoutTabs(code.slice(0, code.length - text.length)).length;
  return ahead.slice(0, Math.max(0, ahead.length - codeIndent - inner));
}

function withoutTabs(text: string): string {
  return [...text].reduce(
    (line, char) => line + (char === "\t" ? " ".repeat(tabWidth - (line.length % tabWidth)) : char),
    "",
  );
}
