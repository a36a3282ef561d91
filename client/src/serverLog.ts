import { Disposable, version as editorVersion, env, workspace } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { jsonText } from "../../server/src/core/text/displayText";

export interface LoggedServer {
  /** of the extension */
  readonly version: string;
  /** path of the server */
  readonly module: string;
}

/** Writes to the log when the server starts or stops, and with which settings. */
export function logServer(client: LanguageClient, { version, module }: LoggedServer): Disposable {
  client.info(`WLCG k8s Notes ${version} starts in ${env.appName} ${editorVersion}. Server: ${module}`);
  logSettings(client);
  return Disposable.from(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) client.info(`WLCG k8s Notes ${version}: the notes server is running.`);
      if (newState === State.Stopped) client.info("The notes server has stopped.");
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("wlcgNotes")) return;
      client.info("The settings have changed.");
      logSettings(client);
    }),
  );
}

/** The settings of the window; those of a folder may differ. */
function logSettings(client: LanguageClient): void {
  client.info(`Settings: ${jsonText(workspace.getConfiguration("wlcgNotes")).trimEnd()}`);
}
