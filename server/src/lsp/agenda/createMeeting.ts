import { lstat } from "node:fs/promises";
import { MessageType, type WorkspaceEdit } from "vscode-languageserver";
import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import { showDocumentMethod } from "../client/clientMessages";
import { filePathOf, uriOf } from "../settings/fileUri";
import type { ImportedAgenda } from "./importAgenda";

interface Editor {
  readonly client: Client;
  readonly support: ClientSupport;
}

/** The file that the client was asked to create, or why there is none; without a reason if it cannot create files. */
type CreatedMeeting = { readonly uri: string } | { readonly problem?: string };

/** Lets the client create the file of a meeting and show it. A file that is there already stays as it is. */
export async function createMeeting(
  { client, support }: Editor,
  { name, text }: Pick<ImportedAgenda, "name" | "text">,
  folder: string | undefined,
): Promise<CreatedMeeting> {
  if (folder === undefined || !URL.canParse(folder) || !support.edits.applied || !support.edits.creates)
    return {};
  const uri = uriOf(name, folder);
  if (await exists(uri))
    return { problem: `${name} is there already: update its agenda, or rename the file.` };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: "create", uri },
      { textDocument: { uri, version: null }, edits: [{ range: startOfFile, newText: text }] },
    ],
  };
  void create({ client, support }, uri, name, edit);
  return { uri };
}

/** The answer to the command does not wait for the client. */
async function create(
  { client, support }: Editor,
  uri: string,
  name: string,
  edit: WorkspaceEdit,
): Promise<void> {
  const reply = await client.ask("workspace/applyEdit", { label: "Import an agenda", edit });
  const result = reply.isAnswered ? (reply.result as { readonly applied?: unknown } | null) : null;
  if (result?.applied !== true) client.showMessage(MessageType.Error, `The editor did not create ${name}.`);
  else if (support.showsDocuments) void client.ask(showDocumentMethod, { uri, takeFocus: true });
}

const startOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

async function exists(uri: string): Promise<boolean> {
  const path = filePathOf(uri);
  if (path === undefined) return false;
  return lstat(path).then(
    () => true,
    () => false,
  );
}
