import { commands } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type LanguageClient,
} from "vscode-languageclient/node";
import { showError } from "./shared/userMessages";

/** Restarts before the server stays stopped; the client library counts them over three minutes. */
const maxRestarts = 4;

/** Restarts a crashed server, up to four times in three minutes; then offers the restart to the user. */
export function restartAfterCrash(client: () => LanguageClient): ErrorHandler {
  let defaultHandler: ErrorHandler | undefined;
  const handler = (): ErrorHandler => {
    defaultHandler ??= client().createDefaultErrorHandler(maxRestarts);
    return defaultHandler;
  };
  return {
    // A failed write is a symptom of the crash: it is logged, and `closed` handles the crash.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    async closed(): Promise<CloseHandlerResult> {
      const { action } = await handler().closed();
      const isRestarted = action === CloseAction.Restart;
      client().warn(
        `The notes server ended unexpectedly and is ${isRestarted ? "" : "not "}restarted.`,
        undefined,
        false,
      );
      if (!isRestarted) {
        defaultHandler = undefined;
        void offerRestart();
      }
      return { action, handled: true };
    },
  };
}

async function offerRestart(): Promise<void> {
  const restart = "Restart";
  const log = "Show Log";
  const chosen = await showError(
    `The notes server crashed ${maxRestarts + 1} times in the last 3 minutes and will not be restarted. Your text is not affected.`,
    restart,
    log,
  );
  if (chosen === restart) await commands.executeCommand("wlcgNotes.restartServer");
  if (chosen === log) await commands.executeCommand("wlcgNotes.showOutput");
}
