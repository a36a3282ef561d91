import { Lexer, Parser } from "yaml";
import { mayHaveDirective } from "../document/suppressionDirective";
import type { Edit } from "../text/range";
import { CommentFinder } from "./commentFinder";

/** The white space before a further comment, `#42 # why`, and before a directive without a space after its `#`. */
const commentStart = /(?<=\S)[ \t]+(?=#(?:[ \t]|wlcg[-_ ]?note))/i;

/** A comment with one space after its `#`, which a fix may insert. */
function withSpace(comment: string): string {
  return `# ${comment.slice(1).trimStart()}`;
}

/**
 * The comments of a YAML text in order, without trailing white space and with one space after their `#`. A
 * comment or a directive after another comment, `#42 # why`, counts as a separate one.
 */
function commentsIn(text: string): readonly string[] {
  if (!text.includes("#")) return [];
  return commentTokens(text).flatMap((source) => source.trimEnd().split(commentStart).map(withSpace));
}

/** The token that the lexer puts before the text of a scalar. */
const scalarMark = "\u001f";

/** The tokens of the comments; the lexer alone takes half the time of the parser. */
function commentTokens(text: string): readonly string[] {
  const comments: string[] = [];
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && token.startsWith("#")) comments.push(token);
    isScalar = token === scalarMark;
  }
  return comments;
}

/** The block scalars of a YAML text. */
function blockScalarsIn(text: string): readonly string[] {
  const sources: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("type" in value && "source" in value && value.type === "block-scalar")
      sources.push(String(value.source));
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return sources;
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

/** A text before edits; its comments cannot be identified if it does not parse. */
export interface ChangedText {
  readonly text: string;
  readonly isParsable: boolean;
  readonly edits: readonly Edit[];
}

/**
 * True if every comment is still there after the edits. A comment may become part of a string that an edit of any of
 * the blocks writes, or of a block scalar that it begins, and a suppression may be removed. Text that does not parse is
 * not checked, as its comments cannot be identified.
 */
export function keepsComments(changed: readonly ChangedText[], newTexts: readonly string[]): boolean {
  const parsable = changed.filter(
    ({ text, isParsable, edits }) => isParsable && mayChangeComments(text, edits),
  );
  if (parsable.length === 0) return true;
  const remaining = new Map<string, number>();
  for (const comment of newTexts.flatMap(commentsIn))
    remaining.set(comment, (remaining.get(comment) ?? 0) + 1);
  const blockScalars = changed.some(({ edits }) => edits.some(({ text }) => /(?:^ |: )[|>]|\s#/.test(text)))
    ? newTexts.flatMap(blockScalarsIn)
    : [];
  const finder = new CommentFinder(
    blockScalars,
    changed.flatMap(({ edits }) => edits),
  );
  return parsable.every((before) =>
    commentsIn(before.text).every((comment) => {
      const count = remaining.get(comment) ?? 0;
      remaining.set(comment, count - 1);
      return count > 0 || mayHaveDirective(comment) || finder.takes(comment);
    }),
  );
}
