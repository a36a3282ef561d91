import { commands, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { ask, showError } from "./shared/userMessages";

interface RenderedNotes {
  readonly text: string;
  /** the file has errors, so that content may be missing */
  readonly isBroken: boolean;
}

/** The form of notes: a format or a template, and an arrangement. */
export interface NotesForm {
  readonly to: string;
  readonly by: string;
  /** address of a template, instead of a format */
  readonly template?: string;
}

/** The notes; the problem with their template; null if the file exceeds the server's limits. */
type Answer = RenderedNotes | { readonly problem: string } | null;

/**
 * The notes of a file as the server writes them.
 * @returns null if the file exceeds the server's limits, or with a message to the user if its template cannot be used
 */
export async function renderNotes(
  client: LanguageClient,
  file: Uri,
  { to, by, template }: NotesForm,
): Promise<RenderedNotes | null> {
  if (template !== undefined && !workspace.isTrusted) {
    void showError("A template is used in trusted folders only.");
    return null;
  }
  // makes sure that the file is open on the server too
  await workspace.openTextDocument(file);
  const answer = await client.sendRequest<Answer>("wlcgNotes/render", {
    textDocument: { uri: file.toString() },
    by,
    ...(template === undefined ? { to } : { template }),
  });
  if (!answer || "text" in answer) return answer;
  void showTemplateProblem(answer.problem, Uri.parse(template ?? ""));
  return null;
}

async function showTemplateProblem(problem: string, template: Uri): Promise<void> {
  const open = "Open Template";
  const chosen = await showError(`The template cannot be used: ${problem}.`, open);
  if (chosen === open) await window.showTextDocument(template);
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
