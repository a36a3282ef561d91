import { type CST, Parser } from "yaml";

/**
 * The comments of a YAML text in its order, each from its `#` on, without white space at the end. A directive behind
 * another comment, `# why # wlcg-notes-disable-line`, counts as a comment of its own.
 */
export function commentsIn(text: string): readonly string[] {
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
