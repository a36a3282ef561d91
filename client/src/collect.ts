import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { applyEdits, type ProtocolEdit } from "./shared/applyEdits";
import { showDone, showHint, showWarning } from "./shared/userMessages";

/** The server's answer: the edits, and how many entries they add. */
interface CollectedEntries {
  readonly version: number | null;
  readonly edits: readonly ProtocolEdit[];
  readonly actions: number;
  readonly decisions: number;
}

/** Makes entries of the actions and decisions in the notes of the file, in one undo step. */
export async function collect(client: LanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "wlcg-contributions") return;
  const textDocument = { uri: document.uri.toString() };
  const entries = await client.sendRequest<CollectedEntries | null>("wlcgNotes/collect", { textDocument });
  if (!entries) return;
  if (entries.edits.length === 0) return showHint("The notes have no new actions or decisions to collect.");
  if (await applyEdits(document, entries.version, entries.edits)) return showDone(summary(entries));
  void showWarning("The file has changed in the meantime, so nothing was collected.");
}

/** `2 actions and 1 decision collected` */
function summary({ actions, decisions }: CollectedEntries): string {
  const counts = [
    ...(actions > 0 ? [`${actions} action${actions === 1 ? "" : "s"}`] : []),
    ...(decisions > 0 ? [`${decisions} decision${decisions === 1 ? "" : "s"}`] : []),
  ];
  return counts.length === 0 ? "Collected lines removed from the notes" : `${counts.join(" and ")} collected`;
}
