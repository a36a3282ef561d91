import { createHash } from "node:crypto";
import { jsonText } from "../../core/text/displayText";
import { fingerprints } from "./fingerprint";
import { reportPath } from "./reportPath";
import type { ReportOptions, SourceRow } from "./row";

const severities = { error: "major", warning: "minor", information: "info", hint: "info" } as const;

/**
 * Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/; fingerprints do not depend on the
 * line.
 */
export function gitlab(
  rows: readonly SourceRow[],
  { unreadable }: Pick<ReportOptions, "unreadable">,
): string {
  const fingerprintByRow = fingerprints(rows, ({ file }) => reportPath(file));
  const issues = rows.map(({ file, line, severity, code, message }, index) => ({
    description: message,
    check_name: code,
    fingerprint: fingerprintByRow[index] ?? "",
    severity: severities[severity],
    location: { path: reportPath(file), lines: { begin: line } },
  }));
  const unreadableIssues = unreadable.map(({ path, reason }) => ({
    description: `Cannot be read: ${reason}`,
    check_name: "unreadable",
    fingerprint: createHash("sha256")
      .update(`${reportPath(path)}\nunreadable\n${reason}`)
      .digest("hex"),
    severity: "critical",
    location: { path: reportPath(path), lines: { begin: 1 } },
  }));
  return jsonText([...unreadableIssues, ...issues]);
}
