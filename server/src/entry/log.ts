import type { Connection } from "vscode-languageserver";

/** Writes an error to the client's log, where the client can still be reached. */
export function logError(connection: Connection, message: string): void {
  try {
    connection.console.error(message);
  } catch {
    // the connection is closed, and nobody reads its log any more
  }
}
