/** A coverage as a picture: a heat map that stands by itself, in colour or not, on light and on dark. */

import { element, escaped } from "../text/xml";
import { groupsOf } from "./groups";
import { type Layout, layoutOf } from "./layout";
import type { Coverage } from "./model";
import { rowsInWords } from "./rowsInWords";
import { barsOf, cellsOf, headersOf, labelOf } from "./shapes";
import { counted, sentencesOf } from "./words";

/**
 * @returns one `svg` element, without script, style sheet or anything to load; text and lines take the
 * colour of the text around it. `style` is for the element itself, such as how large it may grow
 */
export function coverageSvg(
  coverage: Coverage,
  { title, style }: { readonly title: string; readonly style?: string },
): string {
  const layout = layoutOf(coverage, groupsOf(coverage));
  const { width, height } = layout;
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fill: "currentColor",
      "font-family": "system-ui, sans-serif",
      "font-size": 12,
      ...(style !== undefined && { style }),
    },
    `\n${element("title", {}, escaped(title))}\n`,
    `${element("desc", {}, escaped([...sentencesOf(coverage), ...rowsInWords(coverage)].join(" ")))}\n`,
    [...headOf(coverage, title, layout), ...bodyOf(layout), ...captionOf(layout)].join("\n"),
    "\n",
  )}\n`;
}

function headOf(coverage: Coverage, title: string, layout: Layout): readonly string[] {
  return [
    labelOf(title, { x: 0, y: 16, room: layout.width, size: 14, bold: true }),
    labelOf(counted(coverage), { x: 0, y: 34, room: layout.left, size: 12 }),
    ...headersOf(layout),
  ];
}

function bodyOf(layout: Layout): readonly string[] {
  return layout.rows.flatMap((row) => [...barsOf(row, layout), ...cellsOf(row, layout)]);
}

function captionOf({ width, height, left, hidden }: Layout): readonly string[] {
  const words = "A number counts the items that speak to a theme; the stronger the colour, the more.";
  const more = hidden > 0 ? ` ${hidden} more columns are counted but not shown.` : "";
  return [labelOf(words + more, { x: 0, y: height - 6, room: Math.max(width, left), size: 10 })];
}
