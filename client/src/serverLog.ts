import { Disposable, workspace } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";

/**
 * Writes a line to the log when the server starts or stops, and when the settings change.
 * @param version of the extension
 */
export function logServer(client: LanguageClient, version: string): Disposable {
  return Disposable.from(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) client.info(`WLCG k8s Notes ${version}: the notes server is running.`);
      if (newState === State.Stopped) client.info("The notes server has stopped.");
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("wlcgNotes")) client.info("The settings have changed.");
    }),
  );
}
