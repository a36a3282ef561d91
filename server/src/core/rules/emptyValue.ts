import { isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { nameOf, titleKey } from "../schema/itemKinds";
import { schemaAt } from "../schema/schema";
import { lineAt, type Range, trimmedEnd } from "../text/range";
import { propertiesBefore, replaceValue, setEmptyValue } from "../yaml/edits";
import { type Node, rangeOf, type Scalar } from "../yaml/nodes";
import { quote } from "../yaml/scalars";
import type { RuleContext } from "./rule";
import { clipToLine, type SchemaLocation } from "./schemaLocation";

/** `wrong-type` for a key or an entry without a value; an optional key may have none. */
export function emptyValue(location: SchemaLocation, unit: Unit, context: RuleContext): Finding | undefined {
  const name = location.path.at(-1);
  if (typeof name === "number") return emptyEntryRange(name, location, unit, context.text);
  const isRequired = schemaAt(location.path.slice(0, -1))?.required?.includes(String(name));
  if (!location.key || !isRequired) return undefined;
  return missingValue(String(name), location.key, location.node, context);
}

function emptyEntryRange(
  at: number,
  { node, parent }: SchemaLocation,
  unit: Unit,
  text: string,
): Finding | undefined {
  const isItem = at === 0 && parent === null;
  if (!isItem && !node) return undefined;
  const message = isItem
    ? `Empty ${nameOf(unit.kind)}: it must have the key \`${titleKey(unit.kind)}\`.`
    : "This entry must have a value.";
  return { code: "wrong-type", range: rangeOfEmpty(text, node ? rangeOf(node) : unit.range), message };
}

/** `title:`, `title: null`, and `title: #x`, which is a comment. */
function missingValue(name: string, key: Node, value: Node | null, context: RuleContext): Finding {
  const { text } = context;
  const { end } = rangeOf(key);
  const [matched = "", separator = "", comment] =
    /^(\s*:[ \t]+)(#\S.*)$/.exec(text.slice(end, lineAt(text, end).end)) ?? [];
  const finding = { code: "wrong-type", range: rangeOf(key) } as const;
  if (comment === undefined)
    return {
      ...finding,
      message: `\`${name}\` must have a value.`,
      fixes: () => valueFixes(name, key, value, context),
    };
  const edit = { start: end + separator.length, end: end + matched.length, text: quote(comment.trimEnd()) };
  return {
    ...finding,
    message: `\`${name}\` must have a value: \`#\` starts a comment.`,
    fixes: () => [{ title: `Quote this ${name}`, edits: [edit], preferred: true }],
  };
}

/** Today for a `date`; quotes around the `null` of a title. */
function valueFixes(
  name: string,
  key: Node,
  value: Node | null,
  { text, today }: RuleContext,
): readonly Fix[] {
  const word = isScalar(value) && value.tag === undefined ? (value.source ?? "") : "";
  if (name === "date") {
    const edit = setEmptyValue(text, { key: key as Scalar, name, value }, today);
    return edit ? [{ title: `Write today's date, \`${today}\``, edits: [edit], preferred: true }] : [];
  }
  if (!value || word === "") return [];
  // `count: null`
  if (name === "count") return [];
  return [{ title: `Quote this ${name}`, edits: [replaceValue(text, value, quote(word))], preferred: true }];
}

/** The range of an empty entry: its `null` or `&a`, otherwise its dash. */
function rangeOfEmpty(text: string, { start, end }: Range): Range {
  if (start < end) return clipToLine(text, { start, end });
  const properties = propertiesBefore(text, start);
  const textEnd = trimmedEnd(text, start - properties.length);
  if (text[textEnd - 1] === "-") return { start: textEnd - 1, end: textEnd };
  return { start: start - properties.length, end: start - properties.length + properties.trimEnd().length };
}
