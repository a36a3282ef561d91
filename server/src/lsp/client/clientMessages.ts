/** What the server says to people through the client: the only place that sends it. */
import { type Connection, type MessageType, ShowMessageNotification } from "vscode-languageserver";
import { logText, notificationText } from "../../core/text/displayText";

/** Shows a message that pops up. What it quotes of a workspace is text there, never a link. */
export function showMessage(connection: Connection, type: MessageType, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, {
    type,
    message: notificationText(message),
  });
}

/** Writes an error to the client's log, where the client can still be reached. */
export function logError(connection: Connection, message: string): void {
  try {
    connection.console.error(logText(message));
  } catch {
    // the connection is closed, and nobody reads its log any more
  }
}
