import { type Disposable, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/** Tells the server when the cursor moves to another line, so that it stops waiting for the typed one. */
export function reportCursor(client: LanguageClient): Disposable {
  let last = "";
  return window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    const { document } = textEditor;
    if (document.languageId !== "wlcg-contributions" || !client.isRunning()) return;
    const uri = document.uri.toString();
    const line = selections[0]?.active.line ?? -1;
    if (last === `${uri} ${line}`) return;
    last = `${uri} ${line}`;
    void client.sendNotification("wlcgNotes/cursor", { uri, line });
  });
}
