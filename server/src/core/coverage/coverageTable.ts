/** A coverage as rows of a table, for text output. */

import { minutesText } from "../text/wording";
import type { Coverage, CoverageEntry } from "./coverageModel";
import { communitiesOf, groupsOf } from "./groups";

export interface CoverageTable {
  /** column headers; the first is for the theme */
  readonly header: readonly string[];
  readonly rows: readonly CoverageRow[];
}

interface CoverageRow {
  readonly ref: string;
  readonly title: string;
  readonly kind: "theme" | "topic";
  /** counts as text, one for each entry of `header` but the first; empty for 0 */
  readonly cells: readonly string[];
}

interface TableColumn {
  readonly name: string;
  readonly cellOf: (covered: CoverageEntry) => string;
}

/** Every theme and the topics with items; for several meetings, one column per meeting. */
export function coverageTable(coverage: Coverage): CoverageTable {
  const columns = columnsOf(coverage);
  const rowOf = (covered: CoverageEntry, kind: CoverageRow["kind"]): CoverageRow => ({
    ref: covered.ref,
    title: covered.title,
    kind,
    cells: columns.map(({ cellOf }) => cellOf(covered)),
  });
  const rows = coverage.themes.flatMap((theme) => [
    rowOf(theme, "theme"),
    ...theme.topics.filter(({ items }) => items > 0).map((topic) => rowOf(topic, "topic")),
  ]);
  return { header: ["Theme", ...columns.map(({ name }) => name)], rows };
}

function columnsOf(coverage: Coverage): readonly TableColumn[] {
  const groups = coverage.meetings.length > 1 ? groupsOf(coverage) : [communitiesOf(coverage)];
  const counts = groups
    .flatMap(({ columns }) => columns)
    .map(({ label, countOf }) => ({
      name: label,
      cellOf: (covered: CoverageEntry) => countText(countOf(covered)),
    }));
  const itemsColumn = { name: "Items", cellOf: (covered: CoverageEntry) => String(covered.items) };
  const minutesColumn = {
    name: "Minutes",
    cellOf: (covered: CoverageEntry) => (covered.minutes > 0 ? minutesText(covered.minutes) : ""),
  };
  return [itemsColumn, ...(coverage.total.minutes > 0 ? [minutesColumn] : []), ...counts];
}

function countText(count: number): string {
  return count === 0 ? "" : String(count);
}
