import { createHash } from "node:crypto";
import { isAbsolute, posix, relative } from "node:path";
import type { MarkedRow } from "../check";

const severities = { error: "major", warning: "minor", information: "info", hint: "info" } as const;

/** Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/; fingerprints do not depend on the line. */
export function gitlab(rows: readonly MarkedRow[]): string {
  const seen = new Map<string, number>();
  const issues = rows.map(({ file, line, severity, code, message, marked }) => {
    const path = pathFromHere(file);
    const key = [path, code, message, marked].join("\n");
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return {
      description: message,
      check_name: code,
      fingerprint: createHash("sha256").update(`${key}\n${nth}`).digest("hex"),
      severity: severities[severity],
      location: { path, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** GitLab takes paths from the repository's root, where the job runs, and without `./`. */
function pathFromHere(file: string): string {
  return posix.normalize((isAbsolute(file) ? relative("", file) : file).replaceAll("\\", "/"));
}
