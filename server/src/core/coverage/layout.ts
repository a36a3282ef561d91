/** Positions of the parts of the heat map, in pixels. */

import { displayWidth, truncateToWidth } from "../text/displayWidth";
import type { Coverage, CoverageEntry, ThemeCoverage } from "./coverageModel";
import { type ColumnGroup, hiddenColumns, type ShownColumn } from "./groups";

/** pixels for a letter of 12 pixels' height, on average */
export const letterWidth = 6.4;
export const boldLetterWidth = 7.5;
export const rowHeight = 21;
export const headerAngle = 50;
export const barWidth = 70;
const maxHeaderLetters = 26;
const maxNameLetters = 36;
const headersTop = 44;

export interface SvgLayout {
  readonly width: number;
  readonly height: number;
  /** x of the first column */
  readonly left: number;
  /** right edge of the item counts; the bars of minutes, if any, start here */
  readonly totalsRight: number;
  readonly hasMinutes: boolean;
  readonly maxMinutesOfTheme: number;
  /** y of the lower end of the slanted headers */
  readonly headersBottom: number;
  readonly groups: readonly PlacedGroup[];
  readonly rows: readonly PlacedRow[];
  /** columns that are not shown */
  readonly hiddenColumns: number;
}

export interface PlacedGroup {
  readonly name: string;
  /** the middle of the group's name */
  readonly x: number;
  readonly maxCount: number;
  readonly columns: readonly PlacedColumn[];
}

export interface PlacedColumn extends ShownColumn {
  readonly x: number;
  readonly width: number;
  readonly shortLabel: string;
}

export interface PlacedRow {
  readonly kind: "theme" | "topic" | "gaps";
  /** upper edge of the row */
  readonly y: number;
  readonly title: string;
  readonly covered?: CoverageEntry;
}

export function svgLayoutOf(coverage: Coverage, groups: readonly ColumnGroup[]): SvgLayout {
  const hasMinutes = coverage.total.minutes > 0;
  const totalsRight = Math.round(maxNameLetters * boldLetterWidth) + 40;
  const left = totalsRight + (hasMinutes ? barWidth + 55 : 0) + 10;
  const placedGroups = placeGroups(groups, left);
  const names = ["Minutes", ...placedGroups.map(({ name }) => name)].map(
    (name) => displayWidth(name) * boldLetterWidth,
  );
  const labels = placedGroups.flatMap(({ columns }) =>
    columns.map(({ shortLabel }) => displayWidth(shortLabel) * letterWidth),
  );
  const widestLabel = Math.max(...names, ...labels);
  const headersBottom = headersTop + Math.ceil(widestLabel * Math.sin((headerAngle * Math.PI) / 180)) + 8;
  const rows = rowsOf(coverage, headersBottom);
  const last = placedGroups.at(-1)?.columns.at(-1);
  const right = last ? last.x + last.width + widestLabel * Math.cos((headerAngle * Math.PI) / 180) : left;
  return {
    width: Math.max(720, Math.ceil(right) + 6),
    height: (rows.at(-1)?.y ?? headersBottom) + rowHeight + 26,
    left,
    totalsRight,
    hasMinutes,
    maxMinutesOfTheme: Math.max(0, ...coverage.themes.map(({ minutes }) => minutes)),
    headersBottom,
    groups: placedGroups,
    rows,
    hiddenColumns: hiddenColumns(coverage),
  };
}

function placeGroups(groups: readonly ColumnGroup[], left: number): readonly PlacedGroup[] {
  let x = left;
  return groups.map(({ name, columns, maxCount }) => {
    const start = x;
    x += rowHeight;
    const width = Math.max(22, String(maxCount).length * 7 + 8);
    const placedColumns = columns.map((column) => {
      const columnX = x;
      x += width + 2;
      return { ...column, x: columnX, width, shortLabel: truncateToWidth(column.label, maxHeaderLetters) };
    });
    return { name, x: start + rowHeight / 2, maxCount, columns: placedColumns };
  });
}

function rowsOf({ themes }: Coverage, headersBottom: number): readonly PlacedRow[] {
  let y = headersBottom + 4;
  return themes.flatMap(rowsOfTheme).map((row, index) => {
    if (row.kind === "theme" && index > 0) y += 6;
    const rowY = y;
    y += rowHeight;
    return { ...row, y: rowY };
  });
}

/** The theme, its topics with items, and one line for the topics without. */
function rowsOfTheme(theme: ThemeCoverage): readonly Omit<PlacedRow, "y">[] {
  const covered = theme.topics.filter(({ items }) => items > 0);
  const gaps = theme.topics.filter(({ items }) => items === 0).map(({ title }) => title);
  const missing = theme.items === 0 ? "no item has this theme" : "not covered";
  return [
    { kind: "theme", title: theme.title, covered: theme },
    ...covered.map((topic) => ({ kind: "topic" as const, title: topic.title, covered: topic })),
    ...(gaps.length > 0 ? [{ kind: "gaps" as const, title: `${missing}: ${gaps.join(", ")}` }] : []),
  ];
}
