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
import { showStatus } from "./status";

let client: LanguageClient | undefined;

/** Starts the language server; all knowledge of the format is there. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.js");
  const serverOptions: ServerOptions = { module, transport: TransportKind.ipc };
  const started: LanguageClient = new LanguageClient("wlcgNotes", "WLCG k8s Notes", serverOptions, {
    documentSelector: [{ language: "wlcg-contributions" }],
    errorHandler: restartAfterCrash(() => started),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onTabs: false },
    middleware: {
      provideCompletionItem: easyCompletion,
      ...linksToSections(Uri.joinPath(context.extensionUri, "docs/rules.md")),
    },
  });
  client = started;
  const notes = previews(started, context.extensionUri);
  context.subscriptions.push(
    notes,
    ...registerCommands(started, newMeeting, notes),
    reportCursor(started),
    showStatus(started),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
