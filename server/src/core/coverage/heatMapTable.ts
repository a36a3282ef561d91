/** A heat map of one meeting as an HTML table at the text size of the page: themes against what fits. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { clip } from "../text/displayText";
import { plural } from "../text/wording";
import { element, escapeXml } from "../text/xml";
import type { CoverageEntry } from "./coverageModel";
import { coverageOf } from "./coverageOf";
import {
  type HeatMapColumn,
  type HeatMapColumns,
  type HeatMapItem,
  heatMapColumns,
  heatMapItems,
} from "./heatMapColumns";

/** Characters of the page's text, about half as wide as its letters are high. */
const sizes = { names: 26, column: 5, defaultWidth: 80, minColumns: 3, label: 22 } as const;
/** maximum number of columns at any width */
const maxColumns = 30;
/** maximum number of titles in a tooltip */
const maxTitles = 6;
const levels = 4;

/**
 * Themes and topics with items; `data-line` of a button is the 0-based line of its first item.
 * @param width of the page's text in characters
 * @returns a `table` element with classes and no styles; empty if no item has a theme
 */
export function heatMapTable(document: MeetingDocument, width: number = sizes.defaultWidth): string {
  const rows = coverageOf([document]).themes.flatMap((theme) =>
    [theme, ...theme.topics].filter(({ items }) => items > 0),
  );
  if (rows.length === 0) return "";
  const items = heatMapItems(document);
  const fitting = Math.floor((width - sizes.names) / sizes.column);
  const max = Math.min(maxColumns, Math.max(sizes.minColumns, fitting));
  const map: HeatMap = { items, ...heatMapColumns(items, max) };
  return element("table", { class: "heatMap" }, captionOf(map), headOf(map), bodyOf(map, rows));
}

interface HeatMap extends HeatMapColumns {
  readonly items: readonly HeatMapItem[];
}

function captionOf({ name }: HeatMap): string {
  const by = name === "Items" ? "item" : name.toLowerCase();
  return element("caption", {}, escapeXml(`Number of items with a theme, by ${by}`));
}

function headOf({ columns, items }: HeatMap): string {
  const cells = columns.map(({ label, items: [first] }) => {
    const line = items[first ?? 0]?.line ?? 0;
    const shown = escapeXml(clip(label, sizes.label));
    // the name is the text that is shown; the title, its description, is whole
    const button = { type: "button", "data-line": line, title: label };
    return element("th", { scope: "col" }, element("button", button, shown));
  });
  return element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Theme"), ...cells));
}

function bodyOf(map: HeatMap, rows: readonly CoverageEntry[]): string {
  const countIn = ({ byColumn }: CoverageEntry, { items }: HeatMapColumn): number =>
    items.reduce((sum, index) => sum + (byColumn[index] ?? 0), 0);
  const highest = Math.max(...rows.flatMap((row) => map.columns.map((column) => countIn(row, column))));
  const written = rows.map((row) => {
    const header = element(
      "th",
      { scope: "row", ...(row.ref.includes("/") && { class: "topic" }) },
      escapeXml(row.title),
    );
    const cells = map.columns.map((column) => cellOf(map, row, column, highest));
    return element("tr", {}, header, ...cells);
  });
  return element("tbody", {}, ...written);
}

function cellOf({ items }: HeatMap, row: CoverageEntry, column: HeatMapColumn, highest: number): string {
  const matching = column.items.flatMap((index) => (row.byColumn[index] ? (items[index] ?? []) : []));
  const [first] = matching;
  if (!first) return element("td", {}, "");
  const count = matching.length;
  const label = `${row.title}, ${column.label}: ${plural(count, "item")}`;
  const titles = matching.slice(0, maxTitles).map(({ title }) => title);
  const others = count > titles.length ? [`and ${count - titles.length} more`] : [];
  const button = {
    type: "button",
    "data-line": first.line,
    title: [...titles, ...others].join("\n"),
    "aria-label": label,
  };
  const level = Math.ceil((count / highest) * levels);
  return element("td", { class: `level${level}` }, element("button", button, String(count)));
}
