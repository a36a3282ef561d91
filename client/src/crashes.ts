import { commands } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type LanguageClient,
} from "vscode-languageclient/node";
import { showError } from "./shared/userMessages";

/** Starts a crashed server again, up to four times in three minutes; then leaves it to the user. */
export function restartAfterCrash(client: () => LanguageClient): ErrorHandler {
  let defaultHandler: ErrorHandler | undefined;
  const handler = (): ErrorHandler => {
    defaultHandler ??= client().createDefaultErrorHandler(4);
    return defaultHandler;
  };
  return {
    // What cannot be written is the crash seen from another side: it is logged, and `closed` answers it.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    async closed(): Promise<CloseHandlerResult> {
      const { action } = await handler().closed();
      if (action === CloseAction.DoNotRestart) {
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
    "The notes server crashed again and again, so it was left stopped. Your text is untouched.",
    restart,
    log,
  );
  if (chosen === restart) await commands.executeCommand("wlcgNotes.restartServer");
  if (chosen === log) await commands.executeCommand("wlcgNotes.showOutput");
}
