/** The fix that moves the words of an unknown root key to the context of the meeting. */
import { isMap, type YAMLMap } from "yaml";
import type { BlockDocument, PlacedUnit } from "../../document/blockDocument";
import type { Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { type Edit, lineEndOf } from "../../text/range";
import { appendLines } from "../../yaml/blockText";
import { addKey, columnOf, pairStart } from "../../yaml/edits";
import { withoutExtensionKeys } from "../../yaml/extensionKeys";
import { pairOf, pairsOf } from "../../yaml/nodes";
import { isHashOfWord } from "../../yaml/textTail";
import type { RootEntry } from "./rootEntries";
import { rootKeyLines, rootKeyRange } from "./rootKeyLines";

/** @returns the fix; undefined without a meeting head, with keys `x-…`, and for keys of an item, which are at the wrong column */
export function moveToContextFix(entry: RootEntry, document: BlockDocument): Fix | undefined {
  const head = document.head();
  if (!head) return undefined;
  const removed = rootKeyRange(entry, document);
  const source = document.slice(removed.start, removed.end);
  const lines =
    hasComment(source) || withoutExtensionKeys(source) !== source ? undefined : rootKeyLines(entry, document);
  if (lines === undefined || lines.length === 0) return undefined;
  const edit = contextEdit(head, lines);
  return edit && { title: "Move it to the meeting's context", edits: [edit, { ...removed, text: "" }] };
}

/** False for `AOB: #3 is open`, whose `#3` is text. */
function hasComment(source: string): boolean {
  const marks = Array.from(source.matchAll(/(?<=^|\s)#/gm), ({ index }) => index);
  return marks.some((at) => !isHashOfWord(source, at));
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
