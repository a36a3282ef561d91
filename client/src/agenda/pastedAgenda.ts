import {
  type CancellationToken,
  DocumentDropOrPasteEditKind,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { PastedAgenda } from "../indico/protocol";
import { toRange } from "../shared/applyEdits";

export const agendaKind = DocumentDropOrPasteEditKind.Text.append("wlcgNotes", "agenda");

/** What is pasted or dropped. */
export interface Pasted {
  readonly text: string;
  readonly html?: string;
}

/** Makes entries of an agenda; the server computes the text. @returns undefined if it is no agenda */
export async function agendaEdit(
  client: LanguageClient,
  document: TextDocument,
  range: Range,
  pasted: Pasted,
  cancellation: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  if (!client.isRunning() || (pasted.text.trim() === "" && !pasted.html)) return undefined;
  const params = {
    textDocument: { uri: document.uri.toString() },
    range: client.code2ProtocolConverter.asRange(range),
    ...pasted,
  };
  const agenda = await client.sendRequest<PastedAgenda | null>(
    "wlcgNotes/pastedAgenda",
    params,
    cancellation,
  );
  if (!agenda) return undefined;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, toRange(agenda.range), agenda.text);
  return edit;
}
