import { type Disposable, LanguageStatusSeverity, languages } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";

/** Shows in the language status whether the server runs, with a way to restart it. */
export function showStatus(client: LanguageClient): Disposable {
  const item = languages.createLanguageStatusItem("wlcgNotes.server", { language: "wlcg-contributions" });
  item.name = "WLCG k8s Notes";
  const show = (state: State): void => {
    item.busy = state === State.Starting;
    item.text =
      state === State.Running
        ? "Notes server is running"
        : state === State.Starting
          ? "Notes server is starting"
          : "Notes server has stopped";
    item.severity =
      state === State.Stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command = { command: "wlcgNotes.restartServer", title: "Restart" };
  };
  show(client.state);
  const listener = client.onDidChangeState(({ newState }) => show(newState));
  return {
    dispose() {
      listener.dispose();
      item.dispose();
    },
  };
}
