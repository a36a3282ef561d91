/** The smallest edits of a list of persons or links. A comment beside an entry stays only if the entry does. */
import { isScalar, isSeq, type YAMLSeq } from "yaml";
import { valueIn } from "../../document/plainValues";
import {
  applyEdits,
  type Edit,
  insertion,
  lineAt,
  lineEndOf,
  shiftRange,
  trimmedEnd,
} from "../../text/range";
import { addEntries } from "../../yaml/addEntries";
import { columnOf, replaceValue } from "../../yaml/edits";
import { asNode, type KeyedValue, type Node, pairOf, rangeOf } from "../../yaml/nodes";
import { commentStartFrom, readMarks } from "../../yaml/openMarks";
import type { WrittenSource } from "../write/writtenKeys";
import { type EditedMap, type FieldEdit, removeField, setField } from "./fieldEdits";

/** What becomes of an entry of a list: it stays, it is removed, it has another source, or edits in it. */
export type EntryChange = "keep" | "remove" | EntrySource | EntryEdits;

interface EntrySource extends WrittenSource {
  /** it is another person, whom a comment beside the entry is not about */
  readonly isOther?: true;
}

interface EntryEdits {
  readonly edits: readonly Edit[];
  /** the entry afterwards as plain JS */
  readonly plain: unknown;
}

/** A list that keeps some of its entries. */
interface ListChange {
  readonly entries: readonly EntryChange[];
  readonly added: readonly WrittenSource[];
}

/** A list with its key, and what becomes of its entries. */
interface ChangedList {
  readonly text: string;
  readonly pair: KeyedValue;
  readonly list: YAMLSeq;
  readonly change: ListChange;
}

/** Removes a list; without edits if its form does not allow it. */
export function removeList(target: EditedMap, key: string): FieldEdit {
  return removeField(target, key) ?? { key, edits: [], expected: undefined };
}

/**
 * @param whole the whole list, if the form of the list does not allow the change
 * @returns without edits if a comment would be lost or be beside another entry
 */
export function changeList(
  target: EditedMap,
  key: string,
  change: ListChange,
  whole: readonly WrittenSource[],
): FieldEdit | undefined {
  const { text, map, value } = target;
  const pair = pairOf(map, key);
  const list = pair?.value;
  const current = valueIn(value, key);
  const isEditable = isSeq(list) && list.items.length > 0 && Array.isArray(current);
  if (!isEditable || !pair || list.items.length !== change.entries.length)
    return setField(target, key, { kind: "list", entries: whole });
  const changed: ChangedList = { text, pair, list, change };
  const edits = !list.flow
    ? blockEdits(changed)
    : change.entries.includes("remove")
      ? [rewrittenList(changed)]
      : flowEdits(changed);
  return { key, edits: edits ?? [], expected: expectedList(current, change) };
}

/** @returns undefined if the list has a form that does not allow the change */
function blockEdits({ text, pair, list, change }: ChangedList): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const comments: string[] = [];
  for (const [at, entry] of change.entries.entries()) {
    const node = asNode(list.items[at]);
    if (!node || entry === "keep") continue;
    const { start } = rangeOf(node);
    const line = lineAt(text, start);
    const end = lineAt(text, Math.max(start, trimmedEnd(text, rangeOf(node).end))).end;
    const own = commentsIn(text.slice(line.start, end));
    if (entry === "remove") {
      const isSimple = /^[ \t]*-[ \t]/.test(text.slice(line.start, start)) && line.start > 0;
      // a comment above the entry would be above another one
      if (!isSimple || isComment(text, line.start - 1)) return undefined;
      comments.push(...own);
      edits.push({ start: lineAt(text, line.start - 1).end, end, text: "" });
    } else if ("source" in entry && entry.isOther && own.length > 0) {
      comments.push(...own);
      edits.push({ start, end, text: entry.source });
    } else edits.push(...entryEdits(text, node, entry));
  }
  const added = addedEdit(text, list, change.added);
  return added && [...commentsBelowKey({ text, pair, list, comments }), ...edits, ...added];
}

/** Comments of the list as a whole: on the line of its key, or on lines below it. */
function commentsBelowKey({
  text,
  pair,
  list,
  comments,
}: Pick<ChangedList, "text" | "pair" | "list"> & { readonly comments: readonly string[] }): readonly Edit[] {
  if (comments.length === 0) return [];
  const keyEnd = rangeOf(pair.key).end;
  const { end } = lineAt(text, keyEnd);
  const separator = lineEndOf(text) + " ".repeat(columnOf(text, rangeOf(list as Node).start));
  const isFree = commentStartFrom(text, keyEnd, end) === end;
  const [first = "", ...others] = comments;
  return [insertion(end, [(isFree ? " " : separator) + first, ...others].join(separator))];
}

