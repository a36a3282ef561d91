/** Adds actions and decisions to the lists of an item, in the form in which the item is written. */
import { isMap, isScalar, isSeq } from "yaml";
import { decisionText } from "../document/itemShorthand";
import type { ActionLine, DecisionLine, Shorthand } from "../shorthand/types";
import { isPlaceholder } from "../text/placeholderWord";
import { type Edit, lineEndOf } from "../text/range";
import { addEntries } from "../yaml/addEntries";
import { withComment } from "../yaml/blockText";
import { addKey, columnOf, pairStart, setEmptyValue } from "../yaml/edits";
import { isBlank, type KeyedValue, pairOf, pairsOf, rangeOf, stringOf, type YAMLMap } from "../yaml/nodes";
import { keepAsString, quoteIfNeeded } from "../yaml/scalars";

/**
 * @param text of the block
 * @param keys of such an item, in writing order
 * @returns undefined if a list of the item has a form that entries cannot be added to
 */
export function outcomeEdits(
  text: string,
  map: YAMLMap,
  lines: readonly Shorthand[],
  keys: readonly string[],
): readonly Edit[] | undefined {
  const decisions = lines.filter((line) => line.kind === "decision");
  const actions = lines.filter((line) => line.kind === "action");
  const edits = [
    listEdit(text, map, { key: "decisions", entries: decisions.map(decisionEntry) }, keys),
    listEdit(text, map, { key: "actions", entries: actions.map(actionEntry) }, keys),
  ];
  if (edits.includes(undefined)) return undefined;
  return joinedAtOnePlace(edits.flatMap((edit) => edit ?? []));
}

/** An entry as the lines of a block list, and as an entry of a flow list. */
interface Entry {
  readonly block: readonly string[];
  readonly flow: string;
}

interface List {
  readonly key: "actions" | "decisions";
  readonly entries: readonly Entry[];
}

/** @returns an empty list of edits if there is nothing to add */
function listEdit(
  text: string,
  map: YAMLMap,
  list: List,
  keys: readonly string[],
): readonly Edit[] | undefined {
  const { key, entries } = list;
  if (entries.length === 0) return [];
  const pair = pairOf(map, key);
  const first = pairsOf(map)[0];
  const column = first ? columnOf(text, pairStart(text, first)) : 0;
  if (!pair) {
    const after = keys.slice(0, keys.indexOf(key));
    return [withoutSpaceAtLineEnd(addKey(text, map, key, listSource(text, map, entries, column), after))];
  }
  const { value } = pair;
  if (isSeq(value) && value.items.length > 0) return appended(text, value, entries);
  const isMissing = isBlank(value) || isSeq(value) || isPlaceholder(stringOf(value) ?? "x");
  if (!isMissing || value?.anchor !== undefined || value?.tag !== undefined) return undefined;
  const edit = withListBelow(text, map, pair, listSource(text, map, entries, column));
  return edit && [edit];
}

/** A list instead of the empty value of a key; the comment of its line stays there. */
function withListBelow(text: string, map: YAMLMap, pair: KeyedValue, source: string): Edit | undefined {
  const edit = setEmptyValue(text, pair, source);
  if (!edit || map.flow) return edit;
  const [end, comment] = withComment(text, edit.end, map);
  const start = text[edit.start - 1] === " " ? edit.start - 1 : edit.start;
  return {
    start,
    end,
    text: `${comment === "" ? "" : ` ${comment.trim()}`}${edit.text.trimStart().startsWith("-") ? source : edit.text}`,
  };
}

function appended(text: string, list: unknown, entries: readonly Entry[]): readonly Edit[] | undefined {
  if (!isSeq(list)) return undefined;
  const last = list.items.at(-1);
  if (!isScalar(last) && !isMap(last)) return undefined;
  const indent = " ".repeat(columnOf(text, rangeOf(list).start) + 2);
  const sources = entries.map(({ block, flow }) => (list.flow ? flow : block.join(lineEndOf(text) + indent)));
  const edit = addEntries(text, list, sources);
  return edit && [edit];
}

function listSource(text: string, map: YAMLMap, entries: readonly Entry[], column: number): string {
  if (map.flow) return `[${entries.map(({ flow }) => flow).join(", ")}]`;
  const lineEnd = lineEndOf(text);
  const indent = " ".repeat(column + 2);
  return entries.map(({ block }) => `${lineEnd}${indent}- ${block.join(`${lineEnd}${indent}  `)}`).join("");
}

/** `actions: ` with its list below */
function withoutSpaceAtLineEnd(edit: Edit): Edit {
  return { ...edit, text: edit.text.replace(/^((?:\r?\n *(?:decisions|actions):)?) (?=\r?\n)/, "$1") };
}

/** Clients do not agree about the order of two insertions at one place. */
function joinedAtOnePlace(edits: readonly Edit[]): readonly Edit[] {
  const [first, second] = edits;
  if (!first || !second || first.start !== second.start || first.end !== second.end) return edits;
  return [{ ...first, text: first.text + second.text }];
}

function decisionEntry(line: DecisionLine): Entry {
  const text = decisionText(line);
  return { block: [keepAsString(text)], flow: quoteIfNeeded(text) };
}

function actionEntry({ text, id, owners, due, status }: ActionLine): Entry {
  const [owner] = owners;
  const rest = [
    ...(id === undefined ? [] : [`id: ${quoteIfNeeded(id)}`]),
    ...(owners.length === 1 && owner !== undefined ? [`owner: ${quoteIfNeeded(owner)}`] : []),
    ...(owners.length > 1 ? [`owners: [${owners.map(quoteIfNeeded).join(", ")}]`] : []),
    ...(due === undefined ? [] : [`due: ${due}`]),
    ...(status === "open" ? [] : [`status: ${status}`]),
  ];
  return {
    block: [`text: ${keepAsString(text)}`, ...rest],
    flow: `{${[`text: ${quoteIfNeeded(text)}`, ...rest].join(", ")}}`,
  };
}
