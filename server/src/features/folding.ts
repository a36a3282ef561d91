import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { isSeq, visit } from "yaml";
import { rangeOf } from "../core/nodes";
import { inkEnd, lineAt, type Range, shiftRange } from "../core/range";
import { toLspRange, type View } from "./view";

/** Folds for top-level keys, items, values over several lines, and runs of comments. */
export function folding(view: View): FoldingRange[] {
  const seen = new Set<number>();
  const folds = [
    ...sections(view),
    ...view.document.blocks.flatMap(({ block, start }) => inside(block.units, block.entries, start)),
    ...blockFolds(view),
  ];
  return [...folds.flatMap((range) => toFold(range, view)), ...comments(view)].filter(
    (fold) => !seen.has(fold.startLine) && seen.add(fold.startLine),
  );
}

/** `contributions:` with all its items. */
function sections(view: View): readonly Range[] {
  const heads = view.document.blocks.filter(({ piece }) => piece.kind === "key");
  return heads.map(({ start }, index) => ({
    start,
    end: heads[index + 1]?.start ?? view.document.text.length,
  }));
}

function blockFolds(view: View): readonly Range[] {
  return view.document.blocks
    .filter(({ piece }) => piece.kind === "item")
    .map(({ start, end, block }) => ({ start: start + skipComments(block.text), end }));
}

function skipComments(text: string): number {
  return /^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text)?.[0].length ?? 0;
}

type Units = View["document"]["blocks"][number]["block"]["units"];
type Entries = View["document"]["blocks"][number]["block"]["entries"];

function inside(units: Units, entries: Entries, start: number): readonly Range[] {
  const ranges: Range[] = [];
  for (const root of [...units.map(({ node }) => node), ...entries.map(({ value }) => value)]) {
    if (!root) continue;
    visit(root, {
      Pair: (_, pair) => {
        const { key, value } = pair as { key: unknown; value: unknown };
        const at = (key as { range?: [number, number, number] } | null)?.range?.[0];
        const end = (value as { range?: [number, number, number] } | null)?.range?.[1];
        if (at !== undefined && end !== undefined) ranges.push(shiftRange({ start: at, end }, start));
      },
      // a block's first line is its key's or its dash's
      Collection: (_, node, path) => {
        if (node.flow || isSeq(path.at(-1))) ranges.push(shiftRange(rangeOf(node), start));
      },
    });
  }
  return ranges;
}

function toFold(range: Range, view: View): FoldingRange[] {
  const end = contentEnd(view.document.text, range.end);
  if (end <= range.start) return [];
  const lines = toLspRange(view, { start: range.start, end });
  return lines.end.line > lines.start.line ? [{ startLine: lines.start.line, endLine: lines.end.line }] : [];
}

/** Without the blank lines, and the comments at the margin, that end it. */
function contentEnd(text: string, end: number): number {
  let at = inkEnd(text, end);
  for (let line = lineAt(text, at); line.start > 0 && text[line.start] === "#"; line = lineAt(text, at))
    at = inkEnd(text, line.start);
  return at;
}

function comments(view: View): FoldingRange[] {
  return [...view.document.text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)].map((match) => {
    const { start, end } = toLspRange(view, { start: match.index, end: match.index + match[0].length });
    return { startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Comment };
  });
}
