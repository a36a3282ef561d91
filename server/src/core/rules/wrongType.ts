import { isCollection, isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { nameOf, schemaPathOf, titleKey } from "../schema/itemKinds";
import { keysAt, type Schema, schemaAt, takesList } from "../schema/schema";
import { isTextKey } from "../syntaxErrors/layoutText";
import { insertion } from "../text/range";
import { type Node, rangeOf } from "../yaml/nodes";
import { textFixes, textMessage } from "./joinedText";
import type { RuleContext } from "./rule";
import { clipToLine, type SchemaLocation } from "./schemaLocation";
import { typeFixes } from "./valueFixes";

/** `wrong-type` for a value that is not empty. */
export function wrongType(location: SchemaLocation, unit: Unit, context: RuleContext): Finding | undefined {
  const { node } = location;
  if (!node) return undefined;
  const finding = { code: "wrong-type", range: clipToLine(context.text, rangeOf(node)) } as const;
  if (location.parent === null) return { ...finding, ...mappingFinding(node, unit, context) };
  const name = String(location.path.at(-1));
  if (isTextKey(name) && location.parent === unit.node && isCollection(node))
    return { ...finding, message: textMessage(name), fixes: () => textFixes(unit, context.text) };
  return {
    ...finding,
    message: typeMessage(location, node),
    fixes: () => typeFixes(location.path, node, context),
  };
}

function mappingFinding(node: Node, unit: Unit, context: RuleContext): Pick<Finding, "message" | "fixes"> {
  const key = titleKey(unit.kind);
  return {
    message: `A ${nameOf(unit.kind)} must be a mapping, for example \`${key}: …\`.`,
    fixes: () => mappingFixes(node, key, unit, context),
  };
}

function typeMessage({ path }: SchemaLocation, node: Node): string {
  const schema = schemaAt(path);
  const name = path.at(-1);
  const subject = typeof name === "number" ? `An entry of \`${String(path.at(-2))}\`` : `\`${String(name)}\``;
  const advice = isQuotable(schema, node) && name !== "start" ? ": quote it" : "";
  return `${subject} must be ${expectedValue(schema, String(name))}${advice}.`;
}

/** `- Coffee` is a title; `- title:Coffee` lacks a space. */
function mappingFixes(node: Node, key: string, unit: Unit, context: RuleContext): readonly Fix[] {
  const { text } = context;
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  if (!isScalar(node) || source.includes("\n")) return [];
  const [name = ""] = /^\w+(?=:)/.exec(source) ?? [];
  if (keysAt(schemaPathOf(unit.kind)).includes(name)) {
    const edits = [insertion(range.start + name.length + 1, " ")];
    return [{ title: "Insert a space after the colon", edits, preferred: true }];
  }
  const edits = [insertion(range.start, `${key}: `)];
  // a theme reference here is a misindented list entry, not a title
  const safe = context.vocabulary.resolve(source) === undefined;
  return [{ title: `Make it the \`${key}\``, edits, preferred: true, safe }];
}

/** `title: 2019`, which YAML reads as a number. */
function isQuotable(schema: Schema | undefined, node: Node): boolean {
  return schema?.type === "string" && isScalar(node);
}

function expectedValue(schema: Schema | undefined, name: string): string {
  if (name === "themes") return "a list such as `[security]`, or `none`";
  if (name === "duration") return "a number of minutes, such as `20`";
  if (name === "start") return 'a time of day in quotes, such as `"09:30"`';
  if (takesList(schema)) return "a list, such as `[first, second]`";
  const type = Array.isArray(schema?.type) ? String(schema.type[0]) : String(schema?.type);
  const words: Readonly<Record<string, string>> = {
    boolean: "`true` or `false`",
    integer: "a whole number",
    number: "a number",
    object: "a mapping",
    string: "text",
  };
  return words[type] ?? "of another type";
}
