import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../../package.json";
import { type Code, codes, defaultSeverity, type Severity } from "../../core/findings/codes";
import { jsonText, linklessText } from "../../core/text/displayText";
import { uriPath } from "../../core/text/uriPath";
import { fingerprints } from "./fingerprint";
import { reportPath } from "./reportPath";
import type { ReportOptions, SourceRow } from "./row";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(rows: readonly SourceRow[], { unreadable }: Pick<ReportOptions, "unreadable">): string {
  const fingerprintByRow = fingerprints(rows, ({ file }) => uriOf(file));
  const results = rows.map((row, index) => resultOf(row, fingerprintByRow[index] ?? ""));
  const driver = { name: "wlcg-notes", version, rules: codes.map(ruleOf) };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      { tool: { driver }, invocations: [invocation(unreadable)], columnKind: "utf16CodeUnits", results },
    ],
  };
  return jsonText(log);
}

function ruleOf(id: Code) {
  return {
    id,
    shortDescription: { text: linklessText(id.replaceAll("-", " ")) },
    help: { text: linklessText(`Explained in docs/rules.md of wlcg-notes, under ${id}.`) },
    defaultConfiguration: { level: levels[defaultSeverity[id]] },
  };
}

function resultOf({ code, severity, message, ...place }: SourceRow, fingerprint: string) {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: linklessText(message) },
    partialFingerprints: { "finding/v1": fingerprint },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(place.file) },
          region: {
            startLine: place.line,
            startColumn: place.column,
            endLine: place.endLine,
            endColumn: place.endColumn,
          },
        },
      },
    ],
  };
}

/** An unreadable path makes the run unsuccessful. */
function invocation(unreadable: ReportOptions["unreadable"]) {
  if (unreadable.length === 0) return { executionSuccessful: true };
  const toolExecutionNotifications = unreadable.map(({ path, reason }) => ({
    level: "error",
    message: { text: linklessText(`Cannot be read: ${reason}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  }));
  return { executionSuccessful: false, toolExecutionNotifications };
}

/** Relative to the working directory; a file outside of it has a `file:` URI. */
function uriOf(file: string): string {
  const path = reportPath(file);
  return isAbsolute(path) ? pathToFileURL(path).href : uriPath(path.split("/"));
}
