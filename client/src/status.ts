import { Disposable, LanguageStatusSeverity, languages, workspace } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";

/** Shows the state of the server in the language status, with a command to restart it. */
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
  return Disposable.from(item, listener, showRestrictions());
}

/** Shows in Restricted Mode which settings of the folder are ignored, with a command to manage trust. */
function showRestrictions(): Disposable {
  if (workspace.isTrusted) return Disposable.from();
  const item = languages.createLanguageStatusItem("wlcgNotes.trust", { language: "wlcg-contributions" });
  item.name = "WLCG k8s Notes in Restricted Mode";
  item.text = "The folder's catalogue is not used";
  item.detail = "Restricted Mode";
  item.severity = LanguageStatusSeverity.Warning;
  item.command = { command: "workbench.trust.manage", title: "Manage Trust" };
  return Disposable.from(
    item,
    workspace.onDidGrantWorkspaceTrust(() => item.dispose()),
  );
}
