import type { Column, Coverage, CoverageEntry } from "./coverageModel";

export interface ColumnGroup {
  readonly name: string;
  readonly columns: readonly ShownColumn[];
  /** number of columns that are not shown */
  readonly hiddenCount: number;
  /** the largest number in the group */
  readonly maxCount: number;
}

export interface ShownColumn {
  /** the header: a date, a title or the name of a community */
  readonly label: string;
  /** the full text, for tooltips */
  readonly title: string;
  readonly countOf: (covered: CoverageEntry) => number;
}

const maxColumns = 40;
/** number of items above which columns of items make a picture too small to read on a page */
const maxItemColumns = 24;
const groupNames = {
  contributions: "Contributions",
  surveys: "Surveys",
  discussion: "Discussion",
  meeting: "Meetings",
} as const;

/**
 * Groups without columns are left out; of meetings the newest are shown, of all else the first. Many contributions are
 * shown by community only, if at all.
 */
export function groupsOf(coverage: Coverage): readonly ColumnGroup[] {
  const kinds = ["contributions", "surveys", "discussion", "meeting"] as const;
  const columns = coverage.columns.map((column, index) => ({ column, index }));
  const isLong = coverage.columns.filter(({ kind }) => kind === "contributions").length > maxItemColumns;
  const shownKinds = isLong ? kinds.slice(1) : kinds;
  const byKind = shownKinds.map((kind) => {
    const shownColumns = columns.filter(({ column }) => column.kind === kind).map(toShownColumn);
    return groupOf(coverage, groupNames[kind], shownColumns, kind === "meeting" ? -maxColumns : 0);
  });
  return [...byKind, communitiesOf(coverage)].filter((group) => group.columns.length > 0);
}

export function communitiesOf(coverage: Coverage): ColumnGroup {
  const shownColumns = coverage.communities.map((name, index) => ({
    label: name,
    title: name,
    countOf: ({ byCommunity }: CoverageEntry) => byCommunity[index] ?? 0,
  }));
  return groupOf(coverage, "Communities", shownColumns, 0);
}

/** The number of columns that are counted but not shown. */
export function hiddenColumns(coverage: Coverage): number {
  return groupsOf(coverage).reduce((sum, { hiddenCount }) => sum + hiddenCount, 0);
}

function toShownColumn({ column, index }: { readonly column: Column; readonly index: number }): ShownColumn {
  return {
    label: column.kind === "meeting" ? (column.date ?? column.title) : column.title,
    title: column.date === undefined ? column.title : `${column.title}, ${column.date}`,
    countOf: ({ byColumn }) => byColumn[index] ?? 0,
  };
}

/** @param sliceStart as `slice` takes it */
function groupOf(
  { themes }: Coverage,
  name: string,
  allColumns: readonly ShownColumn[],
  sliceStart: number,
): ColumnGroup {
  const columns = allColumns.slice(sliceStart).slice(0, maxColumns);
  const counts = columns.flatMap(({ countOf }) => themes.map(countOf));
  return { name, columns, hiddenCount: allColumns.length - columns.length, maxCount: Math.max(0, ...counts) };
}
