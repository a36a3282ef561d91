import { cutTo } from "../text/displayWidth";
import { minutes, plural } from "../text/wording";
import { element, escaped } from "../text/xml";
import {
  barWidth,
  boldLetter,
  type Layout,
  letter,
  type PlacedColumn,
  type PlacedGroup,
  type PlacedRow,
  pitch,
  slant,
} from "./layout";
import type { Covered } from "./model";

/** of middle lightness: with more of it white grows darker and black lighter, and text stays legible on both */
const colour = "#3b82f6";
const strengths = [0.16, 0.29, 0.42, 0.55] as const;
const cellHeight = pitch - 3;

interface Place {
  readonly x: number;
  /** the foot of the letters */
  readonly y: number;
  /** pixels */
  readonly room: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** Text cut to its room; in full where one points at it. */
export function labelOf(text: string, { x, y, room, size, bold = false }: Place): string {
  const width = ((bold ? boldLetter : letter) * size) / 12;
  const shown = cutTo(text, Math.floor(room / width));
  return element(
    "text",
    { x, y, ...(size !== 12 && { "font-size": size }), ...(bold && { "font-weight": "bold" }) },
    ...(shown === text ? [] : [element("title", {}, escaped(text))]),
    escaped(shown),
  );
}

export function headersOf({ groups, headers, totals, hasMinutes }: Layout): readonly string[] {
  return [
    slanted("Items", "Items", totals - 10, headers, true),
    ...(hasMinutes ? [slanted("Minutes", "Minutes", totals + 20, headers, true)] : []),
    ...groups.flatMap(({ name, x, columns }) => [
      slanted(name, name, x, headers, true),
      ...columns.map((column) => slanted(column.short, column.title, column.x + column.width / 2, headers)),
    ]),
  ];
}

function slanted(text: string, title: string, x: number, y: number, bold = false): string {
  return element(
    "text",
    { transform: `translate(${x} ${y - 3}) rotate(-${slant})`, ...(bold && { "font-weight": "bold" }) },
    ...(text === title ? [] : [element("title", {}, escaped(title))]),
    escaped(text),
  );
}

/** The row's name, how many items speak to it, and a bar for its minutes. */
export function barsOf({ kind, title, covered, y }: PlacedRow, layout: Layout): readonly string[] {
  const foot = y + 13;
  if (!covered) return [labelOf(title, { x: 14, y: foot, room: layout.width - 14, size: 10 })];
  const isTheme = kind === "theme";
  const x = isTheme ? 0 : 14;
  const name = labelOf(title, { x, y: foot, room: layout.totals - 30 - x, size: 12, bold: isTheme });
  return [
    ...(isTheme ? [lineAt(y - 3, layout)] : []),
    name,
    numberAt(String(covered.items), layout.totals, foot, "end"),
    ...(layout.hasMinutes ? timeOf(covered, y, layout) : []),
  ];
}

function lineAt(y: number, { width }: Layout): string {
  return element("path", { d: `M0 ${y}H${width}`, stroke: "currentColor", "stroke-opacity": 0.3 });
}

function timeOf(covered: Covered, y: number, { totals, mostMinutes }: Layout): readonly string[] {
  if (covered.minutes === 0) return [];
  const width = Math.max(1, Math.round((covered.minutes / mostMinutes) * barWidth));
  const bar = { x: totals + 12, y: y + 4, width, height: cellHeight - 8, fill: colour };
  return [element("rect", bar), numberAt(minutes(covered.minutes), totals + 16 + width, y + 13, "start")];
}

export function cellsOf({ covered, title, y }: PlacedRow, { groups }: Layout): readonly string[] {
  if (!covered) return [];
  const all = groups.flatMap((group) => group.columns.map((column) => ({ group, column })));
  const filled = all.filter(({ column }) => column.countOf(covered) > 0);
  const empty = all.filter(({ column }) => column.countOf(covered) === 0);
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
  { most }: PlacedGroup,
  covered: Covered,
  title: string,
  y: number,
): string {
  const { x, width } = column;
  const count = column.countOf(covered);
  return element(
    "g",
    {},
    element("title", {}, escaped(`${title} in ${column.title}: ${plural(count, "item")}`)),
    element("rect", {
      x,
      y,
      width,
      height: cellHeight,
      fill: colour,
      "fill-opacity": strengthOf(count, most),
    }),
    numberAt(String(count), x + width / 2, y + 13, "middle"),
  );
}

/** Four steps from one item to the most there are. */
function strengthOf(count: number, most: number): number {
  const step = Math.ceil((count / Math.max(most, count)) * strengths.length);
  return strengths[step - 1] ?? strengths[0];
}

function numberAt(text: string, x: number, y: number, anchor: "start" | "middle" | "end"): string {
  return element("text", { x, y, "font-size": 11, "text-anchor": anchor }, escaped(text));
}
