import { commands } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { CommandName } from "./commandNames";
import { copyNotes, exportNotes } from "./exportNotes";
import { newMeeting } from "./newMeeting";
import type { Previews } from "./preview/index";

export type Commands = Readonly<Record<CommandName, () => unknown>>;

/** What each command does. */
export function commandsOf(client: LanguageClient, previews: Previews): Commands {
  return {
    newMeeting,
    restartServer: () => (client.isRunning() ? client.restart() : client.start()),
    tagAll: () =>
      commands.executeCommand("editor.action.codeAction", {
        kind: "refactor.rewrite.wlcgNotes.tagAll",
        apply: "first",
      }),
    preview: () => previews.open(),
    export: () => exportNotes(client),
    copy: () => copyNotes(client),
    showOutput: () => client.outputChannel.show(),
  };
}
