import { type Disposable, DocumentPasteEdit, type DocumentPasteEditProvider, languages } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { agendaEdit, agendaKind } from "./pastedAgenda";

/** Makes entries of an agenda that is pasted from a mail or a page. The other ways to paste stay in the editor's list. */
export function pasteAgendas(client: LanguageClient): Disposable {
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, [range, ...others], transfer, _context, cancellation) {
      if (!range || others.length > 0) return undefined;
      const text = (await transfer.get("text/plain")?.asString()) ?? "";
      const html = await transfer.get("text/html")?.asString();
      const pasted = { text, ...(html && { html }) };
      const additionalEdit = await agendaEdit(client, document, range, pasted, cancellation);
      if (!additionalEdit) return undefined;
      return [Object.assign(new DocumentPasteEdit("", "Paste as Agenda", agendaKind), { additionalEdit })];
    },
  };
  return languages.registerDocumentPasteEditProvider("wlcg-contributions", provider, {
    pasteMimeTypes: ["text/plain", "text/html"],
    providedPasteEditKinds: [agendaKind],
  });
}
