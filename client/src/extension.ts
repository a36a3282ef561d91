import { commands, type ExtensionContext, Uri } from "vscode";
import { type CommandName, commandNames } from "./commandNames";
import type { Session } from "./session";

let session: Promise<Session> | undefined;

/**
 * Registers the commands and loads everything else later: the client library is large, and loading it would
 * delay the other extensions in the same process.
 */
export function activate(context: ExtensionContext): void {
  session = loadSession(context);
  for (const name of commandNames)
    context.subscriptions.push(
      commands.registerCommand(`wlcgNotes.${name}`, (file: unknown) => run(name, file)),
    );
}

export async function deactivate(): Promise<void> {
  await (await session)?.stop();
}

async function loadSession(context: ExtensionContext): Promise<Session> {
  await new Promise(setImmediate);
  const { startSession } = await import("./session");
  return startSession(context);
}

/** @param file that a menu is about; that of a preview's tab gives the address of the page */
async function run(name: CommandName, file: unknown): Promise<unknown> {
  const isFile = file instanceof Uri && file.scheme !== "webview-panel";
  return (await session)?.commands[name](isFile ? file : undefined);
}
