import {
  type DataTransfer,
  type Disposable,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  languages,
  Range,
  Uri,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { decodeText } from "../shared/decodeText";
import { agendaEdit, agendaKind, type Pasted } from "./pastedAgenda";

/** Bytes of a dropped file; a larger one is no agenda. */
const maxFileSize = 20_000_000;

const mimeTypes = ["text/plain", "text/html", "text/uri-list", "files"];

/** Makes entries of an agenda that is dropped into the editor: a text, or a file with Shift held. */
export function dropAgendas(client: LanguageClient): Disposable {
  const provider: DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, transfer, cancellation) {
      const dropped = (await droppedFile(transfer)) ?? (await droppedText(transfer));
      const range = new Range(position, position);
      const additionalEdit = dropped && (await agendaEdit(client, document, range, dropped, cancellation));
      if (!additionalEdit) return undefined;
      const edit = new DocumentDropEdit("", "Insert as Agenda", agendaKind);
      return Object.assign(edit, { additionalEdit });
    },
  };
  return languages.registerDocumentDropEditProvider("wlcg-contributions", provider, {
    dropMimeTypes: mimeTypes,
    providedDropEditKinds: [agendaKind],
  });
}

/** The first file that may be an agenda: from the disk, or from the workspace. */
async function droppedFile(transfer: DataTransfer): Promise<Pasted | undefined> {
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (file && mayBeAgenda(file.name)) return contentOf(file.name, await file.data());
  }
  const list = (await transfer.get("text/uri-list")?.asString()) ?? "";
  const address = list.split(/\r?\n/).find((line) => mayBeAgenda(line) && !/^(?:#|https?:)/i.test(line));
  if (address === undefined) return undefined;
  const uri = Uri.parse(address);
  const { size } = await workspace.fs.stat(uri);
  return size > maxFileSize ? undefined : contentOf(uri.path, await workspace.fs.readFile(uri));
}

function mayBeAgenda(name: string): boolean {
  return /\.(?:ics|json|html?)$/i.test(name);
}

function contentOf(name: string, bytes: Uint8Array): Pasted | undefined {
  if (bytes.length > maxFileSize) return undefined;
  const text = decodeText(bytes);
  return { text, ...(/\.html?$/i.test(name) && { html: text }) };
}

async function droppedText(transfer: DataTransfer): Promise<Pasted | undefined> {
  if (transfer.get("text/uri-list")) return undefined;
  const text = (await transfer.get("text/plain")?.asString()) ?? "";
  const html = await transfer.get("text/html")?.asString();
  return { text, ...(html && { html }) };
}
