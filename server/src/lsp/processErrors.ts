import type { Connection } from "vscode-languageserver";
import { stackText } from "../host/errorText";
import { reportError } from "../host/reportError";
import { logError } from "./client/clientMessages";

/**
 * Reports unhandled errors on standard error and in the client's log. After a rejected promise the process continues. After an exception outside of any promise its state is unknown, so that it ends with 1 and the
 * client starts it again.
 */
export function reportProcessErrors(connection: Connection): void {
  const report = (summary: string, error: unknown): void => {
    const message = `${summary}: ${stackText(error)}`;
    reportError(message);
    logError(connection, message);
  };
  // a client may close standard error
  process.stderr.on("error", () => {});
  process.on("unhandledRejection", (error) => report("An error that was not handled", error));
  process.on("uncaughtException", (error) => {
    report("The server ends after an error that was not caught", error);
    process.exit(1);
  });
}
