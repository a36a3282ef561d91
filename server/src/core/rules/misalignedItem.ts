import type { Block } from "../document/block";
import type { BlockDocument } from "../document/blockDocument";
import type { Finding } from "../findings/finding";
import { countedSpaces } from "../syntaxErrors/spaces";
import { type Edit, lineAt } from "../text/range";
import type { FileRule } from "./rule";

/**
 * Reports items with another indentation than their siblings: valid YAML on their own, but not entries of their list. Items
 * that follow each other in the same wrong column have one finding.
 */
export const misalignedItem: FileRule = { codes: ["yaml-syntax"], check };

function check(document: BlockDocument): readonly Finding[] {
  const { blocks } = document.blockList;
  const findings: Finding[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    // the explanation of a syntax error aligns the item as well
    if (block.shape.indentDelta === 0 || !block.isValidYaml) continue;
    const first = index;
    while (isSameSlip(block, blocks[index + 1])) index++;
    findings.push(misalignment(document, first, index));
  }
  return findings;
}

function isSameSlip({ shape }: Block, next: Block | undefined): boolean {
  return (
    next !== undefined &&
    next.shape.kind === "item" &&
    next.shape.list === shape.list &&
    next.shape.indentDelta === shape.indentDelta &&
    next.isValidYaml
  );
}

/** @param last index of the last block with the same indentation */
function misalignment(document: BlockDocument, first: number, last: number): Finding {
  const block = document.blockList.blocks[first] as Block;
  const { indentDelta, list } = block.shape;
  const start = document.startOfBlock(first);
  const dash = block.text.indexOf("-", firstLineOfItem(block.text));
  return {
    code: "yaml-syntax",
    range: { start: start + dash, end: start + lineAt(block.text, dash).end },
    message: `Wrong indentation: ${countedSpaces(Math.abs(indentDelta))} ${indentDelta < 0 ? "left" : "right"} of the other items.`,
    // below an unknown key the right column cannot be determined
    fixes: () =>
      list
        ? [{ title: "Align with the other items", edits: alignment(document, first, last), preferred: true }]
        : [],
  };
}

function alignment(document: BlockDocument, first: number, last: number): readonly Edit[] {
  return document.blockList.blocks.slice(first, last + 1).flatMap((block, at) => {
    const { text, shape } = block;
    const from = lineAt(text, firstLineOfItem(text)).start;
    const start = document.startOfBlock(first + at);
    return shiftLines(text, from, -shape.indentDelta).map((edit) => ({
      ...edit,
      start: edit.start + start,
      end: edit.end + start,
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

function firstLineOfItem(text: string): number {
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at);
    if (/^[ \t]*-/.test(text.slice(line.start, line.end))) return line.start;
    at = text.indexOf("\n", at) + 1;
    if (at === 0) break;
  }
  return 0;
}
