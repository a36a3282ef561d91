import { isAbsolute, posix, relative } from "node:path";
import type { MarkedRow } from "../check";
import { fingerprints } from "./fingerprint";

const severities = { error: "major", warning: "minor", information: "info", hint: "info" } as const;

/** Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/; fingerprints do not depend on the line. */
export function gitlab(rows: readonly MarkedRow[]): string {
  const prints = fingerprints(rows, ({ file }) => pathFromHere(file));
  const issues = rows.map(({ file, line, severity, code, message }, index) => ({
    description: message,
    check_name: code,
    fingerprint: prints[index] ?? "",
    severity: severities[severity],
    location: { path: pathFromHere(file), lines: { begin: line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** GitLab takes paths from the repository's root, where the job runs, and without `./`. */
function pathFromHere(file: string): string {
  return posix.normalize((isAbsolute(file) ? relative("", file) : file).replaceAll("\\", "/"));
}
