import { commands } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { CommandName } from "./commandNames";
import { copyNotes, exportNotes } from "./exportNotes";
import { newMeeting } from "./newMeeting";
import type { Previews } from "./preview/index";
import { showError } from "./shared/userMessages";

export type Commands = Readonly<Record<CommandName, () => unknown>>;

/** The function of each command. */
export function commandsOf(client: LanguageClient, previews: Previews): Commands {
  return {
    newMeeting,
    restartServer: () => (client.isRunning() ? client.restart() : client.start()),
    tagAll: whileRunning(client, () =>
      commands.executeCommand("editor.action.codeAction", {
        kind: "refactor.rewrite.wlcgNotes.tagAll",
        apply: "first",
      }),
    ),
    preview: () => previews.open(),
    export: whileRunning(client, () => exportNotes(client)),
    copy: whileRunning(client, () => copyNotes(client)),
    showOutput: () => client.outputChannel.show(),
  };
}

/** A command that needs the server; if it has stopped, the command offers to start it instead. */
function whileRunning(client: LanguageClient, command: () => unknown): () => unknown {
  return async () => {
    if (client.isRunning()) return command();
    const restart = "Restart";
    const chosen = await showError("The notes server has stopped.", restart);
    return chosen === restart ? client.start() : undefined;
  };
}
