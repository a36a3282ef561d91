/** `unknown-key`, `missing-key`, `wrong-type`, `invalid-value`: what the JSON Schema demands, said in words of the domain. */
import { isMap, isScalar } from "yaml";
import type { SchemaError } from "../../../generated/validate";
import {
  validateContribution,
  validateDiscussionItem,
  validateMeeting,
  validateSurvey,
} from "../../../generated/validators";
import { addKey, replaceScalar } from "../edits";
import type { Finding, Fix } from "../finding";
import { asNode, entriesOf, isEmpty, type Node, pairOf, pairsOf, rangeOf, type YAMLMap } from "../nodes";
import type { Unit } from "../parse";
import { type Edit, lineAt, type Range } from "../range";
import { keysAt, type Schema, schemaAt, takesList } from "../schema";
import { quote } from "../syntax";
import { isMeant, meantBy } from "./meantKey";
import { nameOf, type RuleContext, schemaPathOf, titleKey } from "./rule";
import { choiceFixes, patternFixes, typeFixes, valueFor } from "./valueFixes";

const validators = {
  meeting: validateMeeting,
  contributions: validateContribution,
  surveys: validateSurvey,
  discussion: validateDiscussionItem,
} as const;

export function structure(unit: Unit, context: RuleContext): readonly Finding[] {
  const validate = validators[unit.kind];
  if (validate(unit.value)) return [];
  return rootCauses(validate.errors ?? []).flatMap((error) => translate(error, unit, context) ?? []);
}

/** One error a place: a failed `anyOf` stands for its branches, and a branch that went deeper for it. */
function rootCauses(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choices = errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath);
  const seen = new Set<string>();
  return errors.filter((error) => {
    const isChoice = error.keyword === "anyOf";
    if (isChoice && errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)))
      return false;
    if (!isChoice && choices.includes(error.instancePath)) return false;
    const name = error.params.additionalProperty ?? error.params.missingProperty ?? "";
    const key = `${error.instancePath} ${String(name)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

interface Place {
  readonly node: Node | null;
  /** the key above the value, where there is one */
  readonly key?: Node;
  readonly path: readonly (string | number)[];
  readonly parent: Node | null;
}

function placeOf(unit: Unit, instancePath: string): Place {
  let place: Place = { node: unit.node, path: schemaPathOf(unit.kind), parent: null };
  for (const step of instancePath.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const parent: Node | null = place.node;
    if (isMap(parent)) {
      const pair = pairsOf(parent).findLast((candidate) => candidate.name === name);
      place = {
        node: pair?.value ?? null,
        ...(pair && { key: pair.key }),
        path: [...place.path, name],
        parent,
      };
    } else {
      place = { node: asNode(entriesOf(parent)[Number(name)]), path: [...place.path, Number(name)], parent };
    }
  }
  return place;
}

function translate(error: SchemaError, unit: Unit, context: RuleContext): Finding | undefined {
  const place = placeOf(unit, error.instancePath);
  if (error.keyword === "additionalProperties")
    return unknownKey(String(error.params.additionalProperty), place, unit, context);
  if (error.keyword === "required")
    return missingKey(String(error.params.missingProperty), place, unit, context);
  if (isEmpty(place.node)) return emptyValue(place, unit, context);
  if (error.keyword === "type" || error.keyword === "anyOf") return wrongType(place, unit, context);
  return invalidValue(error, place, unit, context);
}

function unknownKey(name: string, place: Place, unit: Unit, context: RuleContext): Finding | undefined {
  const pair = pairOf(place.node, name);
  if (!pair) return undefined;
  const choices = meantBy(name, place.node, place.path, context.vocabulary);
  const best = choices[0];
  const owner = describePlace(place, unit);
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${clip(name)}\` is not a key of ${owner}.${best ? ` Did you mean \`${best}\`?` : ` It takes ${list(keysAt(place.path))}.`}`,
    fixes: () =>
      choices.map((key, rank) => ({
        title: `Replace with \`${key}\``,
        edits: [
          replaceScalar(context.text, pair.key, key),
          ...valueFor([...place.path, key], pair.value, context.text),
        ],
        preferred: rank === 0,
      })),
  };
}

