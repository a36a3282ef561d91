import { isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { isMarkdownKey } from "../schema/keyKinds";
import { proseLines } from "../shorthand/proseLines";
import { unclosedMark } from "../text/comments";
import { insertion, lineAt, type Range, trimmedEnd } from "../text/range";
import { rangeOf, type Scalar } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./shared/rule";
import { type TextValue, textValues } from "./shared/textValues";

/** `unclosed-comment`: `<!--` without `-->` in a text whose HTML comments are not published. */
export const unclosedComment: UnitRule = { codes: ["unclosed-comment"], check };

const mark = "<!--";

/** The keys of texts in one line whose comments are left out, beside those of Markdown. */
const lineKeys: ReadonlySet<string> = new Set(["text", "decisions"]);

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  const source = text.slice(unit.range.start, unit.range.end);
  return source.includes(mark) ? textValues(unit).flatMap((value) => findingsOf(value, text)) : [];
}

function findingsOf({ name, node }: TextValue, text: string): readonly Finding[] {
  if (!isScalar(node) || typeof node.value !== "string") return [];
  const isMarkdown = isMarkdownKey(name);
  if (!isMarkdown && !lineKeys.has(name)) return [];
  const following = isMarkdown
    ? marksFromUnclosed(node.value)
    : marksIn(node.value, unclosedMark(node.value));
  if (following === 0) return [];
  const place = placeOf(node, following, text);
  return [
    {
      code: "unclosed-comment",
      range: place ?? rangeOf(node),
      message: "This comment is published, since it has no end: close it with `-->`.",
      fixes: () => (place ? [closingFix(place)] : []),
    },
  ];
}

/** The number of marks in a text of Markdown from the first one outside code that no `-->` closes. */
function marksFromUnclosed(markdown: string): number {
  for (const { text, line } of proseLines(markdown)) {
    const at = unclosedMark(text);
    if (at === undefined) continue;
    const below = markdown.split(/\r\n?|\n/).slice(line + 1);
    return marksIn(text, at) + marksIn(below.join("\n"), 0);
  }
  return 0;
}

/** @param from undefined if there is none */
function marksIn(text: string, from: number | undefined): number {
  return from === undefined ? 0 : text.slice(from).split(mark).length - 1;
}

/** From a mark, counted from the end of the value, to the last word of its line; undefined where an escape hides a mark. */
function placeOf(node: Scalar, following: number, text: string): Range | undefined {
  const { start, end } = rangeOf(node);
  const starts = [...text.slice(start, end).matchAll(/<!--/g)];
  const index = starts.at(-following)?.index;
  if (index === undefined) return undefined;
  const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  const lineEnd = Math.min(lineAt(text, start + index).end, end - (isQuoted ? 1 : 0));
  return { start: start + index, end: trimmedEnd(text, lineEnd) };
}

function closingFix({ end }: Range): Fix {
  return { title: "Close the comment at the end of its line", edits: [insertion(end, " -->")] };
}
