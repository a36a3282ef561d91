import { commands, type ExtensionContext } from "vscode";
import { type CommandName, commandNames } from "./commandNames";
import type { Session } from "./session";

let session: Promise<Session> | undefined;

/**
 * Registers the commands and leaves: the library that speaks to the server is large, and the editor, which starts
 * all else in the same process, does not wait while it is loaded.
 */
export function activate(context: ExtensionContext): void {
  session = loadSession(context);
  for (const name of commandNames)
    context.subscriptions.push(commands.registerCommand(`wlcgNotes.${name}`, () => run(name)));
}

export async function deactivate(): Promise<void> {
  await (await session)?.stop();
}

async function loadSession(context: ExtensionContext): Promise<Session> {
  await new Promise(setImmediate);
  const { startSession } = await import("./session");
  return startSession(context);
}

async function run(name: CommandName): Promise<unknown> {
  return (await session)?.commands[name]();
}
