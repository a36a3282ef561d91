import { type CST, Parser } from "yaml";
import type { Edit } from "../text/range";
import type { Parsed } from "./unchangedValues";

/**
 * The comments of a YAML text in its order, each from its `#` on, without white space at the end. A directive behind
 * another comment, `# why # wlcg-notes-disable-line`, counts as a comment of its own.
 */
function commentsIn(text: string): readonly string[] {
  if (!text.includes("#")) return [];
  const comments: string[] = [];
  const take = ({ type, source }: CST.SourceToken): void => {
    if (type === "comment")
      comments.push(...source.trimEnd().split(/(?<=\S)[ \t]+(?=#[ \t]*wlcg-notes-disable)/));
  };
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("type" in value && "source" in value) take(value as CST.SourceToken);
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return comments;
}

/** False where edits neither take a part of a comment away, nor join lines, nor open what a comment could be in. */
export function mayChangeComments(text: string, edits: readonly Edit[]): boolean {
  if (!text.includes("#")) return false;
  return edits.some(
    (edit) => /["'|>#]/.test(edit.text) || /[#\n]/.test(text.slice(Math.max(0, edit.start), edit.end)),
  );
}

/**
 * A comment may only become a text that an edit writes, or be a suppression that an edit removes; in what is no YAML no
 * comment can be told from text.
 */
export function keepsComments(
  changed: readonly { readonly old: Parsed; readonly edits: readonly Edit[] }[],
  fresh: readonly string[],
): boolean {
  const readable = changed.filter(({ old, edits }) => old.errors === 0 && mayChangeComments(old.text, edits));
  if (readable.length === 0) return true;
  const left = new Map<string, number>();
  for (const comment of fresh.flatMap(commentsIn)) left.set(comment, (left.get(comment) ?? 0) + 1);
  return readable.every(({ old, edits }) =>
    commentsIn(old.text).every((comment) => {
      const count = left.get(comment) ?? 0;
      left.set(comment, count - 1);
      const isWritten = edits.some(({ text }) => /^["']/.test(text) && text.includes(comment));
      return count > 0 || isWritten || comment.includes("wlcg-notes-disable");
    }),
  );
}
