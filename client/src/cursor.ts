import { Disposable, type TextEditor, window } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";

/**
 * Tells the server where the cursor is when it moves to another line, or leaves the editor (line -1): what is
 * being typed has time until then. A server that was started anew is told at once.
 */
export function reportCursor(client: LanguageClient): Disposable {
  let last: { readonly uri: string; readonly line: number } | undefined;

  const report = (uri: string, line: number): void => {
    if (!client.isRunning() || (last?.uri === uri && last.line === line)) return;
    last = { uri, line };
    void client.sendNotification("wlcgNotes/cursor", { uri, line });
  };
  const follow = (editor: TextEditor | undefined): void => {
    const uri =
      editor?.document.languageId === "wlcg-contributions" ? editor.document.uri.toString() : undefined;
    if (last && last.uri !== uri) report(last.uri, -1);
    if (uri && editor) report(uri, editor.selection.active.line);
  };

  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    window.onDidChangeActiveTextEditor(follow),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      last = undefined;
      follow(window.activeTextEditor);
    }),
  );
}
