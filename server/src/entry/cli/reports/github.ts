import { visibleText } from "../../../core/shownText";
import type { Row } from "../check";

const commands = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

/** Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function github(rows: readonly Row[]): string {
  return rows
    .map(({ file, line, column, endLine, endColumn, severity, code, message }) => {
      const place = `file=${property(file)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${property(code)}`;
      return `::${commands[severity]} ${place}::${data(message)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return visibleText(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
