import type { Block } from "../document/block";
import type { BlockDocument } from "../document/blockDocument";
import type { Finding } from "../findings/finding";
import { isTitleKey, schemaPathOf, titleKey } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { countedSpaces } from "../syntaxErrors/spaces";
import { type Edit, lineAt, shiftRange } from "../text/range";
import type { FileRule } from "./shared/rule";

/**
 * Reports items with another indentation than their siblings, and root keys that are indented: valid YAML on their own, but
 * not part of their list or of the file. Items that follow each other in the same wrong column have one finding.
 */
export const misalignedItem: FileRule = { codes: ["yaml-syntax"], check };

function check(document: BlockDocument): readonly Finding[] {
  const groups = misalignedGroups(document.blockList.blocks);
  return groups.map((indices) => misalignment(document, indices));
}

/** The misaligned blocks that have one finding: all root keys, and items that follow each other. */
function misalignedGroups(blocks: readonly Block[]): readonly (readonly [number, ...number[]])[] {
  const groups: [number, ...number[]][] = [];
  let keys: [number, ...number[]] | undefined;
  let items: [number, ...number[]] | undefined;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    // the explanation of a syntax error aligns the item as well
    if (block.shape.indentDelta === 0 || !block.isValidYaml) continue;
    const isKey = block.shape.kind === "key";
    const group = isKey ? keys : isSameSlip(blocks[index - 1], block) ? items : undefined;
    if (group) group.push(index);
    else {
      const started: [number] = [index];
      groups.push(started);
      if (isKey) keys = started;
      else items = started;
    }
  }
  return groups;
}

/** True for an item below one in the same wrong column. */
function isSameSlip(above: Block | undefined, { shape }: Block): boolean {
  if (above?.shape.kind !== "item" || !above.isValidYaml) return false;
  return above.shape.list === shape.list && above.shape.indentDelta === shape.indentDelta;
}

/** @param indices of the blocks */
function misalignment(document: BlockDocument, indices: readonly [number, ...number[]]): Finding {
  const [first] = indices;
  const block = document.blockList.blocks[first] as Block;
  const { indentDelta, list } = block.shape;
  const start = document.startOfBlock(first);
  const isKey = block.shape.kind === "key";
  const line = lineAt(block.text, firstLineOf(block));
  const at = line.start + block.text.slice(line.start).search(/[^ \t]/);
  const title = isKey ? "Remove the indentation" : "Align with the other items";
  return {
    code: "yaml-syntax",
    range: { start: start + at, end: start + line.end },
    message: isKey
      ? `\`${list ?? "meeting"}\` is a key of the file: it must be at the start of its line.`
      : `Wrong indentation: ${countedSpaces(Math.abs(indentDelta))} ${indentDelta < 0 ? "left" : "right"} of the other items.`,
    // below an unknown key the right column cannot be determined
    fixes: () =>
      isKey || isOfList(document, indices)
        ? [{ title, edits: alignment(document, indices), preferred: true }]
        : [],
  };
}

/** False for a talk below `actions:` at the margin, which belongs to the list above. */
function isOfList({ blockList }: BlockDocument, indices: readonly number[]): boolean {
  return indices.every((index) => {
    const block = blockList.blocks[index] as Block;
    const { list } = block.shape;
    if (list === undefined) return false;
    const name = /^[ \t]*-[ \t]+(\w+):/m.exec(block.text.slice(0, maxSearched))?.[1] ?? "";
    if (name === titleKey("breaks")) return list === "contributions";
    return !isTitleKey(name) || keysAt(schemaPathOf(list)).includes(name);
  });
}

/** Maximum UTF-16 units of an item that are searched for its first key. */
const maxSearched = 1000;

function alignment(document: BlockDocument, indices: readonly number[]): readonly Edit[] {
  return indices.flatMap((index) => {
    const block = document.blockList.blocks[index] as Block;
    const from = lineAt(block.text, firstLineOf(block)).start;
    const start = document.startOfBlock(index);
    return shiftLines(block.text, from, -block.shape.indentDelta).map((edit) => ({
      ...shiftRange(edit, start),
      text: edit.text,
    }));
  });
}

/** Edits that move every non-blank line from `start` on by `delta` columns. */
function shiftLines(text: string, start: number, delta: number): readonly Edit[] {
  let at = start;
  return text
    .slice(start)
    .split("\n")
    .flatMap((source) => {
      const from = at;
      at += source.length + 1;
      if (source.trim() === "") return [];
      const indent = source.length - source.trimStart().length;
      const end = from + Math.min(indent, Math.max(0, -delta));
      return [{ start: from, end, text: " ".repeat(Math.max(0, delta)) }];
    });
}

/** The offset of the item's dash or of the key, or of white space before it. */
function firstLineOf({ text, shape }: Block): number {
  const pattern = shape.kind === "key" ? /^[ \t]*[^\s#]/ : /^[ \t]*-/;
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at);
    if (pattern.test(text.slice(line.start, line.end))) return line.start;
    at = text.indexOf("\n", at) + 1;
    if (at === 0) break;
  }
  return 0;
}
