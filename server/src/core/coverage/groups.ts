import type { Column, Coverage, Covered } from "./model";

export interface ColumnGroup {
  readonly name: string;
  readonly columns: readonly ShownColumn[];
  /** columns that are not shown */
  readonly left: number;
  /** the largest number in the group */
  readonly most: number;
}

export interface ShownColumn {
  /** what stands over it: a date, a title, the name of a community */
  readonly label: string;
  /** in full, for who wants to know */
  readonly title: string;
  readonly countOf: (covered: Covered) => number;
}

const mostColumns = 40;
const names = {
  contributions: "Contributions",
  surveys: "Surveys",
  discussion: "Discussion",
  meeting: "Meetings",
} as const;

/** Groups without columns are left out; of meetings the newest are shown, of all else the first. */
export function groupsOf(coverage: Coverage): readonly ColumnGroup[] {
  const kinds = ["contributions", "surveys", "discussion", "meeting"] as const;
  const columns = coverage.columns.map((column, index) => ({ column, index }));
  const byKind = kinds.map((kind) => {
    const shown = columns.filter(({ column }) => column.kind === kind).map(asShown);
    return groupOf(coverage, names[kind], shown, kind === "meeting" ? -mostColumns : 0);
  });
  return [...byKind, communitiesOf(coverage)].filter((group) => group.columns.length > 0);
}

export function communitiesOf(coverage: Coverage): ColumnGroup {
  const shown = coverage.communities.map((name, index) => ({
    label: name,
    title: name,
    countOf: ({ byCommunity }: Covered) => byCommunity[index] ?? 0,
  }));
  return groupOf(coverage, "Communities", shown, 0);
}

/** How many columns are counted but not shown. */
export function hiddenColumns(coverage: Coverage): number {
  return groupsOf(coverage).reduce((sum, { left }) => sum + left, 0);
}

function asShown({ column, index }: { readonly column: Column; readonly index: number }): ShownColumn {
  return {
    label: column.kind === "meeting" ? (column.date ?? column.title) : column.title,
    title: column.date === undefined ? column.title : `${column.title}, ${column.date}`,
    countOf: ({ byColumn }) => byColumn[index] ?? 0,
  };
}

/** @param from as `slice` takes it */
function groupOf({ themes }: Coverage, name: string, all: readonly ShownColumn[], from: number): ColumnGroup {
  const columns = all.slice(from).slice(0, mostColumns);
  const counts = columns.flatMap(({ countOf }) => themes.map(countOf));
  return { name, columns, left: all.length - columns.length, most: Math.max(0, ...counts) };
}
