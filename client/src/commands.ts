import { commands, type Disposable } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { copyNotes, exportNotes } from "./exportNotes";
import type { Previews } from "./preview/index";

export function registerCommands(
  client: LanguageClient,
  newMeeting: () => Promise<void>,
  previews: Previews,
): readonly Disposable[] {
  return [
    commands.registerCommand("wlcgNotes.newMeeting", newMeeting),
    commands.registerCommand("wlcgNotes.restartServer", () =>
      client.isRunning() ? client.restart() : client.start(),
    ),
    commands.registerCommand("wlcgNotes.tagAll", () =>
      commands.executeCommand("editor.action.codeAction", {
        kind: "refactor.rewrite.wlcgNotes.tagAll",
        apply: "first",
      }),
    ),
    commands.registerCommand("wlcgNotes.preview", () => previews.open()),
    commands.registerCommand("wlcgNotes.export", () => exportNotes(client)),
    commands.registerCommand("wlcgNotes.copy", () => copyNotes(client)),
    commands.registerCommand("wlcgNotes.showOutput", () => client.outputChannel.show()),
  ];
}
