/** Describes the cells of the heat map as text, for screen readers. */

import { listText, minutesText, plural } from "../text/wording";
import type { Coverage, CoverageEntry } from "./coverageModel";
import { type ColumnGroup, groupsOf } from "./groups";

/** `Security: 2 items, 30 min. Contributions: Tokens, Policies. Communities: CMS (2).`, for each row with a number. */
export function rowDescriptions(coverage: Coverage): readonly string[] {
  const groups = groupsOf(coverage);
  return coverage.themes.flatMap((theme) => [
    ...describeRow(theme.title, theme, groups),
    ...theme.topics.flatMap((topic) => describeRow(`${theme.title}, ${topic.title}`, topic, groups)),
  ]);
}

function describeRow(
  title: string,
  covered: CoverageEntry,
  groups: readonly ColumnGroup[],
): readonly string[] {
  if (covered.items === 0) return [];
  const time = covered.minutes > 0 ? [`${minutesText(covered.minutes)} min`] : [];
  const sums = [plural(covered.items, "item"), ...time].join(", ");
  return [`${title}: ${sums}.`, ...groups.flatMap((group) => describeCells(group, covered))];
}

function describeCells({ name, columns }: ColumnGroup, covered: CoverageEntry): readonly string[] {
  const filled = columns.filter(({ countOf }) => countOf(covered) > 0);
  const cells = filled.map(({ title, countOf }) => {
    const count = countOf(covered);
    return count > 1 ? `${title} (${count})` : title;
  });
  return cells.length > 0 ? [`${name}: ${listText(cells)}.`] : [];
}
