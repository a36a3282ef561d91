import { type Uri, type WorkspaceEdit, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { IndicoRequests } from "../indico/indicoRequests";
import type { Source } from "../indico/protocol";
import { showDone, showHint, showInformation, showWarning } from "../shared/userMessages";
import { requestAgenda } from "./ownAgenda";

/** Makes an edit of the editor of one of the protocol. */
export type Converter = LanguageClient["protocol2CodeConverter"];

/** The server's answer. Its edit asks for confirmation of each change. */
interface AgendaChanges {
  /** of the text that the changes are for */
  readonly version: number | null;
  readonly changes: readonly object[];
  readonly edit: Parameters<Converter["asWorkspaceEdit"]>[0];
  readonly remarks: readonly string[];
}

/**
 * Shows what an update of the agenda changes in the file, in the editor's preview of refactorings, where the user selects
 * the changes and applies them.
 * @param source instead of the address in the file
 */
export async function updateAgenda(
  indico: IndicoRequests,
  converter: Converter,
  file: Uri,
  source?: Source,
): Promise<void> {
  const changes = await requestAgenda<AgendaChanges>(indico, file, updateRequest, source);
  if (!changes) return;
  const remarks = changes.remarks.join(" ");
  if (changes.changes.length === 0) {
    if (remarks === "") return showHint("The file has the agenda as it is in Indico already.");
    return void showInformation(`The agenda is up to date. ${remarks}`);
  }
  const edit: WorkspaceEdit | undefined = await converter.asWorkspaceEdit(changes.edit);
  const document = await workspace.openTextDocument(file);
  if (document.version !== changes.version)
    return void showWarning("The file has changed in the meantime, so its agenda was not updated.");
  await window.showTextDocument(document);
  if (!edit || !(await workspace.applyEdit(edit, { isRefactoring: true }))) return;
  if (remarks === "") showDone("Agenda updated");
  else void showInformation(`The agenda is updated. ${remarks}`);
}

const updateRequest = {
  method: "wlcgNotes/agendaChanges",
  progress: "Reading the agenda",
  title: "Update Agenda",
  options: { tags: false },
} as const;
