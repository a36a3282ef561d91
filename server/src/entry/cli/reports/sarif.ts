import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import manifest from "../../../../../package.json";
import { codes, defaultSeverity, type Severity } from "../../../core/finding";
import { rulesPage } from "../../../features/diagnostics";
import type { Row } from "../check";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(rows: readonly Row[]): string {
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: id.replaceAll("-", " ") },
    helpUri: `${rulesPage}#${id}`,
    defaultConfiguration: { level: levels[defaultSeverity[id]] },
  }));
  const results = rows.map((row) => ({
    ruleId: row.code,
    ruleIndex: codes.indexOf(row.code),
    level: levels[row.severity],
    message: { text: row.message },
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
  const driver = { name: "wlcg-notes", version: manifest.version, informationUri: rulesPage, rules };
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
