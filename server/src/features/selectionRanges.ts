import type { Position, SelectionRange } from "vscode-languageserver-types";
import { nodeAt } from "../core/document/nodeAt";
import { lineAt, type Range, trimmedEnd } from "../core/text/range";
import { toLspRange, type View } from "./shared/view";

/** For each position the value, its pair, its mapping, its item and so on, up to the whole file. */
export function selectionRanges(view: View, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => nested(rangesAt(view, view.positions.offsetAt(position)), view));
}

/** From the file inwards, each strictly within the one before. */
function rangesAt(view: View, offset: number): readonly Range[] {
  const { document } = view;
  const location = nodeAt(document, offset);
  const block = document.blockAt(offset);
  const ranges: Range[] = [{ start: 0, end: document.text.length }];
  const candidates = [
    ...(block ? [{ start: block.start, end: block.end }] : []),
    ...(location
      ? [...location.enclosingRanges, location.range].map((range) =>
          withoutTrailingSpace(range, document.text),
        )
      : []),
    wordAt(document.text, offset),
  ];
  for (const range of candidates) {
    const outer = ranges[ranges.length - 1];
    if (!outer) break;
    const fits =
      range.start >= outer.start &&
      range.end <= outer.end &&
      range.end - range.start < outer.end - outer.start;
    if (fits && range.start <= offset && offset <= range.end) ranges.push(range);
  }
  return ranges;
}

/** A mapping ends after its last line break, which is not part of a useful selection. */
function withoutTrailingSpace({ start, end }: Range, text: string): Range {
  return { start, end: Math.max(start, trimmedEnd(text, end)) };
}

/** The word around `offset`, with its combining characters; an empty range if there is no word. */
function wordAt(text: string, offset: number): Range {
  const line = lineAt(text, offset);
  const words = text.slice(line.start, line.end).matchAll(/[\p{L}\p{M}\p{N}_-]+/gu);
  for (const { 0: word, index } of words) {
    const start = line.start + index;
    if (start <= offset && offset <= start + word.length) return { start, end: start + word.length };
  }
  return { start: offset, end: offset };
}

function nested(ranges: readonly Range[], view: View): SelectionRange {
  let selection: SelectionRange | undefined;
  for (const range of ranges)
    selection = { range: toLspRange(view, range), ...(selection && { parent: selection }) };
  return selection ?? { range: toLspRange(view, { start: 0, end: 0 }) };
}
