/** Notifications and log lines through the client: the only file that sends them. */
import { type Connection, type MessageType, ShowMessageNotification } from "vscode-languageserver";
import { logText, notificationText } from "../../core/text/displayText";
import { stackText } from "../../host/errorText";

/** The request to show a file. */
export const showDocumentMethod = "window/showDocument";

/** Shows a notification; text from the workspace never becomes a link in it. */
export function showMessage(connection: Connection, type: MessageType, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, {
    type,
    message: notificationText(message),
  });
}

/**
 * Writes an error to the client's log, if the client can still be reached.
 * @param error a message, or an error that is logged with its stack
 */
export function logError(connection: Connection, error: unknown): void {
  try {
    connection.console.error(logText(stackText(error)));
  } catch {
    // the connection is closed, so that the log has no reader
  }
}
