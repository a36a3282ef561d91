/** Lines of the file against positions in the page. */

/** A heading of the page with the lines of its item. */
export interface Anchor {
  /** 0-based */
  readonly line: number;
  readonly endLine: number;
  /** upper edge of the heading, in pixels from the top of the page */
  readonly top: number;
  /** upper edge of the next heading, or the end of the page */
  readonly bottom: number;
}

/**
 * @param anchors from the top of the page to its end
 * @param position in pixels from the top of the page
 * @returns the line at the position, 0-based; undefined above the first anchor
 */
export function lineAtPosition(anchors: readonly Anchor[], position: number): number | undefined {
  const anchor = anchors.findLast(({ top }) => top <= position);
  if (!anchor) return undefined;
  const { line, endLine, top, bottom } = anchor;
  const fraction = bottom > top ? Math.min(1, (position - top) / (bottom - top)) : 0;
  return Math.min(endLine, line + Math.floor(fraction * (endLine + 1 - line)));
}

/**
 * @param line 0-based
 * @param current position of the page in pixels; if an item is shown several times, the closest one counts
 * @returns the position of the line in pixels from the top of the page; undefined if there is no anchor at or
 *   above the line
 */
export function positionOfLine(
  anchors: readonly Anchor[],
  line: number,
  current: number,
): number | undefined {
  const startLine = Math.max(...anchors.map((anchor) => anchor.line).filter((start) => start <= line));
  const positions = anchors
    .filter((anchor) => anchor.line === startLine)
    .map(({ endLine, top, bottom }) => {
      const fraction = Math.min(1, (line - startLine) / (endLine + 1 - startLine));
      return top + fraction * (bottom - top);
    });
  const distance = (position: number): number => Math.abs(position - current);
  return positions.sort((a, b) => distance(a) - distance(b))[0];
}

/** @returns the first line of the item whose heading is the last one at or above the position */
export function itemLineAt(anchors: readonly Anchor[], position: number): number | undefined {
  return anchors.findLast(({ top }) => top <= position)?.line;
}
