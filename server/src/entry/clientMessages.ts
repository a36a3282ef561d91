/** What the server says to people through the client: the only place that sends it. */
import { type Connection, type MessageType, ShowMessageNotification } from "vscode-languageserver";
import { logText, notificationText } from "../core/shownText";

/** Shows a message that pops up. What it quotes of a workspace is text there, never a link. */
export function showMessage(connection: Connection, type: MessageType, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, {
    type,
    message: notificationText(message),
  });
}

/** Writes an error to the log of the client. */
export function logError(connection: Connection, message: string, error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(logText(`${message}: ${words}`));
}
