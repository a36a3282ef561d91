import type { Connection } from "vscode-languageserver";
import { stackText } from "../host/errorText";
import { reportError } from "../host/reportError";
import { logError } from "./client/clientMessages";

/**
 * Reports unhandled errors on standard error and in the client's log. After an unhandled rejection the
 * process continues. After an uncaught exception its state is unknown, so that it exits with 1 and the client
 * can restart it.
 */
export function reportProcessErrors(connection: Connection): void {
  const report = (summary: string, error: unknown): void => {
    const message = `${summary}: ${stackText(error)}`;
    reportError(message);
    logError(connection, message);
  };
  // a client may close standard error
  process.stderr.on("error", () => {});
  process.on("unhandledRejection", (error) => report("Unhandled promise rejection", error));
  process.on("uncaughtException", (error) => {
    report("Uncaught exception, the server exits", error);
    process.exit(1);
  });
}
