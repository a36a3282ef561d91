import type { Coverage, ThemeCoverage } from "../../core/coverage/coverageModel";
import { coverageTable } from "../../core/coverage/coverageTable";
import { hiddenColumns } from "../../core/coverage/groups";
import { shortcomingsOf, totalsText } from "../../core/coverage/sentences";
import { displayWidth, truncateToWidth } from "../../core/text/displayWidth";
import { plural } from "../../core/text/wording";
import { isCalendarDate } from "../../core/time/calendarDate";

const maxNameWidth = 40;
const maxHeaderWidth = 16;

/**
 * A table aligned for a terminal, followed by the gaps.
 * @param unreadable the places that could not be read: `a.contributions.yaml:5`
 */
export function coverageText(coverage: Coverage, unreadable: readonly string[]): string {
  const { header, rows } = coverageTable(coverage);
  const lines = rows.map(({ title, kind, cells }) => [
    truncateToWidth(kind === "theme" ? title : `  ${title}`, maxNameWidth),
    ...cells.map((cell) => cell || "·"),
  ]);
  const table = aligned([header.map((name) => truncateToWidth(name, maxHeaderWidth)), ...lines]);
  const footer = [
    `${totalsText(coverage)}.`,
    ...shortcomingsOf(coverage, unreadable),
    ...hiddenColumnsLine(coverage),
    ...coverage.themes.flatMap(uncoveredTopicsLine),
  ];
  return `${[titleOf(coverage), "", ...table, "", ...footer].join("\n")}\n`;
}

/** `Coverage of Kubernetes pre-GDB, 2019-12-10`, or for several meetings their number, first and last day. */
export function titleOf({ meetings }: Coverage): string {
  const [onlyMeeting, ...others] = meetings;
  if (onlyMeeting && others.length === 0)
    return `Coverage of ${[onlyMeeting.title, onlyMeeting.date ?? []].flat().join(", ")}`;
  const days = meetings.flatMap(({ date = "" }) => (isCalendarDate(date) ? date : []));
  const firstAndLastDay = [...new Set([days.slice(0, 1), days.slice(-1)].flat())];
  return [`Coverage of ${plural(meetings.length, "meeting")}`, firstAndLastDay.join(" to ") || []]
    .flat()
    .join(", ");
}

/** Aligns the first column to the left, all others to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => displayWidth(row[index] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0, index > 0))
      .join("  ")
      .trimEnd(),
  );
}

function padded(cell: string, width: number, alignsRight: boolean): string {
  const padding = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return alignsRight ? padding + cell : cell + padding;
}

function hiddenColumnsLine(coverage: Coverage): readonly string[] {
  const hidden = coverage.meetings.length > 1 ? hiddenColumns(coverage) : 0;
  return hidden > 0 ? [`${plural(hidden, "more column")} counted but not shown; --format json has all.`] : [];
}

/** The topics without an item of a theme that has items. */
function uncoveredTopicsLine({ title, items, topics }: ThemeCoverage): readonly string[] {
  const gaps = topics.filter((topic) => topic.items === 0).map((topic) => topic.title);
  return items > 0 && gaps.length > 0 ? [`Not covered in ${title}: ${gaps.join(", ")}.`] : [];
}
