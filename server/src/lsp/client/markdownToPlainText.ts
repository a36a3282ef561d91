import { replaceWithCodeSpans } from "../../core/text/codeSpans";

/** The Markdown syntax: each alternative begins with a different character, so that none scans far. */
const markPattern = (): RegExp =>
  /\\([!-/:-@[-`{-~])|`+|!?\[((?:\\.|[^[\]\\])*)\]\(([^()\s]*)\)|<(https?:[^<>\s]*)>|&(#?\w{1,8});|(\*\*|\*)(?=\S)((?:\\.|[^*\\\n])+)\6/g;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
};

/**
 * Converts Markdown to plain text: without markup and escapes, with the address of a link after its words,
 * and a blank line instead of a rule. Supports the Markdown of the hovers, and leaves other Markdown
 * unchanged.
 */
export function markdownToPlainText(markdown: string): string {
  const lines = markdown
    .split("\n")
    .map((line) =>
      /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line) ? "" : line.replace(/^#{1,6}[ \t]+/, ""),
    );
  return withoutMarks(lines.join("\n"))
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function withoutMarks(text: string): string {
  return replaceWithCodeSpans(
    text,
    markPattern(),
    ([found, escaped, words, url = "", address, entity, _, strong]) => {
      if (found.startsWith("`")) return codeSpanText(found);
      if (words !== undefined) return linkText(withoutMarks(words), url);
      if (entity !== undefined) return entityText(entity) ?? found;
      if (strong !== undefined) return withoutMarks(strong);
      return escaped ?? address ?? found;
    },
  );
}

/** The content of a code span; unmatched backticks are returned unchanged. */
function codeSpanText(span: string): string {
  const [ticks = ""] = /^`+/.exec(span) ?? [];
  if (span.length <= ticks.length) return span;
  const code = span.slice(ticks.length, -ticks.length);
  return /^ .* $/.test(code) && code.trim() !== "" ? code.slice(1, -1) : code;
}

/** `words (address)`, or only the address if the words repeat it. */
function linkText(words: string, url: string): string {
  return words === "" || words === url ? url : `${words} (${url})`;
}

function entityText(name: string): string | undefined {
  if (!name.startsWith("#")) return entities[name];
  const code = Number(name.startsWith("#x") || name.startsWith("#X") ? `0${name.slice(1)}` : name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
