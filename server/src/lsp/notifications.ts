/**
 * The notifications of the client: open files, saves, the cursor, and changes of settings, folders and files.
 */
import {
  type Connection,
  type DidChangeTextDocumentParams,
  type DidOpenTextDocumentParams,
  TextDocumentSaveReason,
} from "vscode-languageserver";
import type { CancellableWork } from "./client/cancellableWork";
import type { Client } from "./client/client";
import { changesIn, versionIn } from "./transport/params";
import type { DiagnosticsService } from "./workspace/diagnosticsService";
import type { Workspace } from "./workspace/workspace";
import type { WorkspaceSetup } from "./workspace/workspaceSetup";

export interface NotificationContext {
  readonly client: Client;
  readonly workspace: Workspace;
  readonly diagnosticsService: DiagnosticsService;
  readonly setup: WorkspaceSetup;
  readonly cancellableWork: CancellableWork;
}

/** Must be called within `initialize`, after the library has set its own handler for folders. */
export function registerNotifications(connection: Connection, context: NotificationContext): void {
  registerSetup(connection, context.setup);
  registerDocuments(connection, context);
  registerSaves(connection, context.diagnosticsService);
  connection.onNotification("window/workDoneProgress/cancel", (params: { token?: unknown } | undefined) =>
    context.cancellableWork.cancel(params?.token),
  );
  connection.onNotification("wlcgNotes/cursor", (cursor: { uri: string; line: number }) =>
    context.diagnosticsService.cursorMoved(cursor),
  );
}

/** The params of the notification, which a client may send malformed. */
interface FoldersChange {
  readonly event?: { readonly added?: unknown; readonly removed?: unknown };
}

function registerSetup(connection: Connection, setup: WorkspaceSetup): void {
  connection.onInitialized(() => setup.start());
  connection.onDidChangeWatchedFiles(({ changes }) => setup.filesChanged(changes));
  connection.onDidChangeConfiguration((params) => setup.settingsChanged(params?.settings));
  connection.onNotification("workspace/didChangeWorkspaceFolders", (params: FoldersChange | undefined) =>
    setup.foldersChanged(params?.event?.added, params?.event?.removed),
  );
}

function registerDocuments(connection: Connection, context: NotificationContext): void {
  connection.onDidOpenTextDocument((params) => didOpen(params, context));
  connection.onDidChangeTextDocument((params) => didChange(params, context));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    context.workspace.close(uri);
    context.diagnosticsService.closed(uri);
  });
}

function didOpen({ textDocument }: DidOpenTextDocumentParams, context: NotificationContext): void {
  const { uri, text } = textDocument;
  const version = versionIn(textDocument.version);
  if (typeof text !== "string") {
    context.client.logError(`${JSON.stringify(uri)} was opened without its text.`);
    return;
  }
  context.setup.opened(uri);
  context.workspace.open(uri, version, text);
  context.diagnosticsService.opened(uri, version, text);
}

function didChange(
  { textDocument, contentChanges }: DidChangeTextDocumentParams,
  { client, workspace, diagnosticsService }: NotificationContext,
): void {
  const { uri } = textDocument;
  const changes = changesIn(contentChanges);
  if (!changes) {
    client.logError(`A change of ${JSON.stringify(uri)} is malformed; the text is not changed.`);
    return;
  }
  if (workspace.change(uri, versionIn(textDocument.version), changes))
    diagnosticsService.changed(uri, changes);
}

/** An automatic save does not end the typing of a line. */
function registerSaves(connection: Connection, diagnosticsService: DiagnosticsService): void {
  connection.onWillSaveTextDocument(({ textDocument: { uri }, reason }) => {
    if (reason !== TextDocumentSaveReason.AfterDelay) diagnosticsService.idle(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => diagnosticsService.idle(uri));
}
