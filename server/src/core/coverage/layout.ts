/** Where the parts of the picture stand, in pixels. */

import { cutTo, widthOf } from "../text/displayWidth";
import { type ColumnGroup, hiddenColumns, type ShownColumn } from "./groups";
import type { Coverage, Covered, CoveredTheme } from "./model";

/** pixels for a letter of 12 pixels' height, on average */
export const letter = 6.4;
export const boldLetter = 7.5;
export const pitch = 21;
export const slant = 50;
export const barWidth = 70;
const headLetters = 26;
const nameLetters = 36;
const top = 44;

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** where the columns begin */
  readonly left: number;
  /** where the numbers of items end, and the bars of minutes begin, if there are some */
  readonly totals: number;
  readonly hasMinutes: boolean;
  readonly mostMinutes: number;
  /** the foot of the slanted headers */
  readonly headers: number;
  readonly groups: readonly PlacedGroup[];
  readonly rows: readonly PlacedRow[];
  /** columns that are not shown */
  readonly hidden: number;
}

export interface PlacedGroup {
  readonly name: string;
  /** the middle of the group's name */
  readonly x: number;
  readonly most: number;
  readonly columns: readonly PlacedColumn[];
}

export interface PlacedColumn extends ShownColumn {
  readonly x: number;
  readonly width: number;
  readonly short: string;
}

export interface PlacedRow {
  readonly kind: "theme" | "topic" | "gaps";
  /** its upper edge */
  readonly y: number;
  readonly title: string;
  readonly covered?: Covered;
}

export function layoutOf(coverage: Coverage, groups: readonly ColumnGroup[]): Layout {
  const hasMinutes = coverage.total.minutes > 0;
  const totals = Math.round(nameLetters * boldLetter) + 40;
  const left = totals + (hasMinutes ? barWidth + 55 : 0) + 10;
  const placed = place(groups, left);
  const names = ["Minutes", ...placed.map(({ name }) => name)].map((name) => widthOf(name) * boldLetter);
  const labels = placed.flatMap(({ columns }) => columns.map(({ short }) => widthOf(short) * letter));
  const longest = Math.max(...names, ...labels);
  const headers = top + Math.ceil(longest * Math.sin((slant * Math.PI) / 180)) + 8;
  const rows = rowsOf(coverage, headers);
  const last = placed.at(-1)?.columns.at(-1);
  const right = last ? last.x + last.width + longest * Math.cos((slant * Math.PI) / 180) : left;
  return {
    width: Math.max(720, Math.ceil(right) + 6),
    height: (rows.at(-1)?.y ?? headers) + pitch + 26,
    left,
    totals,
    hasMinutes,
    mostMinutes: Math.max(0, ...coverage.themes.map(({ minutes }) => minutes)),
    headers,
    groups: placed,
    rows,
    hidden: hiddenColumns(coverage),
  };
}

function place(groups: readonly ColumnGroup[], left: number): readonly PlacedGroup[] {
  let x = left;
  return groups.map(({ name, columns, most }) => {
    const start = x;
    x += pitch;
    const width = Math.max(22, String(most).length * 7 + 8);
    const placed = columns.map((column) => {
      const at = x;
      x += width + 2;
      return { ...column, x: at, width, short: cutTo(column.label, headLetters) };
    });
    return { name, x: start + pitch / 2, most, columns: placed };
  });
}

function rowsOf({ themes }: Coverage, headers: number): readonly PlacedRow[] {
  let y = headers + 4;
  return themes.flatMap(rowsOfTheme).map((row, index) => {
    if (row.kind === "theme" && index > 0) y += 6;
    const at = y;
    y += pitch;
    return { ...row, y: at };
  });
}

/** The theme, its topics that somebody covers, and a line with the others. */
function rowsOfTheme(theme: CoveredTheme): readonly Omit<PlacedRow, "y">[] {
  const covered = theme.topics.filter(({ items }) => items > 0);
  const gaps = theme.topics.filter(({ items }) => items === 0).map(({ title }) => title);
  const missing = theme.items === 0 ? "nobody covers this theme" : "not covered";
  return [
    { kind: "theme", title: theme.title, covered: theme },
    ...covered.map((topic) => ({ kind: "topic" as const, title: topic.title, covered: topic })),
    ...(gaps.length > 0 ? [{ kind: "gaps" as const, title: `${missing}: ${gaps.join(", ")}` }] : []),
  ];
}
