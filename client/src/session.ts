import { type ExtensionContext, Uri } from "vscode";
import {
  type LanguageClient,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { dropAgendas } from "./agenda/agendaDrop";
import { pasteAgendas } from "./agenda/agendaPaste";
import { followClosingMarks } from "./closingMarks";
import { type Commands, commandsOf } from "./commands";
import { completionMiddleware } from "./completion";
import { restartAfterCrash } from "./crashes";
import { reportCursor } from "./cursorNotifications";
import { Exporter } from "./exportNotes";
import { exportOnSave } from "./exportOnSave";
import { MinutesDocuments } from "./indico/minutesDocuments";
import { Tokens } from "./indico/tokens";
import { NotesClient } from "./notesClient";
import { offerOtherName } from "./otherName";
import { indentPastes } from "./pasteProvider";
import { Previews } from "./preview/index";
import { withoutReadOnlyFiles } from "./readOnlyFiles";
import { ruleLinksMiddleware } from "./rulesPage";
import { logServer } from "./serverLog";
import { showServerMessages } from "./serverMessages";
import { validSettingsMiddleware } from "./settingsFile";
import { showStatus } from "./status";
import { selectTaggings } from "./tagAll";

export interface Session {
  readonly commands: Commands;
  /** Stops the server after it has started. */
  stop(): Promise<void>;
}

/** Starts the language server without waiting for it. The client itself does not analyse files. */
export function startSession(context: ExtensionContext): Session {
  const module = context.asAbsolutePath("dist/server.js");
  const serverOptions: ServerOptions = { module, transport: TransportKind.stdio };
  const ruleLinks = ruleLinksMiddleware(Uri.joinPath(context.extensionUri, "docs/rules.md"));
  const client: LanguageClient = new NotesClient("wlcgNotes", "WLCG k8s Notes", serverOptions, {
    documentSelector: [{ language: "wlcg-contributions" }],
    errorHandler: restartAfterCrash(() => client),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onTabs: false },
    middleware: {
      provideCompletionItem: completionMiddleware,
      resolveCodeAction: selectTaggings,
      provideDiagnostics: withoutReadOnlyFiles(ruleLinks),
      workspace: { configuration: validSettingsMiddleware() },
    },
  });
  showServerMessages(client);
  const previews = new Previews(client, context.extensionUri);
  const exporter = new Exporter(client, context.workspaceState);
  const documents = new MinutesDocuments();
  const tokens = new Tokens(context.secrets, context.globalState);
  context.subscriptions.push(
    previews,
    documents,
    exportOnSave(client, exporter),
    reportCursor(client),
    showStatus(client),
    logServer(client, { version: String(context.extension.packageJSON.version), module }),
    pasteAgendas(client),
    indentPastes(client),
    dropAgendas(client),
    followClosingMarks(),
    offerOtherName(),
  );
  // the client library reports a server that does not start
  const started = client.start().catch(() => undefined);
  return {
    commands: commandsOf({ client, previews, exporter, tokens, documents }),
    async stop() {
      await started;
      if (client.needsStop()) await client.stop();
    },
  };
}
