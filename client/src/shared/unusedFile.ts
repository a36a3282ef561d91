import { Uri, workspace } from "vscode";

/** The name in the folder, or `name-2.contributions.yaml` and so on if there is such a file. */
export async function unusedFile(folder: Uri, name: string): Promise<Uri> {
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? name : name.replace(/(?=\.contributions\.)/, `-${count}`);
    const file = Uri.joinPath(folder, numbered);
    if (!isOpen(file) && !(await exists(file))) return file;
  }
}

function isOpen({ path }: Uri): boolean {
  return workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.path === path);
}

/** True for a file or a folder of that address. */
export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
