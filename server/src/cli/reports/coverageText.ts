import { hiddenColumns } from "../../core/coverage/groups";
import type { Coverage, CoveredTheme } from "../../core/coverage/model";
import { coverageTable } from "../../core/coverage/table";
import { counted, shortcomingsOf } from "../../core/coverage/words";
import { cutTo, widthOf } from "../../core/text/displayWidth";
import { plural } from "../../core/text/wording";
import { isCalendarDate } from "../../core/time/calendarDate";

const widestName = 40;
const widestHead = 16;

/** A table aligned for a terminal, and below it what is lacking. */
export function coverageText(coverage: Coverage): string {
  const { header, rows } = coverageTable(coverage);
  const lines = rows.map(({ title, kind, cells }) => [
    cutTo(kind === "theme" ? title : `  ${title}`, widestName),
    ...cells.map((cell) => cell || "·"),
  ]);
  const table = aligned([header.map((name) => cutTo(name, widestHead)), ...lines]);
  const below = [
    `${counted(coverage)}.`,
    ...shortcomingsOf(coverage),
    ...hiddenOf(coverage),
    ...coverage.themes.flatMap(gapsOf),
  ];
  return `${[titleOf(coverage), "", ...table, "", ...below].join("\n")}\n`;
}

/** `Coverage of Kubernetes pre-GDB, 2019-12-10`, or of how many meetings, from when to when. */
export function titleOf({ meetings }: Coverage): string {
  const [only, ...others] = meetings;
  if (only && others.length === 0) return `Coverage of ${[only.title, only.date ?? []].flat().join(", ")}`;
  const days = meetings.flatMap(({ date = "" }) => (isCalendarDate(date) ? date : []));
  const ends = [...new Set([days.slice(0, 1), days.slice(-1)].flat())];
  return [`Coverage of ${plural(meetings.length, "meeting")}`, ends.join(" to ") || []].flat().join(", ");
}

/** The first column to the left, all others to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => widthOf(row[index] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0, index > 0))
      .join("  ")
      .trimEnd(),
  );
}

function padded(cell: string, width: number, toTheRight: boolean): string {
  const room = " ".repeat(Math.max(0, width - widthOf(cell)));
  return toTheRight ? room + cell : cell + room;
}

function hiddenOf(coverage: Coverage): readonly string[] {
  const hidden = coverage.meetings.length > 1 ? hiddenColumns(coverage) : 0;
  return hidden > 0 ? [`${plural(hidden, "more column")} counted but not shown; --format json has all.`] : [];
}

/** Topics that nobody covers, of a theme that somebody does. */
function gapsOf({ title, items, topics }: CoveredTheme): readonly string[] {
  const gaps = topics.filter((topic) => topic.items === 0).map((topic) => topic.title);
  return items > 0 && gaps.length > 0 ? [`Of ${title}, nobody covers ${gaps.join(", ")}.`] : [];
}
