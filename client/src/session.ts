import { type ExtensionContext, Uri } from "vscode";
import {
  LanguageClient,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { type Commands, commandsOf } from "./commands";
import { easyCompletion } from "./completion";
import { restartAfterCrash } from "./crashes";
import { reportCursor } from "./cursor";
import { previews } from "./preview/index";
import { linksToSections } from "./rulesPage";
import { wholeSettings } from "./settingsFile";
import { showStatus } from "./status";

export interface Session {
  readonly commands: Commands;
  /** Stops the server, once it has started. */
  stop(): Promise<void>;
}

/** Starts the language server, which nobody waits for; all knowledge of the format is there. */
export function startSession(context: ExtensionContext): Session {
  const module = context.asAbsolutePath("dist/server.js");
  const serverOptions: ServerOptions = { module, transport: TransportKind.stdio };
  const client: LanguageClient = new LanguageClient("wlcgNotes", "WLCG k8s Notes", serverOptions, {
    documentSelector: [{ language: "wlcg-contributions" }],
    errorHandler: restartAfterCrash(() => client),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onTabs: false },
    middleware: {
      provideCompletionItem: easyCompletion,
      workspace: { configuration: wholeSettings() },
      ...linksToSections(Uri.joinPath(context.extensionUri, "docs/rules.md")),
    },
  });
  const notes = previews(client, context.extensionUri);
  context.subscriptions.push(notes, reportCursor(client), showStatus(client));
  // the client tells the user itself where the server does not start
  const started = client.start().catch(() => undefined);
  return {
    commands: commandsOf(client, notes),
    async stop() {
      await started;
      if (client.needsStop()) await client.stop();
    },
  };
}
