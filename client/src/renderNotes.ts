import { commands, type Uri, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { ask } from "./shared/userMessages";

interface RenderedNotes {
  readonly text: string;
  /** the file has errors, so that content may be missing */
  readonly isBroken: boolean;
}

/** The notes of a file as the server writes them. @returns null if the file exceeds the server's limits */
export async function renderNotes(
  client: LanguageClient,
  file: Uri,
  { to, by }: { readonly to: string; readonly by: string },
): Promise<RenderedNotes | null> {
  // makes sure that the file is open on the server too
  await workspace.openTextDocument(file);
  return client.sendRequest<RenderedNotes | null>("wlcgNotes/render", {
    textDocument: { uri: file.toString() },
    to,
    by,
  });
}

/**
 * Asks whether to continue with notes in which content may be missing.
 * @param proceed the action that continues, `Export Anyway`
 */
export async function confirmDespiteErrors(proceed: string): Promise<boolean> {
  const show = "Show Problems";
  const message = "The meeting has errors: the notes mark them, and content may be missing.";
  const chosen = await ask(message, proceed, show);
  if (chosen === show) await commands.executeCommand("workbench.actions.view.problems");
  return chosen === proceed;
}
