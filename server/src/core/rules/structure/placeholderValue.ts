import { isMap, isScalar, isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Code } from "../../findings/codes";
import type { Finding, Fix } from "../../findings/finding";
import { isMarkdownKey, peopleKeys } from "../../schema/keyKinds";
import { messageText } from "../../text/displayText";
import {
  isCertainNoneWord,
  isNoneWord,
  isPlaceholder,
  isPlaceholderAmongValues,
} from "../../text/placeholderWord";
import type { Range } from "../../text/range";
import {
  entriesOf,
  isEmpty,
  type KeyedValue,
  type Node,
  pairsOf,
  rangeOf,
  stringOf,
  type YAMLMap,
} from "../../yaml/nodes";
import { isPlaceholderEntry, isPlaceholderValue } from "../../yaml/placeholderNode";
import { removeKey, removeListEntry } from "../../yaml/removeKey";
import type { RuleContext, UnitRule } from "../shared/rule";

/** `placeholder-value`: `speakers: [none]`, `owner: tbd`, `actions: none`. */
export const placeholderValue: UnitRule = {
  codes: ["placeholder-value", "wrong-type", "invalid-value", "invalid-date"],
  check,
};

/** A word that replaces a missing value. */
interface Placeholder {
  readonly node: Node;
  readonly code: Code;
  readonly pair: KeyedValue;
  readonly map: YAMLMap;
  /** set if other entries of the list are values */
  readonly entryIndex?: number;
}

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  return placeholdersIn(unit).map((placeholder) => ({
    code: placeholder.code,
    range: wordRange(reportedNode(placeholder.node), text),
    message: messageFor(placeholder),
    fixes: () => removalFixes(placeholder, text),
  }));
}

/** The nodes that `placeholder-value` reports, with the nodes inside them; the other rules leave them out. */
export function placeholderNodes(unit: Unit): ReadonlySet<Node> {
  return new Set(
    placeholdersIn(unit).flatMap(({ node, pair, entryIndex }) => [
      node,
      ...(entryIndex === undefined && pair.value ? [pair.value, ...entriesOf(pair.value)] : []),
    ]),
  );
}

/** Keys of an item or of the meeting head that have no text such as `none`, with the code for a text there. */
const itemKeys: Readonly<Record<string, Code>> = {
  abstract: "placeholder-value",
  actions: "wrong-type",
  answers: "wrong-type",
  apologies: "wrong-type",
  attendees: "wrong-type",
  chairs: "wrong-type",
  code: "placeholder-value",
  community: "placeholder-value",
  context: "placeholder-value",
  conveners: "wrong-type",
  decisions: "wrong-type",
  duration: "wrong-type",
  endDate: "invalid-date",
  links: "wrong-type",
  minuteTakers: "wrong-type",
  nextMeeting: "invalid-date",
  notes: "placeholder-value",
  parts: "wrong-type",
  place: "placeholder-value",
  responses: "wrong-type",
  series: "placeholder-value",
  session: "placeholder-value",
  speakers: "wrong-type",
  start: "invalid-value",
  timezone: "invalid-value",
  url: "invalid-value",
};

const actionKeys: Readonly<Record<string, Code>> = {
  closed: "invalid-date",
  due: "invalid-date",
  id: "placeholder-value",
  owner: "placeholder-value",
  owners: "wrong-type",
  since: "invalid-date",
  text: "placeholder-value",
  status: "invalid-value",
};

/** True for a key that has no value such as `none`: it is left out instead. */
export function hasNoPlaceholder(key: string, value: Node | null): boolean {
  const isKnown = Object.hasOwn(itemKeys, key) || Object.hasOwn(actionKeys, key);
  const word = stringOf(value);
  // an action must have a text
  return isKnown && key !== "text" && (word === undefined || wordTest(key)(word));
}

/** Lists whose entries are texts; `answers` has texts such as `N/A`. */
const listKeys = ["actions", "decisions", ...peopleKeys];

/** Keys for which `tbd` is a value like any other. */
const keysWithPlans = ["code", "id", "place", "series", "session", "status"];

/** @returns the test for a word that is not a value of the key; `no` and `nothing` in notes may answer a question */
function wordTest(key: string): (word: string) => boolean {
  if (keysWithPlans.includes(key)) return isNoneWord;
  return isMarkdownKey(key) ? isPlaceholderAmongValues : isPlaceholder;
}

