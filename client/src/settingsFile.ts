import { type TextDocument, Uri, window, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { nameOf, showWarning } from "./shared/userMessages";
import { isValidJson } from "./validJson";

type Configuration = NonNullable<NonNullable<Middleware["workspace"]>["configuration"]>;

/**
 * VS Code reads the valid part of an invalid settings file and uses defaults for the rest. This middleware
 * sends the last valid settings instead, and warns the user if no editor shows the file.
 */
export function validSettingsMiddleware(): Configuration {
  let lastValid: ReturnType<Configuration> | undefined;
  let reported: string | undefined;
  return async (params, token, next) => {
    const invalidFile = await firstInvalidFile();
    if (invalidFile && invalidFile.toString() !== reported) void warnAbout(invalidFile);
    reported = invalidFile?.toString();
    if (!invalidFile || !lastValid) lastValid = next(params, token);
    return lastValid;
  };
}

/** The first settings file of the workspace that is not valid JSON. */
async function firstInvalidFile(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const files = folders.map(({ uri }) => Uri.joinPath(uri, ".vscode", "settings.json"));
  if (workspace.workspaceFile?.scheme === "file") files.push(workspace.workspaceFile);
  for (const file of files) {
    const bytes = await Promise.resolve(workspace.fs.readFile(file)).catch(() => undefined);
    if (bytes && !isValidJson(new TextDecoder().decode(bytes))) return file;
  }
  return undefined;
}

async function warnAbout(file: Uri): Promise<void> {
  const isFile = ({ document }: { document: TextDocument }) => document.uri.toString() === file.toString();
  if (window.visibleTextEditors.some(isFile)) return;
  const open = "Open";
  const message = `${nameOf(file)} is not valid JSON; the previous settings stay in effect.`;
  if ((await showWarning(message, open)) === open) await window.showTextDocument(file);
}
