import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { isCollection, isPair } from "yaml";
import type { KeptBlock } from "../core/document/block";
import { placeIn } from "../core/text/partIndex";
import { inkEnd, leadEnd, lineAt, type Range } from "../core/text/range";
import { rangeOf } from "../core/yaml/nodes";
import { AtLine } from "./shared/atLine";
import type { View } from "./shared/view";

/**
 * Folds for top-level keys, items, values over several lines, and runs of comments.
 * @param limit how many the client takes: first the keys and items, then what is in them
 */
export function folding({ document }: View, limit = Number.POSITIVE_INFINITY): FoldingRange[] {
  const sections = sectionsOf(document.list.kept, (index) => document.lineOf(index));
  const seen = new Set(sections.map(({ startLine }) => startLine));
  const inBlocks = document.list.kept.flatMap((block, index) =>
    foldsAt(block, document.lineOf(index)).filter(({ startLine }) => !seen.has(startLine)),
  );
  const all = [...sections, ...inBlocks];
  return all.length > limit ? outermost(all, limit) : all;
}

/** The folds of a block that starts at a 0-based line. */
export function foldsAt(block: KeptBlock, line: number): readonly FoldingRange[] {
  return block.derive(foldsIn).at(line);
}

/** `contributions:` with all its items. */
function sectionsOf(kept: readonly KeptBlock[], lineOf: (index: number) => number): readonly FoldingRange[] {
  const heads = kept.flatMap(({ piece }, index) => (piece.kind === "key" ? [index] : []));
  return heads.flatMap((head, at) => {
    let last = (heads[at + 1] ?? kept.length) - 1;
    while (last > head && contentEnd(kept[last]?.text ?? "") === 0) last--;
    const [startLine, endLine] = [lineOf(head), lineOf(last) + lastLine(kept[last])];
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

function lastLine(block: KeptBlock | undefined): number {
  return block ? placeIn(block, contentEnd(block.text)).line : 0;
}

/** The folds of a block, by where they start, one a line; kept with the block by `derive`. */
export function foldsIn(block: KeptBlock): AtLine<readonly FoldingRange[]> {
  const seen = new Set<number>();
  const item = { start: leadEnd(block.text), end: block.text.length };
  const ranges = [...inside(block), ...(block.piece.kind === "item" ? [item] : [])];
  const folds = [...ranges.flatMap((range) => toFold(range, block)), ...comments(block)].filter(
    ({ startLine }) => !seen.has(startLine) && seen.add(startLine),
  );
  return new AtLine((line) =>
    folds.map((fold) => ({ ...fold, startLine: line + fold.startLine, endLine: line + fold.endLine })),
  );
}

function inside(block: KeptBlock): readonly Range[] {
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
  // a block's first line is its key's or its dash's
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

function toFold(range: Range, block: KeptBlock): FoldingRange[] {
  const end = contentEnd(block.text, range.end);
  if (end <= range.start) return [];
  const [startLine, endLine] = [placeIn(block, range.start).line, placeIn(block, end).line];
  return endLine > startLine ? [{ startLine, endLine }] : [];
}

/** Without the blank lines, and the comments at the margin, that end it. */
function contentEnd(text: string, end = text.length): number {
  let at = inkEnd(text, end);
  for (let line = lineAt(text, at); at > 0 && text[line.start] === "#"; line = lineAt(text, at))
    at = inkEnd(text, line.start);
  return at;
}

/** Runs of lines that hold nothing but a comment. */
function comments({ text, lineStarts }: KeptBlock): readonly FoldingRange[] {
  if (!text.includes("#")) return [];
  const runs: { startLine: number; endLine: number; kind: FoldingRangeKind }[] = [];
  for (let line = 0; line < lineStarts.length; line++) {
    if (!isComment(text, lineStarts[line] ?? text.length)) continue;
    const last = runs.at(-1);
    if (last?.endLine === line - 1) last.endLine = line;
    else runs.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return runs.filter(({ startLine, endLine }) => endLine > startLine);
}

function isComment(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (text[at] === " " || text[at] === "\t") at++;
  return text[at] === "#";
}

/** Of many folds those around which there are the fewest others, in their order. */
function outermost(folds: readonly FoldingRange[], limit: number): FoldingRange[] {
  const byLine = [...folds].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  const open: number[] = [];
  const levels = byLine.map(({ startLine, endLine }) => {
    while (open.length > 0 && (open.at(-1) ?? 0) < startLine) open.pop();
    return open.push(endLine);
  });
  const kept = new Set<FoldingRange>();
  for (let level = 1; kept.size < limit && level <= Math.max(0, ...new Set(levels)); level++)
    byLine.forEach((fold, at) => {
      if (levels[at] === level && kept.size < limit) kept.add(fold);
    });
  return folds.filter((fold) => kept.has(fold));
}
