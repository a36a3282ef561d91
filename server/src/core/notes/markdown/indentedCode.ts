/**
 * Converts indented Markdown code to fenced code: after a footnote or a definition some sites render indented
 * lines as text.
 */
import type { Token } from "markdown-it";

/** Characters with an effect if the lines are rendered as text. */
const unsafePattern = /[<[`|~]/;

const tabWidth = 4;
const codeIndent = 4;

/**
 * Converts the indented code blocks that a site may render as text to fenced ones.
 * @returns the new text of each of their lines: all of the block for the first line; the others are removed
 */
export function fencedCode(
  tokens: readonly Token[],
  lines: readonly string[],
): ReadonlyMap<number, string | undefined> {
  return new Map(
    tokens.flatMap(({ type, map, content }) => {
      if (type !== "code_block" || !map || !unsafePattern.test(content)) return [];
      const block = toFence(content.replace(/\n$/, "").split("\n"), lines[map[0]] ?? "");
      return Array.from(
        { length: map[1] - map[0] },
        (_, at) => [map[0] + at, at === 0 ? block : undefined] as const,
      );
    }),
  );
}

/** @param firstLine the first line as written, with its quote and list markers */
function toFence(code: readonly string[], firstLine: string): string {
  const container = containerOf(firstLine, code[0] ?? "");
  const continuation = container.replaceAll(/[^>\s]/g, " ");
  const maxRunLength = Math.max(2, ...[...code.join("\n").matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(maxRunLength + 1);
  return [
    container + fence,
    ...code.map((line) => (continuation + line).trimEnd()),
    continuation + fence,
  ].join("\n");
}

/** The part of a line before its code and the indentation of that code. */
function containerOf(line: string, code: string): string {
  const text = code.trimStart();
  const prefix = expandTabs(line.slice(0, line.length - text.length));
  const inner = expandTabs(code.slice(0, code.length - text.length)).length;
  return prefix.slice(0, Math.max(0, prefix.length - codeIndent - inner));
}

function expandTabs(text: string): string {
  return [...text].reduce(
    (line, char) => line + (char === "\t" ? " ".repeat(tabWidth - (line.length % tabWidth)) : char),
    "",
  );
}
