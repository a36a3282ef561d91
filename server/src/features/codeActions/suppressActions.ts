import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { nodeAt } from "../../core/document/nodeAt";
import type { EditGuard } from "../../core/editGuard/editGuard";
import type { Code } from "../../core/findings/codes";
import type { Finding } from "../../core/findings/finding";
import { keysAt } from "../../core/schema/schema";
import type { Edit } from "../../core/text/range";
import { type RuleSettings, toDiagnostic } from "../diagnostics/diagnostics";
import type { View } from "../shared/view";
import { workspaceEdit } from "./workspaceEdit";

export interface SuppressionContext {
  readonly guard: EditGuard;
  /** by line offset: whether a comment above that line changes nothing else */
  readonly harmlessByLine: Map<number, boolean>;
}

/** Codes that no comment should hide: an item that cannot be read, and a comment without effect. */
const notSuppressible: readonly Code[] = ["unused-suppression", "yaml-syntax", "look-alike-character"];

/** The action that disables the code of a finding for its line; none where a comment would change something. */
export function suppressActions(
  finding: Finding,
  view: View,
  rules: RuleSettings,
  { guard, harmlessByLine }: SuppressionContext,
): CodeAction[] {
  if (notSuppressible.includes(finding.code)) return [];
  const edit = suppressionEdit(finding, view);
  if (!edit) return [];
  const isHarmless = harmlessByLine.get(edit.start) ?? guard.allows([edit]);
  harmlessByLine.set(edit.start, isHarmless);
  if (!isHarmless) return [];
  return [
    {
      title: `Disable ${finding.code} for this line`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, view, rules)],
      edit: workspaceEdit(view, [edit]),
    },
  ];
}

/**
 * The edit that inserts a suppression comment above the finding's line; undefined inside a multi-line text,
 * where it would become part of the text.
 */
function suppressionEdit({ code, range }: Finding, { document }: View): Edit | undefined {
  // in a file that is not a meeting a comment may become part of the text
  if (!document.entries().some(({ entry }) => keysAt([]).includes(entry.name))) return undefined;
  const line = document.lineAt(range.start);
  const enclosing = nodeAt(document, line.start);
  if (enclosing && enclosing.range.start < line.start && line.start < enclosing.range.end) return undefined;
  const source = document.slice(line.start, line.end);
  // an empty line has nothing to suppress, and above a comment it would apply to a later line
  if (/^\uFEFF?[ \t]*(?:#|$)/.test(source)) return undefined;
  // a byte order mark stays the first of the file
  const start = line.start === 0 && source.startsWith("\uFEFF") ? 1 : line.start;
  const indent = /^\uFEFF?([ \t]*)/.exec(source)?.[1]?.length ?? 0;
  const comment = `${" ".repeat(indent)}# wlcg-notes-disable-next-line ${code}${document.lineEnd}`;
  return { start, end: start, text: comment };
}
