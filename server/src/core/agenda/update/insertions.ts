/** New entries of the lists of a file, in the form in which the list is written. */
import { isMap, isSeq } from "yaml";
import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { PlacedEntry, PlacedUnit } from "../../document/blockDocument";
import { type Edit, insertion, lineAt, trimmedEnd } from "../../text/range";
import { pairStart, setEmptyValue } from "../../yaml/edits";
import { isEmpty, rangeOf } from "../../yaml/nodes";
import { flowMap } from "../write/layout";
import { linesAfterDash } from "../write/meetingText";
import type { WrittenKey } from "../write/writtenKeys";

/** Spaces before the dash of an entry, its dash and the space after it, in a file without entries. */
const defaultOpening = "  - ";

export type ListName = "sessions" | "contributions";

/**
 * @param keys of the new entry
 * @param beside the entry above it, or the one below it
 * @param hasGap true if a blank line separates the entries
 * @returns undefined if the entry beside it has a form that does not allow it
 */
export function insertBeside(
  document: MeetingDocument,
  keys: readonly WrittenKey[],
  beside: PlacedUnit,
  { isBefore, hasGap }: { readonly isBefore: boolean; readonly hasGap: boolean },
): Edit | undefined {
  const { start, block } = beside;
  const { text } = block;
  return beside.withUnit(({ node, range }) => {
    if (!node) return undefined;
    const line = lineAt(text, range.start);
    const opening = text.slice(line.start, range.start);
    if (!/^ *- +$/.test(opening)) {
      const isInFlow = /[[,][ \t]*$/.test(opening) && isMap(node) && node.flow;
      return isInFlow
        ? insertInFlow(keys, start + (isBefore ? range.start : range.end), isBefore)
        : undefined;
    }
    const { lineEnd } = document;
    const gap = hasGap ? lineEnd : "";
    const lines = linesAfterDash(keys, opening).join(lineEnd);
    if (isBefore) return insertion(start + firstLineOf(beside, line.start), lines + lineEnd + gap);
    const isItem = block.shape.kind === "item";
    if (isItem && keepsBlankLines(text)) return insertion(start + text.length, lines + lineEnd);
    const end = isItem ? trimmedEnd(text, text.length) : endOfLines(text, range.end);
    return insertion(start + end, lineEnd + gap + lines);
  });
}

/** True for an item in which the blank lines below its text may be a part of that: `notes: |+`. */
function keepsBlankLines(text: string): boolean {
  return text.endsWith("\n") && /[|>]\d?\+/.test(text);
}

function insertInFlow(keys: readonly WrittenKey[], at: number, isBefore: boolean): Edit {
  return insertion(at, isBefore ? `${flowMap(keys)}, ` : `, ${flowMap(keys)}`);
}

/** The comments above an item stay above it. */
function firstLineOf({ block }: PlacedUnit, line: number): number {
  return block.shape.kind === "item" ? 0 : line;
}

/** The end of the last line of a value that ends at or before the offset, with its comment. */
function endOfLines(text: string, end: number): number {
  return lineAt(text, trimmedEnd(text, end)).end;
}

/** True if most entries of the list have a blank line below them. */
export function hasBlankLines({ blockList }: MeetingDocument, list: ListName): boolean {
  const { blocks } = blockList;
  let [pairs, blank] = [0, 0];
  for (let at = 0; at + 1 < blocks.length; at++) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block?.shape.kind !== "item" || next?.shape.kind !== "item") continue;
    if (block.shape.list !== list || next.shape.list !== list) continue;
    pairs++;
    if (/\n[ \t\r]*\n/.test(block.text.slice(trimmedEnd(block.text, block.text.length)))) blank++;
  }
  return blank * 2 > pairs;
}

/**
 * The first entries of a list: `contributions: []`, a key without a value, or a new key.
 * @param entry the key of the list; undefined without one
 */
export function insertFirst(
  document: MeetingDocument,
  list: ListName,
  entries: readonly (readonly WrittenKey[])[],
  entry: PlacedEntry | undefined,
): Edit | undefined {
  const { lineEnd } = document;
  const lines = entries.flatMap((keys) => linesAfterDash(keys, defaultOpening));
  const below = lines.map((line) => lineEnd + line).join("");
  if (!entry) return insertKey(document, list, below);
  const { start, block } = entry;
  const { text } = block;
  const { value } = entry.entry;
  if (!isEmpty(value) && !(isSeq(value) && value.items.length === 0)) return undefined;
  const isInFlow = text.slice(0, pairStart(text, entry.entry)).includes("{");
  if (isInFlow) return undefined;
  const edit = setEmptyValue(text, entry.entry, below);
  if (!edit) return undefined;
  const lineStop = lineAt(text, edit.end).end;
  // the comment of the line stays there
  const comment = text.slice(edit.end, lineStop).trimEnd();
  const from = text[edit.start - 1] === " " ? edit.start - 1 : edit.start;
  return { start: start + from, end: start + lineStop, text: comment.replace(/^(?=#)/, " ") + below };
}

/** A new key of the root: the sessions below the meeting head, the contributions at the end. */
function insertKey(document: MeetingDocument, list: ListName, below: string): Edit | undefined {
  const head = document.head();
  if (!head) return undefined;
  const { text } = head.block;
  const isOwnBlock = head.block.shape.kind === "key";
  const isFlow = head.withUnit(
    ({ node }) => isMap(node) && node.flow && text.slice(0, rangeOf(node).start).includes("{"),
  );
  if (isFlow) return undefined;
  const { lineEnd } = document;
  const end =
    list === "contributions"
      ? trimmedEnd(document.text, document.length)
      : head.start + (isOwnBlock ? trimmedEnd(text, text.length) : endOfLines(text, head.summary.range.end));
  const gap = /\n[ \t\r]*\n(?=\S)/.test(document.text) ? lineEnd : "";
  return insertion(end, `${lineEnd}${gap}${list}:${below}`);
}
