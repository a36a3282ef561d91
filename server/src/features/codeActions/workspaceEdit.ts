import type { CodeAction, TextEdit } from "vscode-languageserver-types";
import type { Edit } from "../../core/text/range";
import { toLspRange, type View } from "../shared/view";

/** Edits bound to the version they were made for, so that a client refuses them on later text. */
export function workspaceEdit(view: View, edits: readonly Edit[]): NonNullable<CodeAction["edit"]> {
  const textEdits: TextEdit[] = edits.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text }));
  return {
    documentChanges: [{ textDocument: { uri: view.uri, version: view.positions.version }, edits: textEdits }],
  };
}
