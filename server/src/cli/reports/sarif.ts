import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../../package.json";
import { codes, defaultSeverity, type Severity } from "../../core/findings/finding";
import { jsonText, linklessText } from "../../core/text/displayText";
import { uriPath } from "../../core/text/uriPath";
import { fingerprints } from "./fingerprint";
import { reportPath } from "./reportPath";
import type { MarkedRow, ReportOptions } from "./row";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(rows: readonly MarkedRow[], { unreadable }: Pick<ReportOptions, "unreadable">): string {
  const prints = fingerprints(rows, ({ file }) => uriOf(file));
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: linklessText(id.replaceAll("-", " ")) },
    help: { text: linklessText(`Explained in docs/rules.md of wlcg-notes, under ${id}.`) },
    defaultConfiguration: { level: levels[defaultSeverity[id]] },
  }));
  const results = rows.map((row, index) => ({
    ruleId: row.code,
    ruleIndex: codes.indexOf(row.code),
    level: levels[row.severity],
    message: { text: linklessText(row.message) },
    partialFingerprints: { "finding/v1": prints[index] ?? "" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(row.file) },
          region: {
            startLine: row.line,
            startColumn: row.column,
            endLine: row.endLine,
            endColumn: row.endColumn,
          },
        },
      },
    ],
  }));
  const driver = { name: "wlcg-notes", version, rules };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      { tool: { driver }, invocations: [invocation(unreadable)], columnKind: "utf16CodeUnits", results },
    ],
  };
  return jsonText(log);
}

/** A run that could not read everything is no clean one. */
function invocation(unreadable: ReportOptions["unreadable"]) {
  if (unreadable.length === 0) return { executionSuccessful: true };
  const toolExecutionNotifications = unreadable.map(({ path, reason }) => ({
    level: "error",
    message: { text: linklessText(`Cannot be read: ${reason}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  }));
  return { executionSuccessful: false, toolExecutionNotifications };
}

/** Relative to the folder the run is started in; a file outside of it has a file address. */
function uriOf(file: string): string {
  const path = reportPath(file);
  return isAbsolute(path) ? pathToFileURL(path).href : uriPath(path.split("/"));
}
