import { commands, type Disposable } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

export function registerCommands(
  client: LanguageClient,
  newMeeting: () => Promise<void>,
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
    commands.registerCommand("wlcgNotes.showOutput", () => client.outputChannel.show()),
  ];
}
