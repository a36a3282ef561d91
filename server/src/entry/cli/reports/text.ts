import type { Severity } from "../../../core/finding";
import type { ReportOptions, Row } from "../check";
import { plural } from "../io";

const colour: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 90 };

/** A line a finding, as compilers write it, and what they add up to. */
export function text(rows: readonly Row[], { files, colours }: ReportOptions): string {
  const paint = (severity: Severity): string =>
    colours ? `\u001b[${colour[severity]}m${severity}\u001b[0m` : severity;
  const lines = rows.map(
    (row) => `${row.file}:${row.line}:${row.column}: ${paint(row.severity)}: ${row.message} [${row.code}]`,
  );
  const count = (severity: Severity): number => rows.filter((row) => row.severity === severity).length;
  if (files === 0) return "";
  const sum = `${plural(count("error"), "error")}, ${plural(count("warning"), "warning")} in ${plural(files, "file")}`;
  return [...lines, sum, ""].join("\n");
}
