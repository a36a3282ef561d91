import type { Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { collect } from "./collect";
import type { CommandName } from "./commandNames";
import { copyNotes, exportNotes } from "./exportNotes";
import { moveItem } from "./moveItem";
import { newMeeting } from "./newMeeting";
import type { Previews } from "./preview/index";
import { showDone, showError } from "./shared/userMessages";
import { tagAll } from "./tagAll";

export type Commands = Readonly<Record<CommandName, (file?: Uri) => unknown>>;

/** The function of each command. */
export function commandsOf(client: LanguageClient, previews: Previews): Commands {
  return {
    newMeeting,
    restartServer: () => restart(client),
    tagAll: whileRunning(client, () => tagAll(client)),
    collect: whileRunning(client, () => collect(client)),
    moveItemUp: whileRunning(client, () => moveItem(client, "up")),
    moveItemDown: whileRunning(client, () => moveItem(client, "down")),
    preview: (file) => previews.open(file),
    export: whileRunning(client, () => exportNotes(client)),
    copy: whileRunning(client, () => copyNotes(client)),
    showOutput: () => client.outputChannel.show(),
  };
}

async function restart(client: LanguageClient): Promise<void> {
  client.info("The command restarts the notes server.");
  await (client.isRunning() ? client.restart() : client.start());
  showDone("Notes server restarted");
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
