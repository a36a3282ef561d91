import { Disposable, type TextEditor, window } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";

/**
 * Notifies the server when the cursor moves to another line or leaves the editor (line -1); until then it
 * defers findings on the typed line. A restarted server is notified immediately.
 */
export function reportCursor(client: LanguageClient): Disposable {
  let lastReported: { readonly uri: string; readonly line: number } | undefined;

  const report = (uri: string, line: number): void => {
    if (!client.isRunning() || (lastReported?.uri === uri && lastReported.line === line)) return;
    lastReported = { uri, line };
    void client.sendNotification("wlcgNotes/cursor", { uri, line });
  };
  const follow = (editor: TextEditor | undefined): void => {
    const uri =
      editor?.document.languageId === "wlcg-contributions" ? editor.document.uri.toString() : undefined;
    if (lastReported && lastReported.uri !== uri) report(lastReported.uri, -1);
    if (uri && editor) report(uri, editor.selection.active.line);
  };

  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    window.onDidChangeActiveTextEditor(follow),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      lastReported = undefined;
      follow(window.activeTextEditor);
    }),
  );
}
