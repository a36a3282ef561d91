/** Every edit that is offered for a file, with the text it leaves. */
import {
  type CodeAction,
  type Range as LspRange,
  TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver-types";
import { codeActions, fixAllKind } from "../../../server/src/features/codeActions/codeActions";
import { tagAllEdit, tagAllKind } from "../../../server/src/features/codeActions/tagAllAction";
import { formatting } from "../../../server/src/features/formatting";
import type { View } from "../../../server/src/features/shared/view";
import { applyTextEdits } from "../meeting";

export interface OfferedEdit {
  readonly kind: "fix" | "suppress" | "fixAll" | "tagAll" | "format";
  readonly title: string;
  /** the finding it is for; nothing where it is for all */
  readonly code?: string;
  readonly message?: string;
  readonly edits: readonly TextEdit[];
  /** the version it was made for; nothing for formatting, which answers a request for the text as it is */
  readonly version?: number | null;
  readonly after: string;
}

export function offeredEditsFor(view: View): readonly OfferedEdit[] {
  const end = view.positions.positionAt(view.document.length);
  const range: LspRange = { start: { line: 0, character: 0 }, end };
  const actions = codeActions(view, { range }, {}).map((action) =>
    action.kind === tagAllKind ? { ...action, edit: tagAllEdit(view, false) } : action,
  );
  const format = formatting(view);
  return [
    ...actions.map((action) => offeredEditOf(action, view)),
    { kind: "format", title: "Format", edits: format, after: applyTextEdits(view, format) },
  ];
}

function offeredEditOf(action: CodeAction, view: View): OfferedEdit {
  const [change] = action.edit?.documentChanges ?? [];
  if (!change || !TextDocumentEdit.is(change)) throw new Error(`${action.title} has no edit`);
  const edits = change.edits as TextEdit[];
  const { code, message } = action.diagnostics?.[0] ?? {};
  return {
    kind: kindOf(action),
    title: action.title,
    ...(code !== undefined && { code: String(code) }),
    ...(message !== undefined && { message: String(message) }),
    edits,
    version: change.textDocument.version,
    after: applyTextEdits(view, edits),
  };
}

function kindOf({ kind, title }: CodeAction): OfferedEdit["kind"] {
  if (kind === fixAllKind) return "fixAll";
  if (kind === tagAllKind) return "tagAll";
  return title.startsWith("Disable ") ? "suppress" : "fix";
}
