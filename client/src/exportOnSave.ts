import { Disposable, type TextDocument, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Exporter } from "./exportNotes";
import { showDone, showHint } from "./shared/userMessages";

/**
 * Exports notes again when their meeting is saved, if the setting is on and they were exported before. The status bar
 * shows it the first time.
 */
export function exportOnSave(client: LanguageClient, exporter: Exporter): Disposable {
  const announced = new Set<string>();
  const exportSaved = async ({ uri }: TextDocument): Promise<void> => {
    const result = await exporter.exportSaved(uri);
    if (result === undefined) return;
    if (!result.isWritten) return showHint(result.message);
    if (!announced.has(uri.toString())) showDone(result.message);
    announced.add(uri.toString());
  };
  return Disposable.from(
    workspace.onDidSaveTextDocument((document) => {
      if (document.languageId !== "wlcg-contributions" || !client.isRunning()) return;
      const isOn = workspace.getConfiguration("wlcgNotes", document).get("exportOnSave", false);
      if (isOn) void exportSaved(document);
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) void exporter.fileMoved(oldUri, newUri);
    }),
  );
}
