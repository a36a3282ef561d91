/**
 * `wrong-type` for lists whose entries are not written as the format has them: `- Kubernetes: 12` below `answers`,
 * `- Ask the sites` below `actions`. One finding for the list, with one fix for all of its entries.
 */
import { isMap, isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { type Edit, lineEndOf } from "../../text/range";
import { columnOf, pairEnd, pairStart } from "../../yaml/edits";
import {
  asNode,
  entriesOf,
  isEmpty,
  type KeyedValue,
  type Node,
  pairOf,
  pairsOf,
  rangeOf,
  type YAMLMap,
} from "../../yaml/nodes";
import { isPlaceholderEntry, isPlaceholderValue } from "../../yaml/placeholderNode";
import type { RuleContext } from "../shared/rule";
import { clipToLine } from "../shared/schemaLocation";
import { hasComment, wholeNode, wholeText, withWholeText } from "../values/wholeText";
import type { EntryForm, ListEntry } from "./entryForm";
import { entryFormOf } from "./entryForms";
import { bracesEdits } from "./missingBraces";
import { wrappedMap } from "./wrappedMap";

export interface ListShapeFinding {
  readonly finding: Finding;
  /** JSON pointers of the values that it is about: their schema errors have the same cause */
  readonly pointers: readonly string[];
}

/** @returns a finding for each list of the unit with entries of another form */
export function listShapeFindings(unit: Unit, context: RuleContext): readonly ListShapeFinding[] {
  return keysAt(schemaPathOf(unit.kind)).flatMap((key) => {
    const value = pairOf(unit.node, key)?.value;
    return value ? listShapeOf(key, value, context) : [];
  });
}

/** @param key of the list */
export function listShapeOf(key: string, value: Node, context: RuleContext): readonly ListShapeFinding[] {
  const form = entryFormOf(key);
  if (!form || isEmpty(value)) return [];
  if (isPlaceholderValue(value) && !entriesOf(value).some((entry) => isLostAction(key, entry, context)))
    return [];
  const braces = bracesEdits(key, value, context.text);
  if (braces.length > 0) return [toFinding(form, value, () => braces, [`/${key}`], context)];
  return isSeq(value)
    ? entryFindings(key, form, value.items.map(asNode), context)
    : valueFinding(key, form, value, context);
}

/** Entries of a list; the fix converts all of them or is not offered. */
function entryFindings(
  key: string,
  form: EntryForm,
  entries: readonly (Node | null)[],
  context: RuleContext,
): readonly ListShapeFinding[] {
  const wrong = entries.flatMap((node, at) =>
    node && (isLostAction(key, node, context) || !form.isEntry(node, context)) && !isPlaceholderEntry(node)
      ? [{ node, at }]
      : [],
  );
  const [first] = wrong;
  if (!first) return [];
  const edits = (): readonly Edit[] => {
    const converted = wrong.map(({ node }) => entryEdit(form, node, context));
    return converted.every((edit) => edit !== undefined) ? converted : [];
  };
  return [
    toFinding(
      form,
      first.node,
      edits,
      wrong.map(({ at }) => `/${key}/${at}`),
      context,
    ),
  ];
}

/** `- #42 fix` below `actions`, which is an empty entry with a comment. */
function isLostAction(key: string, entry: Node, { text }: RuleContext): boolean {
  return key === "actions" && isEmpty(entry) && wholeText(entry, text) !== undefined;
}

/** A mapping or a text instead of the list. */
function valueFinding(
  key: string,
  form: EntryForm,
  value: Node,
  context: RuleContext,
): readonly ListShapeFinding[] {
  const edits = isMap(value) ? mapEdits(form, value, context) : form.fromText?.(value, context);
  return edits ? [toFinding(form, value, () => edits, [`/${key}`], context)] : [];
}

function toFinding(
  { message, title }: EntryForm,
  node: Node,
  edits: () => readonly Edit[],
  pointers: readonly string[],
  { text }: RuleContext,
): ListShapeFinding {
  const fixes = (): readonly Fix[] =>
    edits().length === 0 ? [] : [{ title, edits: edits(), preferred: true }];
  const range = clipToLine(text, wholeText(node, text)?.range ?? rangeOf(node));
  return { finding: { code: "wrong-type", range, message, fixes }, pointers };
}

/** Replaces one entry of a list, or only its first key if the entry has others of the format. */
function entryEdit(form: EntryForm, node: Node, context: RuleContext): Edit | undefined {
  const { text } = context;
  const pairs = pairsOf(node);
  const first = pairs[0];
  if (pairs.some(({ key }) => isEmpty(key))) return undefined;
  const entries = isMap(node)
    ? form.fromPairs(wholePairs(pairs, text), context)
    : form.fromEntry(wholeNode(node, text), context);
  if (!entries) return first && isMap(node) ? firstKeyEdit(form, node, first, context) : undefined;
  const range = entryRange(node, pairs, text);
  if (hasComment(text, range, isMap(node) ? valuesOf(pairs) : [node])) return undefined;
  const isBlock = isDashBefore(text, range.start);
  return { ...range, text: joined(entries, isBlock, range.start, text) };
}

function wholePairs(pairs: readonly KeyedValue[], text: string): readonly KeyedValue[] {
  return pairs.map((pair) => withWholeText(pair, text));
}

function valuesOf(pairs: readonly KeyedValue[]): readonly (Node | null)[] {
  return pairs.map(({ value }) => value);
}

/** The end of a pair with the words after it that YAML drops. */
function wholeEnd(text: string, pair: KeyedValue): number {
  return Math.max(pairEnd(text, pair), wholeText(pair.value, text)?.range.end ?? 0);
}

function firstKeyEdit(
  form: EntryForm,
  map: YAMLMap,
  first: KeyedValue,
  { text }: RuleContext,
): Edit | undefined {
  const keys = form.fromFirstKey?.(withWholeText(first, text), map);
  if (!keys) return undefined;
  const start = pairStart(text, first);
  const separator = map.flow ? ", " : lineEndOf(text) + " ".repeat(columnOf(text, start));
  return { start, end: wholeEnd(text, first), text: keys.join(separator) };
}

/** The entries in brackets, or on separate lines with a dash each. */
function joined(entries: readonly ListEntry[], isBlock: boolean, start: number, text: string): string {
  if (!isBlock) return entries.map(({ flow }) => flow).join(", ");
  const eol = lineEndOf(text);
  const column = columnOf(text, start);
  const dash = text.lastIndexOf("-", start);
  const between = `${eol}${" ".repeat(columnOf(text, dash))}${text.slice(dash, start)}`;
  return entries.map(({ flow, lines }) => (lines ?? [flow]).join(eol + " ".repeat(column))).join(between);
}

function entryRange(node: Node, pairs: readonly KeyedValue[], text: string): { start: number; end: number } {
  const [first, last] = [pairs[0], pairs.at(-1)];
  const isBlockMap = isMap(node) && (!node.flow || text[rangeOf(node).start] !== "{");
  return isBlockMap && first && last
    ? { start: pairStart(text, first), end: wholeEnd(text, last) }
    : (wholeText(node, text)?.range ?? rangeOf(node));
}

/** True for the first thing after a dash. */
function isDashBefore(text: string, start: number): boolean {
  return /-[ \t]+$/.test(text.slice(Math.max(0, start - 50), start));
}

/** A mapping instead of the list: each pair becomes an entry, or all of them become the only one. */
function mapEdits(form: EntryForm, map: YAMLMap, context: RuleContext): readonly Edit[] | undefined {
  const { text } = context;
  const pairs = pairsOf(map);
  if (pairs.length === 0 || pairs.length < map.items.length) return undefined;
  if (form.isEntry(map, context)) return wrappedMap(map, text);
  const converted = wholePairs(pairs, text).map((pair) => form.fromPairs([pair], context));
  if (!converted.every((entries) => entries !== undefined)) return undefined;
  const inner = converted.map((entries, at): Edit => {
    const pair = pairs[at] as KeyedValue;
    const start = pairStart(text, pair);
    const eol = `${lineEndOf(text)}${" ".repeat(columnOf(text, start))}`;
    const block = entries.map(({ flow, lines }) => `- ${(lines ?? [flow]).join(`${eol}  `)}`).join(eol);
    return {
      start,
      end: wholeEnd(text, pair),
      text: map.flow ? entries.map(({ flow }) => flow).join(", ") : block,
    };
  });
  const values = valuesOf(pairs);
  if (inner.some((edit, at) => hasComment(text, edit, values.slice(at, at + 1)))) return undefined;
  return map.flow ? [...inner, ...brackets(map)] : inner;
}

/** The braces of a mapping as brackets. */
function brackets(map: YAMLMap): readonly Edit[] {
  const { start, end } = rangeOf(map);
  return [
    { start, end: start + 1, text: "[" },
    { start: end - 1, end, text: "]" },
  ];
}
