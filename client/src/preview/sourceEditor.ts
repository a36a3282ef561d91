/** The editor of a previewed file. */
import { type TextDocument, type TextEditor, type Uri, type ViewColumn, window, workspace } from "vscode";
import { nameOf, showWarning } from "../shared/userMessages";

/** The visible editor of a file. */
export function editorOf(file: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => isSame(document.uri, file));
}

/** The group with the file's editor, visible or not. */
export function columnOf(file: Uri): ViewColumn | undefined {
  const visible = editorOf(file)?.viewColumn;
  if (visible !== undefined) return visible;
  const hasTab = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => isSame((input as { readonly uri?: Uri } | undefined)?.uri, file)),
  );
  return hasTab?.viewColumn;
}

export function isSame(one: Uri | undefined, other: Uri | undefined): boolean {
  return one !== undefined && one.toString() === other?.toString();
}

/** Opens a file; undefined with a message to the user if that fails. */
export async function openSource(file: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(file);
  } catch {
    void showWarning(`${nameOf(file)} cannot be opened; its preview is not updated.`);
    return undefined;
  }
}
