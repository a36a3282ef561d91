import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { nameOf, titleKey } from "../schema/itemKinds";
import { schemaAt } from "../schema/schema";
import { lineAt, type Range, trimmedEnd } from "../text/range";
import { propertiesBefore } from "../yaml/edits";
import { type Node, rangeOf } from "../yaml/nodes";
import { quote } from "../yaml/scalars";
import type { RuleContext } from "./rule";
import { clipToLine, type SchemaLocation } from "./schemaLocation";

/** `wrong-type` for a key or an entry without a value; an optional key may have none. */
export function emptyValue(location: SchemaLocation, unit: Unit, context: RuleContext): Finding | undefined {
  const name = location.path.at(-1);
  if (typeof name === "number") return emptyEntryRange(name, location, unit, context.text);
  const isRequired = schemaAt(location.path.slice(0, -1))?.required?.includes(String(name));
  return location.key && isRequired ? missingValue(String(name), location.key, context.text) : undefined;
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
  const range = rangeOfEmpty(text, node ? rangeOf(node) : unit.range);
  return { code: "wrong-type", range, message, isIncomplete: true };
}

/** `title:`, and `title: #x`, which is a comment. */
function missingValue(name: string, key: Node, text: string): Finding {
  const { end } = rangeOf(key);
  const [matched = "", separator = "", comment] =
    /^(\s*:[ \t]+)(#\S.*)$/.exec(text.slice(end, lineAt(text, end).end)) ?? [];
  const finding = { code: "wrong-type", range: rangeOf(key) } as const;
  if (comment === undefined)
    return { ...finding, message: `\`${name}\` must have a value.`, isIncomplete: true };
  const edit = { start: end + separator.length, end: end + matched.length, text: quote(comment.trimEnd()) };
  return {
    ...finding,
    message: `\`${name}\` must have a value: \`#\` starts a comment.`,
    fixes: () => [{ title: `Quote this ${name}`, edits: [edit], preferred: true }],
  };
}

/** The range of an empty entry: its `null` or `&a`, otherwise its dash. */
function rangeOfEmpty(text: string, { start, end }: Range): Range {
  if (start < end) return clipToLine(text, { start, end });
  const properties = propertiesBefore(text, start);
  const textEnd = trimmedEnd(text, start - properties.length);
  if (text[textEnd - 1] === "-") return { start: textEnd - 1, end: textEnd };
  return { start: start - properties.length, end: start - properties.length + properties.trimEnd().length };
}
