import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  languages,
  type Range,
  type Uri,
  WorkspaceEdit,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { agendaKind } from "./agenda/pastedAgenda";

/** Indents several lines that are pasted into notes or a list; the server computes the text. */
export function indentPastes(client: LanguageClient): Disposable {
  const kind = DocumentDropOrPasteEditKind.Text.append("wlcgNotes", "indented");
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, transfer, _context, token) {
      const [range] = ranges;
      if (!range || ranges.length > 1 || !client.isRunning()) return undefined;
      const text = (await transfer.get("text/plain")?.asString()) ?? "";
      if (!/[\r\n]/.test(text.trimEnd())) return undefined;
      const params = {
        textDocument: { uri: document.uri.toString() },
        range: client.code2ProtocolConverter.asRange(range),
        text,
      };
      const inserted = await client.sendRequest<string | null>("wlcgNotes/pastedText", params, token);
      return inserted === null ? undefined : [pasteEdit(document.uri, range, inserted, kind)];
    },
  };
  const metadata = { pasteMimeTypes: ["text/plain"], providedPasteEditKinds: [kind] };
  return languages.registerDocumentPasteEditProvider("wlcg-contributions", provider, metadata);
}

/** The editor would add its own indentation to an `insertText` of several lines. */
function pasteEdit(
  uri: Uri,
  range: Range,
  text: string,
  kind: DocumentDropOrPasteEditKind,
): DocumentPasteEdit {
  const edit = new DocumentPasteEdit("", "Paste Indented", kind);
  edit.yieldTo = [agendaKind];
  edit.additionalEdit = new WorkspaceEdit();
  edit.additionalEdit.replace(uri, range, text);
  return edit;
}