/** The comments of lines of an entry: `- name: "A #1" # here`. */
function commentsIn(source: string): readonly string[] {
  return source
    .split(/\r?\n/)
    .map((line) => {
      const [before = ""] = /^[ \t]*(?:-[ \t]+)?(?:[\w-]+:[ \t]+)?/.exec(line) ?? [];
      return line.slice(readMarks(line, { start: before.length, end: line.length }).commentStart).trimEnd();
    })
    .filter((comment) => comment !== "");
}

/** True if the line that contains the offset is a comment. */
function isComment(text: string, offset: number): boolean {
  const { start, end } = lineAt(text, offset);
  return text.slice(start, end).trimStart().startsWith("#");
}

/** For a list in brackets that keeps all its entries. */
function flowEdits({ text, list, change }: ChangedList): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const comments: string[] = [];
  for (const [at, entry] of change.entries.entries()) {
    const node = asNode(list.items[at]);
    if (!node || entry === "keep" || entry === "remove") continue;
    edits.push(...entryEdits(text, node, entry));
    const comment = "source" in entry && entry.isOther ? commentBeside(text, list, node) : undefined;
    if (!comment) continue;
    comments.push(text.slice(comment.start, comment.end).trim());
    edits.push(comment);
  }
  const added = addedEdit(text, list, change.added);
  return added && [...commentsInBrackets(text, list, comments), ...edits, ...added];
}

/** The comment after an entry and its comma, with the white space before it, as an edit that removes it. */
function commentBeside(text: string, list: YAMLSeq, node: Node): Edit | undefined {
  const end = trimmedEnd(text, rangeOf(node).end);
  const line = lineAt(text, end);
  const [comma] = /^[ \t]*,?/.exec(text.slice(end, line.end)) ?? [""];
  const start = end + comma.length;
  const isInList = line.end < rangeOf(list as Node).end;
  const isBeside = isInList && /^[ \t]+#/.test(text.slice(start, line.end));
  return isBeside ? { start, end: line.end, text: "" } : undefined;
}

/** Comments after the opening bracket. */
function commentsInBrackets(text: string, list: YAMLSeq, comments: readonly string[]): readonly Edit[] {
  if (comments.length === 0) return [];
  const at = rangeOf(list as Node).start + 1;
  const first = asNode(list.items[0]);
  const separator = lineEndOf(text) + " ".repeat(first ? columnOf(text, rangeOf(first).start) : 0);
  const isAtLineEnd = text.slice(at, lineAt(text, at).end).trim() === "";
  return [insertion(at, ` ${comments.join(separator)}${isAtLineEnd ? "" : separator}`)];
}

/** @returns undefined if the list has a form that cannot be added to */
function addedEdit(
  text: string,
  list: YAMLSeq,
  added: readonly WrittenSource[],
): readonly Edit[] | undefined {
  if (added.length === 0) return [];
  const edit = addEntries(
    text,
    list,
    added.map(({ source }) => source),
  );
  return edit && [edit];
}

function entryEdits(text: string, node: Node, entry: EntrySource | EntryEdits): readonly Edit[] {
  if ("edits" in entry) return entry.edits;
  if (isScalar(node)) return [replaceValue(text, node, entry.source)];
  const { start, end } = rangeOf(node);
  return [{ start, end: trimmedEnd(text, end), text: entry.source }];
}

/** Writes a whole list in brackets, with the sources of the entries that stay. */
function rewrittenList({ text, list, change }: ChangedList): Edit {
  const sources = change.entries.flatMap((entry, at): readonly string[] => {
    const node = asNode(list.items[at]);
    if (entry === "remove" || !node) return [];
    if (entry !== "keep" && "source" in entry) return [entry.source];
    const { start, end } = rangeOf(node);
    const source = text.slice(start, trimmedEnd(text, end));
    const edits = entry === "keep" ? [] : entry.edits;
    return [
      applyEdits(
        source,
        edits.map((edit) => ({ ...edit, ...shiftRange(edit, -start) })),
      ),
    ];
  });
  const all = [...sources, ...change.added.map(({ source }) => source)];
  return { ...rangeOf(list as Node), text: `[${all.join(", ")}]` };
}

function expectedList(current: readonly unknown[], { entries, added }: ListChange): readonly unknown[] {
  const remaining = entries.flatMap((entry, at) =>
    entry === "remove" ? [] : [entry === "keep" ? current[at] : entry.plain],
  );
  return [...remaining, ...added.map(({ plain }) => plain)];
}
