import { type Disposable, type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { unusedFile } from "./shared/unusedFile";

/**
 * Gives a new file the name of its title when it is first saved, unless the user saves it under another name.
 * @param untitled address of the file that is not saved yet
 */
export function renameAfterSave(client: LanguageClient, untitled: Uri): void {
  const listeners: Disposable[] = [];
  const stop = (): void => {
    for (const listener of listeners) listener.dispose();
  };
  listeners.push(
    workspace.onDidSaveTextDocument((document) => {
      if (document.uri.path !== untitled.path || document.uri.scheme === "untitled") return;
      stop();
      void rename(client, document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      // a file that was saved replaces the untitled one a moment before or after this
      if (uri.toString() === untitled.toString()) setTimeout(stop, 2000);
    }),
  );
}

async function rename(client: LanguageClient, { uri }: TextDocument): Promise<void> {
  const name = await client.sendRequest<string | null>("wlcgNotes/meetingName", {
    textDocument: { uri: uri.toString() },
  });
  const oldName = uri.path.split("/").at(-1) ?? "";
  // `name-2` is the name where there is a file `name`
  if (!name || oldName === name || withoutNumber(oldName) === name) return;
  const edit = new WorkspaceEdit();
  edit.renameFile(uri, await unusedFile(Uri.joinPath(uri, ".."), name), { overwrite: false });
  await workspace.applyEdit(edit);
}

function withoutNumber(name: string): string {
  return name.replace(/-\d+(?=\.contributions\.)/, "");
}