function placeholdersIn({ node }: Unit): readonly Placeholder[] {
  if (!isMap(node)) return [];
  return pairsOf(node).flatMap((pair): readonly Placeholder[] => {
    const { name, value } = pair;
    if (!Object.hasOwn(itemKeys, name)) return [];
    if (listKeys.includes(name) && isSeq(value)) return entryPlaceholders(pair, node);
    return valuePlaceholders(pair, node, itemKeys);
  });
}

function valuePlaceholders(
  pair: KeyedValue,
  map: YAMLMap,
  codes: Readonly<Record<string, Code>>,
): readonly Placeholder[] {
  const code = Object.hasOwn(codes, pair.name) ? codes[pair.name] : undefined;
  const { value } = pair;
  const isWord = wordTest(pair.name);
  if (!value || code === undefined) return [];
  const [first] = isSeq(value) && isPlaceholderValue(value) ? entriesOf(value) : [];
  if (first && isWord(stringOf(first) ?? "")) return [{ node: first, code: "wrong-type", pair, map }];
  return isWord(stringOf(value) ?? "") ? [{ node: value, code, pair, map }] : [];
}

/** One for a list without any value; otherwise one for each entry that is not a value. */
function entryPlaceholders(pair: KeyedValue, map: YAMLMap): readonly Placeholder[] {
  const entries = isSeq(pair.value) ? (pair.value.items as Node[]) : [];
  const indices = entries.flatMap((entry, at) => (isPlaceholderEntry(entry) ? [at] : []));
  const [first] = indices.flatMap((at) => entries[at] ?? []);
  const inActions = pair.name === "actions" ? entries.flatMap(actionPlaceholders) : [];
  if (!first) return inActions;
  const codeOf = (entry: Node): Code =>
    pair.name === "actions" && isScalar(entry) ? "wrong-type" : "placeholder-value";
  const isWholeList = entries.every((entry) => isPlaceholderEntry(entry) || isEmpty(entry));
  if (isWholeList) return [{ node: first, code: codeOf(first), pair, map }];
  const single = indices.flatMap((entryIndex): readonly Placeholder[] => {
    const node = entries[entryIndex];
    const isDoubtful = isScalar(node) && !isPlaceholderAmongValues(stringOf(node) ?? "");
    return node && !isDoubtful ? [{ node, code: codeOf(node), pair, map, entryIndex }] : [];
  });
  return [...single, ...inActions];
}

function actionPlaceholders(action: Node): readonly Placeholder[] {
  if (!isMap(action) || isPlaceholderEntry(action)) return [];
  return pairsOf(action).flatMap((pair) => valuePlaceholders(pair, action, actionKeys));
}

/** The word itself, in an action its text. */
function reportedNode(node: Node): Node {
  return pairsOf(node).find(({ name }) => name === "text")?.value ?? node;
}

/** The range of the word; in a block scalar without the `|`. */
function wordRange(node: Node, text: string): Range {
  const range = rangeOf(node);
  const word = (stringOf(node) ?? "").trim();
  if (!/^[|>]/.test(text[range.start] ?? "") || word === "") return range;
  const start = text.indexOf(word, range.start);
  return start < 0 || start >= range.end ? range : { start, end: start + word.length };
}

/** The word of a placeholder without white space around it. */
function wordOf(node: Node): string {
  return messageText((stringOf(reportedNode(node)) ?? "").trim(), 40);
}

function messageFor({ node, pair: { name } }: Placeholder): string {
  const word = wordOf(node);
  const advice = isNoneWord(word) ? "if there is none" : "until the value is known";
  return `\`${word}\` is not a value of \`${name}\`: leave it out ${advice}.`;
}

function removalFixes({ node, pair, map, entryIndex }: Placeholder, text: string): readonly Fix[] {
  const word = wordOf(node);
  const isCertain = isCertainNoneWord(stringOf(reportedNode(node)) ?? "") && !isMarkdownKey(pair.name);
  if (entryIndex !== undefined && pair.value) {
    const edits = removeListEntry(text, pair.value, entryIndex);
    return edits.length > 0 ? [{ title: `Remove \`${word}\``, edits, preferred: true, safe: isCertain }] : [];
  }
  // an action must have a text
  if (pair.name === "text") return [];
  const edit = removeKey(text, map, pair);
  return edit ? [{ title: `Remove \`${pair.name}\``, edits: [edit], preferred: true, safe: isCertain }] : [];
}
