import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { nameOf, titleKey } from "../schema/itemKinds";
import { schemaAt } from "../schema/schema";
import { inkEnd, lineAt, type Range } from "../text/range";
import { propertiesAhead } from "../yaml/edits";
import { type Node, rangeOf } from "../yaml/nodes";
import { quote } from "../yaml/scalars";
import type { RuleContext } from "./rule";
import { clipToLine, type Place } from "./valuePlace";

/** `wrong-type` for a key or an entry without a value; an optional key may have none. */
export function emptyValue(place: Place, unit: Unit, context: RuleContext): Finding | undefined {
  const name = place.path.at(-1);
  if (typeof name === "number") return emptyEntry(name, place, unit, context.text);
  const isRequired = schemaAt(place.path.slice(0, -1))?.required?.includes(String(name));
  return place.key && isRequired ? withoutValue(String(name), place.key, context.text) : undefined;
}

function emptyEntry(at: number, { node, parent }: Place, unit: Unit, text: string): Finding | undefined {
  const isItem = at === 0 && parent === null;
  if (!isItem && !node) return undefined;
  const message = isItem
    ? `Empty ${nameOf(unit.kind)}: it must have the key \`${titleKey(unit.kind)}\`.`
    : "This entry must have a value.";
  return { code: "wrong-type", range: rangeOfEmpty(text, node ? rangeOf(node) : unit.range), message };
}

/** `title:`, and `title: #x`, which is a comment. */
function withoutValue(name: string, key: Node, text: string): Finding {
  const { end } = rangeOf(key);
  const [all = "", lead = "", comment] =
    /^(\s*:[ \t]+)(#\S.*)$/.exec(text.slice(end, lineAt(text, end).end)) ?? [];
  const finding = { code: "wrong-type", range: rangeOf(key) } as const;
  if (comment === undefined) return { ...finding, message: `\`${name}\` must have a value.` };
  const edit = { start: end + lead.length, end: end + all.length, text: quote(comment.trimEnd()) };
  return {
    ...finding,
    message: `\`${name}\` must have a value: \`#\` starts a comment.`,
    fixes: () => [{ title: `Quote this ${name}`, edits: [edit], preferred: true }],
  };
}

/** `null` or `&a` where it is written, else the dash that nothing follows. */
function rangeOfEmpty(text: string, { start, end }: Range): Range {
  if (start < end) return clipToLine(text, { start, end });
  const properties = propertiesAhead(text, start);
  const ahead = inkEnd(text, start - properties.length);
  if (text[ahead - 1] === "-") return { start: ahead - 1, end: ahead };
  return { start: start - properties.length, end: start - properties.length + properties.trimEnd().length };
}
