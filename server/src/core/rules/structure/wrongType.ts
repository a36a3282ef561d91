import { isCollection, isMap, isScalar, isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
import { schemaPathOf, titleKey, withArticle } from "../../schema/itemKinds";
import { isDateKey, isMarkdownKey } from "../../schema/keyKinds";
import { keysAt, type Schema, schemaAt, takesList, textOption } from "../../schema/schema";
import { separatorEdit } from "../../syntaxErrors/missingSpace";
import { isTextKey } from "../../syntaxErrors/textKeys";
import { isPlaceholder } from "../../text/placeholderWord";
import { insertion, lineAt } from "../../text/range";
import { replaceScalar } from "../../yaml/edits";
import { type KeyedValue, type Node, pairOf, rangeOf, stringOf } from "../../yaml/nodes";
import { keepAsString, quote } from "../../yaml/scalars";
import { tailOf } from "../../yaml/textTail";
import type { RuleContext } from "../shared/rule";
import { capitalized, choiceList, clipToLine, type SchemaLocation } from "../shared/schemaLocation";
import { themeTextFinding } from "../themes/themeText";
import { typeFixes } from "../values/valueFixes";
import { bracketFixes, isBracketText } from "./bracketText";
import { namesEdits } from "./listAsText";
import { textFixes, textMessage } from "./textFixes";

/** `wrong-type` for a value that is not empty. */
export function wrongType(location: SchemaLocation, unit: Unit, context: RuleContext): Finding | undefined {
  const { node } = location;
  if (!node) return undefined;
  const finding = { code: "wrong-type", range: clipToLine(context.text, rangeOf(node)) } as const;
  if (location.parent === null) return { ...finding, ...mappingFinding(node, unit, context) };
  const themes = location.path.at(-1) === "themes" ? themeTextFinding(node, context) : undefined;
  if (themes) return { ...finding, ...themes };
  const name = String(location.path.at(-1));
  const pair = pairOf(location.parent, name);
  const owners = pair && ownersFix(name, pair, location.parent, context.text);
  if (owners)
    return {
      ...finding,
      message: isMap(node)
        ? "`owner` must be a name: a person with an affiliation is in `owners`."
        : "`owner` must be one person: several persons are `owners`.",
      fixes: () => [owners],
    };
  const names = pair ? namesEdits(name, pair, context.text) : [];
  if (names.length > 0) {
    const fixes = () => [{ title: "Write it as one text", edits: names, preferred: true }];
    return { ...finding, message: `\`${name}\` must be one text, not a list.`, fixes };
  }
  if (isMarkdownKey(name) && location.parent === unit.node && isCollection(node) && !node.flow)
    return { ...finding, message: textMessage(name), fixes: () => textFixes(unit, context.text) };
  return {
    ...finding,
    message: typeMessage(location, node),
    fixes: () => {
      const fixes = bracketFixes(location, node, context);
      return fixes.length > 0 ? fixes : typeFixes(location, node, context);
    },
  };
}

/** `owner: [A. Forti, B. Two]` as `owners`, `owner: {name: A. Forti}` as `owners: [{name: A. Forti}]` */
function ownersFix(name: string, pair: KeyedValue, map: Node | null, text: string): Fix | undefined {
  const { key, value } = pair;
  const isList = isSeq(value) && value.items.length > 1;
  const isPerson = isMap(value) && value.flow === true && pairOf(value, "name") !== undefined;
  if (name !== "owner" || !value || !(isList || isPerson) || pairOf(map, "owners")) return undefined;
  const { start, end } = rangeOf(value);
  return {
    title: "Replace with `owners`",
    edits: [
      replaceScalar(text, key, "owners"),
      ...(isPerson ? [insertion(start, "["), insertion(end, "]")] : []),
    ],
    preferred: true,
    safe: true,
  };
}

function mappingFinding(node: Node, unit: Unit, context: RuleContext): Omit<Finding, "code" | "range"> {
  const key = titleKey(unit.kind);
  return {
    message: `${capitalized(withArticle(unit.kind))} must have keys, for example \`${key}: …\`.`,
    fixes: () => mappingFixes(node, key, unit, context),
    slip: "title without its key",
  };
}

function typeMessage({ path }: SchemaLocation, node: Node): string {
  const schema = textOption(schemaAt(path)) ?? schemaAt(path);
  const name = path.at(-1);
  const subject = typeof name === "number" ? `An entry of \`${String(path.at(-2))}\`` : `\`${String(name)}\``;
  if (schema?.enum) return `${subject} must be ${choiceList(schema.enum)}.`;
  if (isPercentage(schema, node)) return `${subject} must be a number of people, not a percentage.`;
  const advice = isQuotable(schema, node) || isBracketText(schema, node) ? ": quote it" : "";
  return `${subject} must be ${expectedValue(schema, String(name))}${advice}.`;
}

/** `- Coffee` is a title; `- title:Coffee` lacks a space. */
function mappingFixes(node: Node, key: string, unit: Unit, context: RuleContext): readonly Fix[] {
  const { text } = context;
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  if (!isScalar(node) || source.includes("\n")) return [];
  if (isPlaceholder(stringOf(node) ?? "")) return noItemFixes(node, unit, text);
  const [name = ""] = /^\w+(?=:)/.exec(source) ?? [];
  const keys = keysAt(schemaPathOf(unit.kind));
  if (keys.includes(name)) {
    const edits = [insertion(range.start + name.length + 1, " ")];
    return [{ title: "Insert a space after the colon", edits, preferred: true }];
  }
  const quotedKey = keyInQuotes(source, keys);
  if (quotedKey)
    return [{ title: "Remove the quotes", edits: [{ ...range, text: quotedKey }], preferred: true }];
  const tail = tailOf(node, text);
  const whole = { start: range.start, end: tail?.end ?? range.end };
  const separator = separatorEdit(text, whole, (word) => keys.includes(word));
  if (separator) return [{ title: `Write \`${separator.name}:\``, edits: [separator.edit], preferred: true }];
  if (tail) {
    const edit = { ...whole, text: `${key}: ${quote(text.slice(whole.start, whole.end))}` };
    return [{ title: `Make it the \`${key}\``, edits: [edit], preferred: true }];
  }
  const edits = [insertion(range.start, `${key}: `)];
  // a theme reference here is a misindented list entry, not a title
  const safe = context.vocabulary.resolve(source) === undefined;
  return [{ title: `Make it the \`${key}\``, edits, preferred: true, safe }];
}

/** The source of a key with its value in quotes without them: `"title: Rucio"`. */
function keyInQuotes(source: string, keys: readonly string[]): string | undefined {
  const [, name = "", value = ""] = /^["'](\w+):[ \t]([^"'\\]*)["']$/.exec(source) ?? [];
  if (!keys.includes(name) || value.trim() === "") return undefined;
  return `${name}: ${isTextKey(name) ? keepAsString(value.trim()) : value.trim()}`;
}

/** `- none` is no item; the file must have `contributions`, so that their only item cannot be removed. */
function noItemFixes(node: Node, unit: Unit, text: string): readonly Fix[] {
  const { start, end } = rangeOf(node);
  const line = lineAt(text, start);
  const isOnlyText =
    /^[ \t]*-[ \t]+$/.test(text.slice(line.start, start)) && text.slice(end, line.end).trim() === "";
  if (!isOnlyText) return [];
  const nextLine = text.indexOf("\n", end) + 1;
  const edit = { start: line.start, end: nextLine > 0 ? nextLine : line.end, text: "" };
  return [{ title: "Remove this entry", edits: [edit], preferred: unit.kind !== "contributions" }];
}

/** `title: 2019`, which YAML reads as a number. */
function isQuotable(schema: Schema | undefined, node: Node): boolean {
  const isText = schema?.type === "string" && isScalar(node);
  return isText && (schema.pattern === undefined || new RegExp(schema.pattern).test(node.source ?? ""));
}

/** `count: 40%` */
function isPercentage(schema: Schema | undefined, node: Node): boolean {
  return schema?.type === "integer" && /^\d[\d.,]*\s?%$/.test(stringOf(node)?.trim().slice(0, 20) ?? "");
}

/** A valid value of each list; those of persons have the same. */
const listExamples: Readonly<Record<string, string>> = {
  links: "[{title: Slides, url: https://example.org/slides.pdf}]",
  parts: "[{title: Part one}]",
  actions: "[{text: Ask the sites, owner: A. Forti}]",
  answers: "[{answer: Kubernetes, count: 12}]",
  decisions: "[Start a working group]",
};

function expectedValue(schema: Schema | undefined, name: string): string {
  if (name === "themes") return "a list such as `[security]`, or `none`";
  if (name === "duration") return "a number of minutes, such as `20`";
  if (name === "start") return 'a time of day in quotes, such as `"09:30"`';
  if (isDateKey(name)) return "a date, such as `2019-12-10`";
  if (name === "timezone") return "the IANA name of a time zone, such as `Europe/Zurich`";
  if (takesList(schema)) return `a list, such as \`${listExamples[name] ?? "[A. Forti, B. Speaker]"}\``;
  const type = Array.isArray(schema?.type) ? String(schema.type[0]) : String(schema?.type);
  const words: Readonly<Record<string, string>> = {
    boolean: "`true` or `false`",
    integer: "a whole number",
    number: "a number",
    object: "keys with values, for example `text: Ask the sites`",
    string: "text",
  };
  return words[type] ?? "of another type";
}
