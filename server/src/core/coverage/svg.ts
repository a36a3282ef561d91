/** A coverage as a self-contained SVG heat map, for colour or greyscale and for light or dark backgrounds. */

import { element, escapeXml } from "../text/xml";
import type { Coverage } from "./coverageModel";
import { groupsOf } from "./groups";
import { type SvgLayout, svgLayoutOf } from "./layout";
import { rowDescriptions } from "./rowDescriptions";
import { sentencesOf, totalsText } from "./sentences";
import { barsOf, cellsOf, headersOf, labelOf } from "./shapes";

/**
 * @returns one `svg` element, without script, style sheet or anything to load; text and lines take the
 * colour of the text around it. `style` is for the element itself, such as how large it may grow
 */
export function coverageSvg(
  coverage: Coverage,
  { title, style }: { readonly title: string; readonly style?: string },
): string {
  const layout = svgLayoutOf(coverage, groupsOf(coverage));
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
    `\n${element("title", {}, escapeXml(title))}\n`,
    `${element("desc", {}, escapeXml([...sentencesOf(coverage), ...rowDescriptions(coverage)].join(" ")))}\n`,
    [...headOf(coverage, title, layout), ...bodyOf(layout), ...captionOf(layout)].join("\n"),
    "\n",
  )}\n`;
}

function headOf(coverage: Coverage, title: string, layout: SvgLayout): readonly string[] {
  return [
    labelOf(title, { x: 0, y: 16, maxWidth: layout.width, size: 14, bold: true }),
    labelOf(totalsText(coverage), { x: 0, y: 34, maxWidth: layout.left, size: 12 }),
    ...headersOf(layout),
  ];
}

function bodyOf(layout: SvgLayout): readonly string[] {
  return layout.rows.flatMap((row) => [...barsOf(row, layout), ...cellsOf(row, layout)]);
}

function captionOf({ width, height, left, hiddenColumns }: SvgLayout): readonly string[] {
  const legend = "A number counts the items with a theme; the stronger the colour, the more.";
  const hiddenNote = hiddenColumns > 0 ? ` ${hiddenColumns} more columns are counted but not shown.` : "";
  return [labelOf(legend + hiddenNote, { x: 0, y: height - 6, maxWidth: Math.max(width, left), size: 10 })];
}
