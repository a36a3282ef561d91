import { visibleText } from "../../core/text/displayText";
import { reportPath } from "./reportPath";
import type { ReportOptions, Row } from "./row";

const commands = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

/** Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function github(rows: readonly Row[], { unreadable }: Pick<ReportOptions, "unreadable">): string {
  const unreadableLines = unreadable.map(
    ({ path, reason }) =>
      `::error file=${escapedProperty(reportPath(path))},title=unreadable::${escapedData(`Cannot be read: ${reason}`)}\n`,
  );
  const findings = rows.map(({ file, line, column, endLine, endColumn, severity, code, message }) => {
    const location = `file=${escapedProperty(reportPath(file))},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${escapedProperty(code)}`;
    return `::${commands[severity]} ${location}::${escapedData(message)}\n`;
  });
  return [...unreadableLines, ...findings].join("");
}

function escapedData(text: string): string {
  return visibleText(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
