/** The fix that moves the words of an unknown root key to the context of the meeting. */
import { isMap, type YAMLMap } from "yaml";
import type { BlockDocument, PlacedUnit } from "../document/blockDocument";
import type { Fix } from "../findings/finding";
import { schemaPathOf } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { labelledMarkdown } from "../text/labelledMarkdown";
import { type Edit, lineEndOf, type Range, trimmedEnd } from "../text/range";
import { appendLines } from "../yaml/blockText";
import { addKey, columnOf, pairStart } from "../yaml/edits";
import { isEmpty, pairOf, pairsOf } from "../yaml/nodes";
import { plainValue } from "../yaml/plainValue";
import type { RootEntry } from "./rootEntries";

/** @returns the fix; undefined without a meeting head, and for keys of an item, which are at the wrong column */
export function moveToContextFix(entry: RootEntry, document: BlockDocument): Fix | undefined {
  const head = document.head();
  if (!head) return undefined;
  const removed = removedRange(entry, document);
  const lines = linesOf(entry, removed, document);
  if (lines === undefined || lines.length === 0) return undefined;
  const edit = contextEdit(head, lines);
  return edit && { title: "Move it to the meeting's context", edits: [edit, { ...removed, text: "" }] };
}

/** The lines of the key and of the entries below it. */
function removedRange({ block, start }: RootEntry, document: BlockDocument): Range {
  const { blocks } = document.blockList;
  let end = start + block.text.length;
  for (let index = document.blockIndexAt(start) + 1; index < blocks.length; index++) {
    const next = blocks[index];
    if (next?.shape.kind !== "item" || next.shape.list !== undefined) break;
    end += next.text.length;
  }
  return { start, end };
}

function linesOf(
  { name, entry, block, start }: RootEntry,
  { end }: Range,
  document: BlockDocument,
): readonly string[] | undefined {
  if (block.entries.length > 1 || /(?:^|\s)#/m.test(document.slice(start, end))) return undefined;
  const { value } = entry;
  if (value && !isEmpty(value)) {
    const plain = plainValue(value);
    return plain === undefined ? undefined : labelledMarkdown(name, plain);
  }
  const source = document.slice(start + block.text.length, end);
  return source.trim() === "" ? undefined : [...labelledMarkdown(name, "x").map(labelOnly), ...dedented(source)];
}

function labelOnly(line: string): string {
  return line.slice(0, line.lastIndexOf(" "));
}

function dedented(source: string): readonly string[] {
  const lines = source.slice(0, trimmedEnd(source, source.length)).split(/\r?\n/);
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent).trimEnd());
}

function contextEdit(head: PlacedUnit, lines: readonly string[]): Edit | undefined {
  return head.withUnit(({ node }) => {
    if (!isMap(node)) return undefined;
    const { text } = head.block;
    const context = pairOf(node, "context");
    const edit = context ? appendLines(text, node, context, lines) : newContext(text, node, lines);
    return edit && { ...edit, start: edit.start + head.start, end: edit.end + head.start };
  });
}

function newContext(text: string, map: YAMLMap, lines: readonly string[]): Edit | undefined {
  const [first] = pairsOf(map);
  if (!first || map.flow) return undefined;
  const indent = `${lineEndOf(text)}${" ".repeat(columnOf(text, pairStart(text, first)) + 2)}`;
  const value = `|${lines.map((line) => (line === "" ? lineEndOf(text) : indent + line)).join("")}`;
  return addKey(text, map, "context", value, keysAt(schemaPathOf("meeting")));
}