const placeholders: Readonly<Record<string, string>> = {
  answer: "Yes",
  count: "0",
  question: "What was asked?",
  text: "What has to be done",
  title: "Untitled",
  topic: "Untitled",
};

function missingKey(name: string, place: Place, unit: Unit, context: RuleContext): Finding | undefined {
  const { node } = place;
  if (!isMap(node) || isMeant(name, node, place.path, context.vocabulary)) return undefined;
  const first = pairsOf(node)[0];
  const range = first
    ? rangeOf(first.key)
    : place.key
      ? rangeOf(place.key)
      : clipToLine(context.text, rangeOf(node));
  return {
    code: "missing-key",
    range,
    message: `${capital(describePlace(place, unit))} needs a \`${name}\`.`,
    fixes: () => [addKeyFix(name, place, node, context)],
  };
}

function addKeyFix(name: string, place: Place, map: YAMLMap, context: RuleContext): Fix {
  const keys = keysAt(place.path);
  const value = name === "date" ? context.today : (placeholders[name] ?? "x");
  const edit = addKey(context.text, map, name, value, keys.slice(0, keys.indexOf(name)));
  return { title: `Add \`${name}\``, edits: [edit], preferred: true };
}

/** `title:`; an optional key without a value is as good as not there. */
function emptyValue(place: Place, unit: Unit, context: RuleContext): Finding | undefined {
  const name = place.path.at(-1);
  if (typeof name === "number") {
    const above = place.node ? rangeOf(place.node) : unit.range;
    if (name === 0 && place.parent === null)
      return {
        code: "wrong-type",
        range: dashBefore(context.text, above.start),
        message: `This ${nameOf(unit.kind)} is empty: it needs a \`${titleKey(unit.kind)}\`.`,
      };
    if (!place.node) return undefined;
    return {
      code: "wrong-type",
      range: dashBefore(context.text, above.start),
      message: "This entry is empty.",
    };
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

function wrongType(place: Place, unit: Unit, context: RuleContext): Finding | undefined {
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
      fixes: () => entryFixes(node, key, unit, context.text),
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
function entryFixes(node: Node, key: string, unit: Unit, text: string): readonly Fix[] {
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  if (!isScalar(node) || source.includes("\n")) return [];
  const [name = ""] = /^\w+(?=:)/.exec(source) ?? [];
  if (keysAt(schemaPathOf(unit.kind)).includes(name)) {
    const edits = [insert(range.start + name.length + 1, " ")];
    return [{ title: "Put a space behind the colon", edits, preferred: true }];
  }
  const edits = [insert(range.start, `${key}: `)];
  return [{ title: `Make it the \`${key}\``, edits, preferred: true, safe: true }];
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

function invalidValue(
  error: SchemaError,
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
      fixes: () => choiceFixes(options, node, context.vocabulary),
    };
  }
  if (name === "date" || name === "due") return undefined;
  if (error.keyword === "pattern") {
    if (isScalar(node) && typeof node.value === "string" && node.value.trim() === "") {
      return { code: "invalid-value", range, message: `\`${name}\` is empty.` };
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

function describePlace(place: Place, unit: Unit): string {
  const name = place.path.at(-1);
  if (place.parent === null) return unit.kind === "meeting" ? "the meeting" : `a ${nameOf(unit.kind)}`;
  const label = String(typeof name === "number" ? place.path.at(-2) : name);
  return label === "answers" || label === "actions" ? `an ${label.slice(0, -1)}` : `\`${label}\``;
}

function dashBefore(text: string, offset: number): Range {
  const dash = text.lastIndexOf("-", Math.max(0, offset - 1));
  return dash < 0 ? { start: offset, end: offset } : { start: dash, end: dash + 1 };
}

/** A finding marks one line: a long value is marked to the end of its first. */
function clipToLine(text: string, range: Range): Range {
  return {
    start: range.start,
    end: Math.min(range.end, Math.max(range.start, lineAt(text, range.start).end)),
  };
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
