import { commands } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { showError, showWarning } from "./shared/userMessages";

interface ServerMessage {
  /** 1 for an error, 2 for a warning */
  readonly type: number;
  readonly message: string;
}

/** Shows the server's messages, with a way to the settings if they name one. */
export function showServerMessages(client: LanguageClient): void {
  client.onNotification("window/showMessage", async ({ type, message }: ServerMessage) => {
    const open = "Open Settings";
    const actions = message.includes("wlcgNotes.") ? [open] : [];
    const show = type === 1 ? showError : showWarning;
    const chosen = await show(message, ...actions);
    if (chosen === open) await commands.executeCommand("workbench.action.openSettings", "wlcgNotes");
  });
}
