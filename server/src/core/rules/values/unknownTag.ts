import { isScalar } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { quoteTitle } from "../../syntaxErrors/quoteWording";
import { type Edit, lineAt } from "../../text/range";
import { isEmpty, type Node, rangeOf } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";
import { tailAfter } from "../../yaml/textTail";
import type { RuleContext, UnitRule } from "../shared/rule";
import { type TextValue, textValues } from "../shared/textValues";

/** `yaml-syntax`: `title: !important notice`, where YAML reads the first word as a tag and drops it. */
export const unknownTag: UnitRule = { codes: ["yaml-syntax"], check };

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  if (!text.includes("!")) return [];
  return textValues(unit).flatMap((value) => tagFinding(value, text));
}

/** True for a value with a tag that YAML does not define. */
export function isUnknownTag(node: Node | null): boolean {
  return isScalar(node) && Boolean(node.tag) && !standardTag.test(node.tag ?? "");
}

const standardTag = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|binary|timestamp)$/;

function tagFinding({ name, node }: TextValue, text: string): readonly Finding[] {
  const edit = quoteTagged(node, text);
  if (!edit) return [];
  const title = quoteTitle(name);
  return [
    {
      code: "yaml-syntax",
      range: { start: edit.start, end: edit.end },
      message: `${title}: \`!\` has a special meaning at the start of a value.`,
      fixes: () => [{ title, edits: [edit], preferred: true }],
    },
  ];
}

/** Quotes a text from its unknown tag on, `!important notice`; undefined for other values. */
export function quoteTagged(node: Node | null, text: string): Edit | undefined {
  if (!isScalar(node) || !isUnknownTag(node)) return undefined;
  const { start: valueStart, end: valueEnd } = rangeOf(node);
  const start = tagStart(text, lineAt(text, valueStart).start, valueStart);
  if (start < 0 || text.slice(start, valueEnd).includes("\n")) return undefined;
  const contentEnd = isEmpty(node) ? tagEnd(text, start) : valueEnd;
  const end = tailAfter(text, contentEnd, lineAt(text, contentEnd).end)?.end ?? contentEnd;
  return { start, end, text: quote(text.slice(start, end)) };
}

/** The offset of the `!` in front of a value; -1 if it is not on the line. */
function tagStart(text: string, lineStart: number, valueStart: number): number {
  const before = text.slice(lineStart, valueStart);
  // the tag begins after a space or a bracket
  const matched = /(?:^|[\s,[{])(![^\s,[\]{}]*)[ \t]*$/.exec(before.slice(-maxTagLength));
  return matched?.[1] === undefined ? -1 : valueStart - matched[0].length + matched[0].indexOf("!");
}

/** Maximum UTF-16 units of a tag and the white space after it. */
const maxTagLength = 200;

function tagEnd(text: string, start: number): number {
  const length = text.slice(start, start + maxTagLength).search(/[\s,[\]{}]/);
  return length < 0 ? start + maxTagLength : start + length;
}
