import { type TextDocument, Uri, window, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { nameOf, showWarning } from "./shared/messages";
import { isWholeJson } from "./wholeJson";

type Configuration = NonNullable<NonNullable<Middleware["workspace"]>["configuration"]>;

/**
 * Of a settings file that is half typed or damaged VS Code takes what it can read, and has defaults for the rest. The
 * server is told of the last whole one instead, and the user of the file, where no editor shows it.
 */
export function wholeSettings(): Configuration {
  let last: ReturnType<Configuration> | undefined;
  let told: string | undefined;
  return async (params, token, next) => {
    const broken = await brokenFile();
    if (broken && broken.toString() !== told) void tell(broken);
    told = broken?.toString();
    if (!broken || !last) last = next(params, token);
    return last;
  };
}

/** The first of the workspace's settings files that is not whole. */
async function brokenFile(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const files = folders.map(({ uri }) => Uri.joinPath(uri, ".vscode", "settings.json"));
  if (workspace.workspaceFile?.scheme === "file") files.push(workspace.workspaceFile);
  for (const file of files) {
    const bytes = await Promise.resolve(workspace.fs.readFile(file)).catch(() => undefined);
    if (bytes && !isWholeJson(new TextDecoder().decode(bytes))) return file;
  }
  return undefined;
}

async function tell(file: Uri): Promise<void> {
  const isFile = ({ document }: { document: TextDocument }) => document.uri.toString() === file.toString();
  if (window.visibleTextEditors.some(isFile)) return;
  const open = "Open";
  const message = `${nameOf(file)} is not valid JSON; the notes keep the settings it had before.`;
  if ((await showWarning(message, open)) === open) await window.showTextDocument(file);
}
