import { commands, Uri } from "vscode";

/** Opens a web page in the browser; VS Code asks first unless its host is trusted. */
export async function openPage(address: string): Promise<void> {
  if (!/^https?:\/\//i.test(address)) return;
  await commands.executeCommand("vscode.open", Uri.parse(address));
}
