import { type ExtensionContext, workspace } from "vscode";
import {
  LanguageClient,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { registerCommands } from "./commands";
import { reportCursor } from "./cursor";
import { newMeeting } from "./newMeeting";
import { showStatus } from "./status";

let client: LanguageClient | undefined;

/** Starts the language server; all knowledge of the format is there. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.js");
  const serverOptions: ServerOptions = { module, transport: TransportKind.ipc };
  client = new LanguageClient("wlcgNotes", "WLCG k8s Notes", serverOptions, {
    documentSelector: [{ language: "wlcg-contributions" }],
    initializationOptions: workspace.getConfiguration("wlcgNotes"),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onTabs: false },
  });
  context.subscriptions.push(
    ...registerCommands(client, newMeeting),
    reportCursor(client),
    showStatus(client),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
