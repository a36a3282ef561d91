/** `wrong-type` and `invalid-value`. */
import type { ErrorObject } from "ajv";
import { isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { nameOf, schemaPathOf, titleKey } from "../schema/itemKinds";
import { keysAt, type Schema, schemaAt, takesList } from "../schema/schema";
import { type Edit, inkEnd, lineAt, type Range } from "../text/range";
import { propertiesAhead } from "../yaml/edits";
import { type Node, rangeOf } from "../yaml/nodes";
import { quote } from "../yaml/scalars";
import type { RuleContext } from "./rule";
import { capital, clipToLine, type Place } from "./schemaPlace";
import { choiceFixes, patternFixes, typeFixes } from "./valueFixes";

/** `title:`; an optional key without a value is as good as not there. */
export function emptyValue(place: Place, unit: Unit, context: RuleContext): Finding | undefined {
  const name = place.path.at(-1);
  if (typeof name === "number") {
    const range = emptyEntry(context.text, place.node ? rangeOf(place.node) : unit.range);
    if (name === 0 && place.parent === null)
      return {
        code: "wrong-type",
        range,
        message: `This ${nameOf(unit.kind)} is empty: it needs a \`${titleKey(unit.kind)}\`.`,
      };
    return place.node ? { code: "wrong-type", range, message: "This entry is empty." } : undefined;
  }
  const parent = schemaAt(place.path.slice(0, -1));
  if (!place.key || !parent?.required?.includes(String(name))) return undefined;
  return withoutValue(String(name), place.key, context.text);
}

/** `title:`, and `title: #x`, which is a comment. */
function withoutValue(name: string, key: Node, text: string): Finding {
  const { end } = rangeOf(key);
  const [all = "", lead = "", comment] =
    /^(\s*:[ \t]+)(#\S.*)$/.exec(text.slice(end, lineAt(text, end).end)) ?? [];
  const finding = { code: "wrong-type", range: rangeOf(key) } as const;
  if (comment === undefined) return { ...finding, message: `\`${name}\` has no value yet.` };
  const edit = { start: end + lead.length, end: end + all.length, text: quote(comment.trimEnd()) };
  return {
    ...finding,
    message: `\`${name}\` has no value yet: \`#\` starts a comment.`,
    fixes: () => [{ title: `Quote this ${name}`, edits: [edit], preferred: true }],
  };
}

export function wrongType(place: Place, unit: Unit, context: RuleContext): Finding | undefined {
  const { node } = place;
  if (!node) return undefined;
  const schema = schemaAt(place.path);
  const name = place.path.at(-1);
  const range = clipToLine(context.text, rangeOf(node));
  if (place.parent === null) {
    const key = titleKey(unit.kind);
    return {
      code: "wrong-type",
      range,
      message: `A ${nameOf(unit.kind)} is written as keys: \`${key}: …\`.`,
      fixes: () => entryFixes(node, key, unit, context),
    };
  }
  const subject =
    typeof name === "number" ? `An entry of \`${String(place.path.at(-2))}\`` : `\`${String(name)}\``;
  return {
    code: "wrong-type",
    range,
    message: `${subject} is ${expected(schema, String(name))}${isQuotable(schema, node) && name !== "start" ? ": quote it" : ""}.`,
    fixes: () => typeFixes(place.path, node, context),
  };
}

/** `- Coffee` is a title; `- title:Coffee` lacks its space. */
function entryFixes(node: Node, key: string, unit: Unit, context: RuleContext): readonly Fix[] {
  const { text } = context;
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  if (!isScalar(node) || source.includes("\n")) return [];
  const [name = ""] = /^\w+(?=:)/.exec(source) ?? [];
  if (keysAt(schemaPathOf(unit.kind)).includes(name)) {
    const edits = [insert(range.start + name.length + 1, " ")];
    return [{ title: "Put a space behind the colon", edits, preferred: true }];
  }
  const edits = [insert(range.start, `${key}: `)];
  // an entry of a list of themes that lost its indentation is no title
  const safe = context.vocabulary.resolve(source) === undefined;
  return [{ title: `Make it the \`${key}\``, edits, preferred: true, safe }];
}

/** `title: 2019`, which YAML reads as a number. */
function isQuotable(schema: Schema | undefined, node: Node): boolean {
  return schema?.type === "string" && isScalar(node);
}

function expected(schema: Schema | undefined, name: string): string {
  if (name === "themes") return "a list such as `[security]`, or `none`";
  if (name === "duration") return "a number of minutes, such as `20`";
  if (name === "start") return 'a time of day in quotes, such as `"09:30"`';
  if (takesList(schema)) return "a list, such as `[first, second]`";
  const type = Array.isArray(schema?.type) ? String(schema.type[0]) : String(schema?.type);
  const words: Readonly<Record<string, string>> = {
    boolean: "`true` or `false`",
    integer: "a whole number",
    number: "a number",
    object: "written as keys with values",
    string: "text",
  };
  return words[type] ?? "of another kind";
}

export function invalidValue(
  error: ErrorObject,
  place: Place,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const { node } = place;
  if (!node) return undefined;
  const name = String(place.path.at(-1));
  const schema = schemaAt(place.path);
  const range = rangeOf(node);
  if (error.keyword === "enum" && schema?.enum) {
    const options = schema.enum.map(String);
    return {
      code: "invalid-value",
      range,
      message: `\`${name}\` is ${options.map((option) => `\`${option}\``).join(" or ")}.`,
      fixes: () => choiceFixes(options, node, context),
    };
  }
  if (name === "date" || name === "due") return undefined;
  if (error.keyword === "pattern") {
    if (isScalar(node) && typeof node.value === "string" && node.value.trim() === "") {
      const subject = typeof place.path.at(-1) === "number" ? "This entry" : `\`${name}\``;
      return { code: "invalid-value", range, message: `${subject} is empty.` };
    }
    const example = schema?.examples?.[0];
    return {
      code: "invalid-value",
      range,
      message: `${capital(patternWords(name, unit))}${example === undefined ? "" : `, such as \`${String(example)}\``}.`,
      fixes: () => patternFixes(name, node, context),
    };
  }
  if (error.keyword === "minItems")
    return { code: "invalid-value", range, message: `\`${name}\` has no entries.` };
  return {
    code: "invalid-value",
    range,
    message: `\`${name}\` is ${error.keyword === "exclusiveMinimum" ? "more than" : "at least"} ${String(error.params.limit ?? 0)}.`,
  };
}

function patternWords(name: string, unit: Unit): string {
  if (name === "start") return "a start is a time of day as `HH:MM`";
  if (name === "url") return "an address starts with `https://` or `http://`";
  if (name === "timezone") return "a time zone is an IANA name";
  return `\`${name}\` of this ${nameOf(unit.kind)} is not in the form it takes`;
}

/** `null` or `&a` where it is written, else the dash that nothing follows. */
function emptyEntry(text: string, { start, end }: Range): Range {
  if (start < end) return clipToLine(text, { start, end });
  const properties = propertiesAhead(text, start);
  const ahead = inkEnd(text, start - properties.length);
  if (text[ahead - 1] === "-") return { start: ahead - 1, end: ahead };
  return { start: start - properties.length, end: start - properties.length + properties.trimEnd().length };
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
