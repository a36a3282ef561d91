import { SnippetString, type TextDocument, Uri, window, workspace } from "vscode";

const language = "wlcg-contributions";

/**
 * Opens a new file with the template of a meeting, and the cursor in its title. The file has a path in the folder, named
 * after the day, so that it is saved without a dialog.
 */
export async function newMeeting(folder = currentFolder()): Promise<void> {
  const editor = await window.showTextDocument(await newDocument(folder));
  const lines = [
    "meeting:",
    "  title: ${1:Kubernetes meeting}",
    "  date: ${2:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}",
    "  chairs: [$3]",
    "  timezone: ${4:Europe/Zurich}",
    "contributions:",
    "  - title: ${5:Welcome}",
    "    themes: ${6:none}",
    "  $0",
  ];
  await editor.insertSnippet(new SnippetString(lines.join("\n")));
}

async function newDocument(folder: Uri | undefined): Promise<TextDocument> {
  if (!folder) return workspace.openTextDocument({ language, content: "" });
  const file = await unusedFile(folder);
  return workspace.openTextDocument(file.with({ scheme: "untitled" }));
}

/** The folder of the workspace that has the file in the editor; else the first one. */
function currentFolder(): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  const folder = active && workspace.getWorkspaceFolder(active);
  return (folder ?? workspace.workspaceFolders?.[0])?.uri;
}

/** `2026-11-29.contributions.yaml`, or `2026-11-29-2.contributions.yaml` and so on if there is one. */
async function unusedFile(folder: Uri): Promise<Uri> {
  const day = today();
  for (let count = 1; ; count++) {
    const file = Uri.joinPath(folder, `${day}${count === 1 ? "" : `-${count}`}.contributions.yaml`);
    if (!isOpen(file) && !(await exists(file))) return file;
  }
}

function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function isOpen({ path }: Uri): boolean {
  return workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.path === path);
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
