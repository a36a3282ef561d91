/** A coverage as the rows of a table, for who reads it as text. */

import { minutes } from "../text/wording";
import { communitiesOf, groupsOf } from "./groups";
import type { Coverage, Covered } from "./model";

export interface CoverageTable {
  /** what stands over the cells; the first is the theme's */
  readonly header: readonly string[];
  readonly rows: readonly CoverageRow[];
}

interface CoverageRow {
  readonly ref: string;
  readonly title: string;
  readonly kind: "theme" | "topic";
  /** numbers as text, one for each of `header` but the first; empty for none */
  readonly cells: readonly string[];
}

interface TableColumn {
  readonly name: string;
  readonly cellOf: (covered: Covered) => string;
}

/** Every theme, and the topics that somebody covers; of a series a column for each meeting. */
export function coverageTable(coverage: Coverage): CoverageTable {
  const columns = columnsOf(coverage);
  const rowOf = (covered: Covered, kind: CoverageRow["kind"]): CoverageRow => ({
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
    .map(({ label, countOf }) => ({ name: label, cellOf: (covered: Covered) => shown(countOf(covered)) }));
  const items = { name: "Items", cellOf: (covered: Covered) => String(covered.items) };
  const time = {
    name: "Minutes",
    cellOf: (covered: Covered) => (covered.minutes > 0 ? minutes(covered.minutes) : ""),
  };
  return [items, ...(coverage.total.minutes > 0 ? [time] : []), ...counts];
}

function shown(count: number): string {
  return count === 0 ? "" : String(count);
}
