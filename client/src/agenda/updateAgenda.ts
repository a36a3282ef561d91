import { type TextDocument, TextEditorRevealType, type Uri, window, workspace } from "vscode";
import type { IndicoRequests } from "../indico/indicoRequests";
import type { Source } from "../indico/protocol";
import { applyEdits, type ProtocolEdit, toRange } from "../shared/applyEdits";
import { chooseMany } from "../shared/userInput";
import { showDone, showHint, showInformation, showWarning } from "../shared/userMessages";
import { inOrder } from "./orderedEdits";
import { requestAgenda } from "./requestAgenda";

interface AgendaChanges {
  /** of the text that the changes are for */
  readonly version: number | null;
  readonly changes: readonly AgendaChange[];
  readonly remarks: readonly string[];
}

interface AgendaChange {
  readonly label: string;
  readonly range: ProtocolEdit["range"];
  readonly edits: readonly ProtocolEdit[];
}

const request = {
  method: "wlcgNotes/agendaChanges",
  progress: "Reading the agenda",
  title: "Update Agenda",
  options: { tags: false },
} as const;

/**
 * Shows what an update of the agenda changes in the file, all selected, and applies what stays selected. It does not use the
 * editor's preview of refactorings, which selects no change that is to be confirmed.
 * @param source instead of the address in the file
 */
export async function updateAgenda(indico: IndicoRequests, file: Uri, source?: Source): Promise<void> {
  const update = await requestAgenda<AgendaChanges>(indico, file, request, source);
  if (!update) return;
  const document = await workspace.openTextDocument(file);
  if (update.changes.length === 0) return showUpToDate(update);
  const chosen = await choose(document, update);
  if (!chosen || chosen.length === 0) return;
  const edits = inOrder(chosen.flatMap((change) => change.edits));
  if (!(await applyEdits(document, update.version, edits)))
    return void showWarning("The file has changed in the meantime, so its agenda was not updated.");
  await window.showTextDocument(document, { preview: false });
  const done = `${chosen.length} of ${update.changes.length} change${update.changes.length === 1 ? "" : "s"} of the agenda applied`;
  if (update.remarks.length === 0) showDone(done);
  else void showInformation(`${done}. ${update.remarks.join(" ")}`);
}

function showUpToDate({ remarks }: AgendaChanges): void {
  if (remarks.length === 0) showHint("The agenda is up to date.");
  else void showInformation(`The agenda is up to date. ${remarks.join(" ")}`);
}

async function choose(
  document: TextDocument,
  { changes }: AgendaChanges,
): Promise<readonly AgendaChange[] | undefined> {
  const rows = changes.map((change) => ({
    value: change,
    label: change.label,
    isPicked: true,
    buttons: [{ icon: "go-to-file", tooltip: "Show in the File", run: () => reveal(document, change) }],
  }));
  return chooseMany(rows, { title: request.title, placeHolder: "Select the changes to apply" });
}

/** The list keeps the focus. */
async function reveal(document: TextDocument, { range }: AgendaChange): Promise<void> {
  const selection = toRange(range);
  const editor = await window.showTextDocument(document, { preserveFocus: true, preview: false, selection });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
