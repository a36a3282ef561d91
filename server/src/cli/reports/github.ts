import { visibleText } from "../../core/text/displayText";
import { reportPath } from "./reportPath";
import type { ReportOptions, Row } from "./row";

const commands = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

/** Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function github(rows: readonly Row[], { unreadable }: Pick<ReportOptions, "unreadable">): string {
  const faults = unreadable.map(
    ({ path, reason }) =>
      `::error file=${property(reportPath(path))},title=unreadable::${data(`Cannot be read: ${reason}`)}\n`,
  );
  const findings = rows.map(({ file, line, column, endLine, endColumn, severity, code, message }) => {
    const place = `file=${property(reportPath(file))},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${property(code)}`;
    return `::${commands[severity]} ${place}::${data(message)}\n`;
  });
  return [...faults, ...findings].join("");
}

function data(text: string): string {
  return visibleText(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
