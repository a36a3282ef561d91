/** The fix that moves the entries of `breaks:` at the root to the end of `contributions`, where breaks are. */
import { isMap } from "yaml";
import type { BlockDocument } from "../../document/blockDocument";
import type { Fix } from "../../findings/finding";
import { insertion, lineEndOf, trimmedEnd } from "../../text/range";
import { isBreakList } from "../keys/meetingKey";
import type { RootEntry } from "./rootEntries";
import { rootKeyRange } from "./rootKeyLines";

/** @returns none without contributions of the block style, and for entries of other forms */
export function moveBreaksFixes(root: RootEntry, document: BlockDocument): readonly Fix[] {
  const { blocks } = document.blockList;
  const last = blocks.findLastIndex(({ shape }) => shape.kind === "item" && shape.list === "contributions");
  const item = blocks[last];
  const removed = rootKeyRange(root, document);
  const lines = isBreakList(root.name) && isAlone(root) ? entryLines(root, removed, document) : undefined;
  if (item?.shape.indentDelta !== 0 || !lines) return [];
  const [indent = ""] = /^[ ]*(?=-)/m.exec(item.text) ?? [];
  const lineEnd = lineEndOf(document.text);
  const at = document.startOfBlock(last) + trimmedEnd(item.text, item.text.length);
  const text = lines.map((line) => lineEnd + (line === "" ? "" : indent + line)).join("");
  const title = "Move the breaks to `contributions`";
  return [{ title, edits: [insertion(at, text), { ...removed, text: "" }], preferred: true }];
}

/** True for `breaks:` alone on its line. */
function isAlone({ block, entry }: RootEntry): boolean {
  const isEmptyOrList = !entry.value || !isMap(entry.value);
  return (
    block.entries.length === 1 && isEmptyOrList && /^[^\s#:]+[ \t]*:[ \t]*(?:#.*)?(?=\r?\n)/.test(block.text)
  );
}

/** The entries without their common indentation, each with `break`; undefined for entries of other forms. */
function entryLines(
  root: RootEntry,
  { start, end }: { readonly start: number; readonly end: number },
  document: BlockDocument,
): readonly string[] | undefined {
  const source = document.slice(start, trimmedEnd(document.text, end));
  const [firstLine = "", ...lines] = source.split(/\r?\n/);
  const [comment] = /#.*/.exec(firstLine) ?? [];
  const indent = lines.find((line) => /^ *-[ \t]/.test(line))?.search(/-/) ?? -1;
  if (indent < 0 || root.range.start !== start || lines.some((line) => /^ *\t/.test(line))) return undefined;
  if (lines.some((line) => line.trim() !== "" && line.search(/\S/) < indent)) return undefined;
  return [
    ...(comment === undefined ? [] : [comment]),
    ...lines.map((line) => entryStart(line.slice(indent).trimEnd())),
  ];
}

/** `- title: Coffee` and `- Coffee` as `- break: Coffee` */
function entryStart(line: string): string {
  if (!/^-[ \t]/.test(line)) return line;
  const titled = line.replace(/^(-[ \t]+(?:\{[ \t]*)?)(?:title|name)(?=[ \t]*:)/i, "$1break");
  return /^-[ \t]+(?:\{|[^\s:#]+[ \t]*:(?:[ \t]|$)|#|[&*!|>"'[])/.test(titled)
    ? titled
    : titled.replace(/^-[ \t]+/, "- break: ");
}
