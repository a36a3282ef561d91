import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import type { Drift } from "../../core/agenda/update/drift";
import type { Finding } from "../../core/findings/finding";
import { actionTitle } from "../../core/text/displayText";
import { type RuleSettings, toDiagnostic } from "../diagnostics/diagnostics";
import type { View } from "../shared/view";
import { workspaceEdit } from "./workspaceEdit";

/**
 * The fixes of differences from an agenda, and one for all differences of the file. They are compared with the expected
 * values already.
 * @param findings some of those of the drift
 */
export function agendaActions(
  findings: readonly Finding[],
  drift: Drift,
  view: View,
  rules: RuleSettings,
): CodeAction[] {
  const [first] = findings;
  if (!first) return [];
  const single = findings.flatMap((finding) =>
    (finding.fixes?.() ?? []).map(
      (fix): CodeAction => ({
        title: actionTitle(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding, view, rules)],
        isPreferred: true,
        edit: workspaceEdit(view, fix.edits),
      }),
    ),
  );
  if (drift.findings.length === 1) return single;
  const all: CodeAction = {
    title: "Take all changes of the agenda",
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.map((finding) => toDiagnostic(finding, view, rules)),
    edit: workspaceEdit(view, drift.edits),
  };
  return [...single, all];
}
