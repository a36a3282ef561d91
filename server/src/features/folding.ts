import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { isCollection, isPair } from "yaml";
import type { Block } from "../core/document/block";
import { lineColumnIn } from "../core/text/partIndex";
import { endOfLeadingComments, lineAt, type Range, trimmedEnd } from "../core/text/range";
import { rangeOf } from "../core/yaml/nodes";
import { PerLineCache } from "./shared/perLineCache";
import type { View } from "./shared/view";

/**
 * Folds for top-level keys, items, multi-line values, and runs of comments.
 * @param limit the maximum number that the client supports: the outermost folds come first
 */
export function folding({ document }: View, limit = Number.POSITIVE_INFINITY): FoldingRange[] {
  const sections = sectionsOf(document.blockList.blocks, (index) => document.lineOfBlock(index));
  const sectionLines = new Set(sections.map(({ startLine }) => startLine));
  const inBlocks = document.blockList.blocks.flatMap((block, index) =>
    foldsAt(block, document.lineOfBlock(index)).filter(({ startLine }) => !sectionLines.has(startLine)),
  );
  const folds = [...sections, ...inBlocks];
  return folds.length > limit ? outermostFolds(folds, limit) : folds;
}

/** The folds of a block that starts at a 0-based line. */
export function foldsAt(block: Block, line: number): readonly FoldingRange[] {
  return block.cached(foldsIn).at(line);
}

/** `contributions:` with all its items. */
function sectionsOf(blocks: readonly Block[], lineOf: (index: number) => number): readonly FoldingRange[] {
  const keyIndices = blocks.flatMap(({ shape }, index) => (shape.kind === "key" ? [index] : []));
  return keyIndices.flatMap((keyIndex, at) => {
    let lastIndex = (keyIndices[at + 1] ?? blocks.length) - 1;
    while (lastIndex > keyIndex && contentEnd(blocks[lastIndex]?.text ?? "") === 0) lastIndex--;
    const [startLine, endLine] = [lineOf(keyIndex), lineOf(lastIndex) + lastLine(blocks[lastIndex])];
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

function lastLine(block: Block | undefined): number {
  return block ? lineColumnIn(block, contentEnd(block.text)).line : 0;
}

/** The folding ranges of a block, at most one per start line; cached with the block. */
export function foldsIn(block: Block): PerLineCache<readonly FoldingRange[]> {
  const startLines = new Set<number>();
  const item = { start: endOfLeadingComments(block.text), end: block.text.length };
  const ranges = [...rangesInBlock(block), ...(block.shape.kind === "item" ? [item] : [])];
  const folds = [...ranges.flatMap((range) => toFold(range, block)), ...comments(block)].filter(
    ({ startLine }) => !startLines.has(startLine) && startLines.add(startLine),
  );
  return new PerLineCache((line) =>
    folds.map((fold) => ({ ...fold, startLine: line + fold.startLine, endLine: line + fold.endLine })),
  );
}

function rangesInBlock(block: Block): readonly Range[] {
  const ranges: Range[] = [];
  block.withNodes(({ units, entries }) => {
    for (const { node } of units) addRanges(node, false, ranges);
    for (const { value } of entries) addRanges(value, false, ranges);
  });
  return ranges;
}

/** The ranges of pairs and collections, each before those in it. */
function addRanges(node: unknown, isEntry: boolean, ranges: Range[]): void {
  if (!isCollection(node)) return;
  // the first line of a block collection belongs to its key or its dash
  if (node.flow || isEntry) ranges.push(rangeOf(node));
  for (const item of node.items) {
    if (isPair(item)) {
      const [start, end] = [rangeIn(item.key)?.[0], rangeIn(item.value)?.[1]];
      if (start !== undefined && end !== undefined) ranges.push({ start, end });
      addRanges(item.key, false, ranges);
      addRanges(item.value, false, ranges);
    } else addRanges(item, true, ranges);
  }
}

function rangeIn(node: unknown): [number, number, number] | undefined {
  return (node as { range?: [number, number, number] } | null)?.range;
}

function toFold(range: Range, block: Block): FoldingRange[] {
  const end = contentEnd(block.text, range.end);
  if (end <= range.start) return [];
  const [startLine, endLine] = [lineColumnIn(block, range.start).line, lineColumnIn(block, end).line];
  return endLine > startLine ? [{ startLine, endLine }] : [];
}

/** The end without trailing blank lines and comments at column 0. */
function contentEnd(text: string, end = text.length): number {
  let at = trimmedEnd(text, end);
  for (let line = lineAt(text, at); at > 0 && text[line.start] === "#"; line = lineAt(text, at))
    at = trimmedEnd(text, line.start);
  return at;
}

/** Runs of lines that hold nothing but a comment. */
function comments({ text, lineStarts }: Block): readonly FoldingRange[] {
  if (!text.includes("#")) return [];
  const runs: { startLine: number; endLine: number; kind: FoldingRangeKind }[] = [];
  for (let line = 0; line < lineStarts.length; line++) {
    if (!isComment(text, lineStarts[line] ?? text.length)) continue;
    const lastRun = runs.at(-1);
    if (lastRun?.endLine === line - 1) lastRun.endLine = line;
    else runs.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return runs.filter(({ startLine, endLine }) => endLine > startLine);
}

function isComment(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (text[at] === " " || text[at] === "\t") at++;
  return text[at] === "#";
}

/** The outermost folding ranges, in order, up to the limit. */
function outermostFolds(folds: readonly FoldingRange[], limit: number): FoldingRange[] {
  const byLine = [...folds].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  const openEndLines: number[] = [];
  const levels = byLine.map(({ startLine, endLine }) => {
    while (openEndLines.length > 0 && (openEndLines.at(-1) ?? 0) < startLine) openEndLines.pop();
    return openEndLines.push(endLine);
  });
  const selected = new Set<FoldingRange>();
  for (let level = 1; selected.size < limit && level <= Math.max(0, ...new Set(levels)); level++)
    byLine.forEach((fold, at) => {
      if (levels[at] === level && selected.size < limit) selected.add(fold);
    });
  return folds.filter((fold) => selected.has(fold));
}
