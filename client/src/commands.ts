import type { Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { compareAgenda, forgetAgenda } from "./agenda/compareAgenda";
import { importAgenda } from "./agenda/importAgenda";
import { updateAgenda } from "./agenda/updateAgenda";
import { collect } from "./collect";
import type { CommandName } from "./commandNames";
import type { Exporter } from "./exportNotes";
import { forgetTokens } from "./indico/forgetTokens";
import { IndicoRequests } from "./indico/indicoRequests";
import type { MinutesDocuments } from "./indico/minutesDocuments";
import { publishNotes } from "./indico/publishNotes";
import type { Tokens } from "./indico/tokens";
import { moveItem } from "./moveItem";
import { newMeeting } from "./newMeeting";
import type { Previews } from "./preview/index";
import { openFile } from "./shared/openFile";
import { showDone, showError, showHint } from "./shared/userMessages";
import { tagAll } from "./tagAll";

const noFile = "Open the file of a meeting first, named ….contributions.yaml";

export type Commands = Readonly<Record<CommandName, (file?: Uri) => unknown>>;

export interface CommandParts {
  readonly client: LanguageClient;
  readonly previews: Previews;
  readonly exporter: Exporter;
  readonly tokens: Tokens;
  readonly documents: MinutesDocuments;
}

/** The function of each command. Commands about a file also work while its preview has the focus. */
export function commandsOf({ client, previews, exporter, tokens, documents }: CommandParts): Commands {
  const indico = new IndicoRequests(client, tokens);
  const ifRunning = (command: () => unknown) => whileRunning(client, command);
  const withFile =
    (command: (file: Uri) => unknown) =>
    (file?: Uri): unknown => {
      const source = file ?? previews.active?.file ?? openFile();
      return source ? ifRunning(() => command(source)) : showHint(noFile);
    };
  return {
    newMeeting: (folder) => ifRunning(() => newMeeting(client, folder)),
    restartServer: () => restart(client),
    tagAll: withFile((file) => tagAll(client, file)),
    collect: () => ifRunning(() => collect(client)),
    moveItemUp: () => ifRunning(() => moveItem(client, "up")),
    moveItemDown: () => ifRunning(() => moveItem(client, "down")),
    preview: (file) => openPreview(previews, "beside", file),
    previewHere: (file) => openPreview(previews, "here", file),
    showSource: () => previews.active?.showSource(),
    refreshPreview: () => previews.active?.refresh(),
    lockPreview: () => previews.lockActive(true),
    unlockPreview: () => previews.lockActive(false),
    export: withFile((file) => exporter.export(file)),
    exportAgain: withFile((file) => exporter.exportAgain(file)),
    copy: withFile((file) => exporter.copy(file)),
    showOutput: () => client.outputChannel.show(),
    importAgenda: (folder) => ifRunning(() => importAgenda(indico, folder)),
    updateAgenda: withFile((file) => updateAgenda(indico, file)),
    compareAgenda: withFile((file) => compareAgenda(indico, file)),
    forgetAgenda: withFile((file) => forgetAgenda(client, file)),
    publishNotes: withFile((file) => publishNotes({ indico, documents }, file)),
    forgetTokens: () => forgetTokens(tokens),
  };
}

function openPreview(previews: Previews, place: "beside" | "here", file = openFile()): unknown {
  return file ? previews.open(file, place) : showHint(noFile);
}

async function restart(client: LanguageClient): Promise<void> {
  client.info("The notes server is restarted: a user has run the command.");
  await (client.isRunning() ? client.restart() : client.start());
  showDone("Notes server restarted");
}

/** Runs a command that needs the server; if it has stopped, offers to start it instead. */
async function whileRunning(client: LanguageClient, command: () => unknown): Promise<unknown> {
  // requests wait for a server that starts
  if (!client.needsStart()) return command();
  const restart = "Restart";
  const chosen = await showError("The notes server has stopped.", restart);
  return chosen === restart ? client.start() : undefined;
}
