import { FileType, Uri, window, workspace } from "vscode";

/** The folder of a new meeting: the chosen one; else that of the meeting in the editor, or the first folder of the workspace. */
export async function meetingFolder(chosen: Uri | undefined): Promise<Uri | undefined> {
  if (chosen) return (await isFolder(chosen)) ? chosen : Uri.joinPath(chosen, "..");
  const active = window.activeTextEditor?.document;
  const folder = active && workspace.getWorkspaceFolder(active.uri)?.uri;
  if (active?.languageId === "wlcg-contributions" && folder && active.uri.scheme !== "untitled")
    return Uri.joinPath(active.uri, "..");
  return folder ?? workspace.workspaceFolders?.[0]?.uri;
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return true;
  }
}
