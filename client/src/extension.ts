import { type ExtensionContext, Uri } from "vscode";
import {
  LanguageClient,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { registerCommands } from "./commands";
import { easyCompletion } from "./completion";
import { restartAfterCrash } from "./crashes";
import { reportCursor } from "./cursor";
import { newMeeting } from "./newMeeting";
import { previews } from "./preview/index";
import { linksToSections } from "./rulesPage";
import { wholeSettings } from "./settingsFile";
import { showStatus } from "./status";

let client: LanguageClient | undefined;
/** resolves when the server runs, or when it was told to the user that it does not */
let started: Promise<void> | undefined;

/** Starts the language server, which nobody waits for; all knowledge of the format is there. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath("dist/server.js");
  const serverOptions: ServerOptions = { module, transport: TransportKind.ipc };
  const starting: LanguageClient = new LanguageClient("wlcgNotes", "WLCG k8s Notes", serverOptions, {
    documentSelector: [{ language: "wlcg-contributions" }],
    errorHandler: restartAfterCrash(() => starting),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onTabs: false },
    middleware: {
      provideCompletionItem: easyCompletion,
      workspace: { configuration: wholeSettings() },
      ...linksToSections(Uri.joinPath(context.extensionUri, "docs/rules.md")),
    },
  });
  client = starting;
  const notes = previews(starting, context.extensionUri);
  context.subscriptions.push(
    notes,
    ...registerCommands(starting, newMeeting, notes),
    reportCursor(starting),
    showStatus(starting),
  );
  // the client tells the user itself where the server does not start
  started = starting.start().catch(() => undefined);
}

export async function deactivate(): Promise<void> {
  await started;
  if (client?.needsStop()) await client.stop();
}
