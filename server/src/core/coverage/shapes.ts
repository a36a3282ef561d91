import { truncateToWidth } from "../text/displayWidth";
import { minutesText, plural } from "../text/wording";
import { element, escapeXml } from "../text/xml";
import type { CoverageEntry } from "./coverageModel";
import {
  barWidth,
  boldLetterWidth,
  headerAngle,
  letterWidth,
  type PlacedColumn,
  type PlacedGroup,
  type PlacedRow,
  rowHeight,
  type SvgLayout,
} from "./layout";

/** medium lightness, so that text is legible on the cells in light and in dark themes */
const cellColour = "#3b82f6";
const opacities = [0.16, 0.29, 0.42, 0.55] as const;
const cellHeight = rowHeight - 3;

interface LabelPosition {
  readonly x: number;
  /** the foot of the letters */
  readonly y: number;
  /** pixels */
  readonly maxWidth: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** Text truncated to its width, with the full text as a tooltip. */
export function labelOf(text: string, { x, y, maxWidth, size, bold = false }: LabelPosition): string {
  const width = ((bold ? boldLetterWidth : letterWidth) * size) / 12;
  const visibleText = truncateToWidth(text, Math.floor(maxWidth / width));
  return element(
    "text",
    { x, y, ...(size !== 12 && { "font-size": size }), ...(bold && { "font-weight": "bold" }) },
    ...(visibleText === text ? [] : [element("title", {}, escapeXml(text))]),
    escapeXml(visibleText),
  );
}

export function headersOf({ groups, headersBottom, totalsRight, hasMinutes }: SvgLayout): readonly string[] {
  return [
    slantedLabel("Items", "Items", totalsRight - 10, headersBottom, true),
    ...(hasMinutes ? [slantedLabel("Minutes", "Minutes", totalsRight + 20, headersBottom, true)] : []),
    ...groups.flatMap(({ name, x, columns }) => [
      slantedLabel(name, name, x, headersBottom, true),
      ...columns.map((column) =>
        slantedLabel(column.shortLabel, column.title, column.x + column.width / 2, headersBottom),
      ),
    ]),
  ];
}

function slantedLabel(text: string, title: string, x: number, y: number, bold = false): string {
  return element(
    "text",
    { transform: `translate(${x} ${y - 3}) rotate(-${headerAngle})`, ...(bold && { "font-weight": "bold" }) },
    ...(text === title ? [] : [element("title", {}, escapeXml(title))]),
    escapeXml(text),
  );
}

/** The row's name, its number of items and a bar for its minutes. */
export function barsOf({ kind, title, covered, y }: PlacedRow, layout: SvgLayout): readonly string[] {
  const foot = y + 13;
  if (!covered) return [labelOf(title, { x: 14, y: foot, maxWidth: layout.width - 14, size: 10 })];
  const isTheme = kind === "theme";
  const x = isTheme ? 0 : 14;
  const name = labelOf(title, { x, y: foot, maxWidth: layout.totalsRight - 30 - x, size: 12, bold: isTheme });
  return [
    ...(isTheme ? [lineAt(y - 3, layout)] : []),
    name,
    numberAt(String(covered.items), layout.totalsRight, foot, "end"),
    ...(layout.hasMinutes ? minutesBar(covered, y, layout) : []),
  ];
}

function lineAt(y: number, { width }: SvgLayout): string {
  return element("path", { d: `M0 ${y}H${width}`, stroke: "currentColor", "stroke-opacity": 0.3 });
}

function minutesBar(
  covered: CoverageEntry,
  y: number,
  { totalsRight, maxMinutesOfTheme }: SvgLayout,
): readonly string[] {
  if (covered.minutes === 0) return [];
  const width = Math.max(1, Math.round((covered.minutes / maxMinutesOfTheme) * barWidth));
  const bar = { x: totalsRight + 12, y: y + 4, width, height: cellHeight - 8, fill: cellColour };
  return [
    element("rect", bar),
    numberAt(minutesText(covered.minutes), totalsRight + 16 + width, y + 13, "start"),
  ];
}

export function cellsOf({ covered, title, y }: PlacedRow, { groups }: SvgLayout): readonly string[] {
  if (!covered) return [];
  const allCells = groups.flatMap((group) => group.columns.map((column) => ({ group, column })));
  const filled = allCells.filter(({ column }) => column.countOf(covered) > 0);
  const empty = allCells.filter(({ column }) => column.countOf(covered) === 0);
  const outlines = empty.map(({ column: { x, width } }) => `M${x} ${y}h${width}v${cellHeight}h-${width}z`);
  return [
    ...(outlines.length > 0
      ? [
          element("path", {
            d: outlines.join(""),
            fill: "none",
            stroke: "currentColor",
            "stroke-opacity": 0.2,
          }),
        ]
      : []),
    ...filled.map(({ group, column }) => cell(column, group, covered, title, y)),
  ];
}

function cell(
  column: PlacedColumn,
  { maxCount }: PlacedGroup,
  covered: CoverageEntry,
  title: string,
  y: number,
): string {
  const { x, width } = column;
  const count = column.countOf(covered);
  return element(
    "g",
    {},
    element("title", {}, escapeXml(`${title} in ${column.title}: ${plural(count, "item")}`)),
    element("rect", {
      x,
      y,
      width,
      height: cellHeight,
      fill: cellColour,
      "fill-opacity": opacityOf(count, maxCount),
    }),
    numberAt(String(count), x + width / 2, y + 13, "middle"),
  );
}

/** One of four opacities, from one item to the maximum. */
function opacityOf(count: number, maxCount: number): number {
  const step = Math.ceil((count / Math.max(maxCount, count)) * opacities.length);
  return opacities[step - 1] ?? opacities[0];
}

function numberAt(text: string, x: number, y: number, anchor: "start" | "middle" | "end"): string {
  return element("text", { x, y, "font-size": 11, "text-anchor": anchor }, escapeXml(text));
}
