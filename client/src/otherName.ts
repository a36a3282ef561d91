import { type Disposable, type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import { nameOf, showError, showWarning } from "./shared/userMessages";

/** Offers another name when meeting notes are saved as `gdb.yaml`, which is not read as meeting notes. */
export function offerOtherName(): Disposable {
  return workspace.onDidSaveTextDocument((document) => {
    const isOtherYaml = document.languageId !== "wlcg-contributions" && /\.ya?ml$/i.test(document.uri.path);
    if (isOtherYaml && isCopyOfNotes(document)) void offerRename(document.uri);
  });
}

/** When a file is saved under another name, the editor closes the first one a little later. */
function isCopyOfNotes(document: TextDocument): boolean {
  const text = document.getText();
  const hasSameText = (other: TextDocument): boolean =>
    other.languageId === "wlcg-contributions" && other.getText() === text;
  return text.trim() !== "" && workspace.textDocuments.some(hasSameText);
}

async function offerRename(file: Uri): Promise<void> {
  const name = file.path.split("/").at(-1) ?? "";
  const newName = name.replace(/\.ya?ml$/i, ".contributions.yaml");
  const rename = `Rename to ${newName}`;
  const message = `Saved as ${nameOf(file)}, which is not read as meeting notes.`;
  if ((await showWarning(message, rename)) !== rename) return;
  const target = Uri.joinPath(file, "..", newName);
  const edit = new WorkspaceEdit();
  edit.renameFile(file, target, { overwrite: false });
  if (!(await workspace.applyEdit(edit)))
    void showError(`${nameOf(file)} could not be renamed to ${newName}.`);
}
