import { styleText } from "node:util";
import type { Severity } from "../../core/findings/codes";
import { terminalPath, terminalText } from "../../core/text/displayText";
import { plural } from "../../core/text/wording";
import { excerptOf } from "./excerpt";
import type { ReportOptions, SourceRow } from "./row";

const colours = { error: "red", warning: "yellow", information: "blue", hint: "gray" } as const;

/** One line per finding in the format of compilers, each with its excerpt, and a summary. */
export function text(
  rows: readonly SourceRow[],
  { files, colours: isColoured }: Pick<ReportOptions, "files" | "colours">,
): string {
  if (files === 0) return "";
  const coloured = (severity: Severity, label: string): string =>
    isColoured ? styleText(colours[severity], label, { validateStream: false }) : label;
  const lines = rows.flatMap((row) => {
    const [source, carets] = excerptOf(row);
    const location = `${terminalPath(row.file)}:${row.line}:${row.column}`;
    return [
      `${location}: ${coloured(row.severity, row.severity)}: ${terminalText(row.message)} [${row.code}]`,
      source,
      coloured(row.severity, carets),
    ];
  });
  const count = (severity: Severity): number => rows.filter((row) => row.severity === severity).length;
  const summary = `${plural(count("error"), "error")}, ${plural(count("warning"), "warning")} in ${plural(files, "file")}`;
  return [...lines, summary, ""].join("\n");
}
