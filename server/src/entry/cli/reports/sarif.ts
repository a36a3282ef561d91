import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import manifest from "../../../../../package.json";
import { codes, defaultSeverity, type Severity } from "../../../core/finding";
import type { MarkedRow } from "../check";
import { fingerprints } from "./fingerprint";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(rows: readonly MarkedRow[]): string {
  const prints = fingerprints(rows, ({ file }) => uriOf(file));
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: id.replaceAll("-", " ") },
    help: { text: `Explained in docs/rules.md of wlcg-notes, under ${id}.` },
    defaultConfiguration: { level: levels[defaultSeverity[id]] },
  }));
  const results = rows.map((row, index) => ({
    ruleId: row.code,
    ruleIndex: codes.indexOf(row.code),
    level: levels[row.severity],
    message: { text: row.message },
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
  const driver = { name: "wlcg-notes", version: manifest.version, rules };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Relative paths stay relative, to the folder the run is started in. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file
    .replace(/^(\.\/)+/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
