import { type CST, Parser } from "yaml";
import { mayHaveDirective } from "../document/suppressionDirective";
import type { Edit } from "../text/range";
import type { ParsedText } from "./unchangedValues";

/**
 * The comments of a YAML text in order, each from its `#` on, without trailing white space. A directive after
 * another comment, `# why # wlcg-notes-disable-line`, counts as a separate comment.
 */
function commentsIn(text: string): readonly string[] {
  if (!text.includes("#")) return [];
  const comments: string[] = [];
  const addComment = ({ type, source }: CST.SourceToken): void => {
    if (type === "comment")
      comments.push(...source.trimEnd().split(/(?<=\S)[ \t]+(?=#[ \t]*wlcg[-_ ]?note)/i));
  };
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("type" in value && "source" in value) addComment(value as CST.SourceToken);
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return comments;
}

/**
 * False if the edits cannot change a comment: they remove no `#`, join no lines and insert no quote, `|`, `>`
 * or `#`.
 */
export function mayChangeComments(text: string, edits: readonly Edit[]): boolean {
  if (!text.includes("#")) return false;
  return edits.some(
    (edit) => /["'|>#]/.test(edit.text) || /[#\n]/.test(text.slice(Math.max(0, edit.start), edit.end)),
  );
}

/**
 * True if every comment is still there after the edits. A comment may become part of a string that an edit
 * writes, and a suppression may be removed. Text that does not parse is not checked, as its comments cannot
 * be identified.
 */
export function keepsComments(
  changed: readonly { readonly old: ParsedText; readonly edits: readonly Edit[] }[],
  newTexts: readonly string[],
): boolean {
  const parsable = changed.filter(
    ({ old: parsedBefore, edits }) =>
      parsedBefore.errors === 0 && mayChangeComments(parsedBefore.text, edits),
  );
  if (parsable.length === 0) return true;
  const remaining = new Map<string, number>();
  for (const comment of newTexts.flatMap(commentsIn))
    remaining.set(comment, (remaining.get(comment) ?? 0) + 1);
  return parsable.every(({ old: parsedBefore, edits }) =>
    commentsIn(parsedBefore.text).every((comment) => {
      const count = remaining.get(comment) ?? 0;
      remaining.set(comment, count - 1);
      const isWritten = edits.some(({ text }) => /^["']/.test(text) && text.includes(comment));
      return count > 0 || isWritten || mayHaveDirective(comment);
    }),
  );
}
