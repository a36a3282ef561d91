/** The language server over any connection: wires LSP requests to the features. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type Command,
  type Connection,
  DiagnosticSeverity,
  type TextDocumentIdentifier,
  TextDocumentSaveReason,
} from "vscode-languageserver";
import { codeActions } from "../features/codeActions/codeActions";
import { type TagAllData, tagAllEdit, tagAllKind } from "../features/codeActions/tagAllAction";
import { completion, resolveCompletion } from "../features/completion/completion";
import { diagnostics } from "../features/diagnostics/diagnostics";
import { documentLinks, linksAt } from "../features/documentLinks";
import { documentSymbols, itemsAt } from "../features/documentSymbols";
import { folding, foldsAt } from "../features/folding";
import { formatting } from "../features/formatting";
import { hover } from "../features/hover";
import { selectionRanges } from "../features/selectionRanges";
import type { View } from "../features/shared/view";
import { calmView } from "../features/stableView";
import type { Host } from "../host/host";
import { codeActionFor, completionFor, completionItemFor, hoverFor } from "./client/adaptAnswers";
import { Client } from "./client/client";
import { foldLimit, supportOf, symbolSupport, takesLiterals } from "./client/clientCapabilities";
import { limitsOf } from "./client/clientLimits";
import { logError } from "./client/clientMessages";
import { symbolsFor } from "./client/flatSymbols";
import { supportedAction, supportedCompletion } from "./client/supportedFields";
import { commandFor, runCommand } from "./commands";
import { answersFrom } from "./requests/requestHandlers";
import { initializeResult, needsCommands } from "./serverCapabilities";
import { changesIn, versionIn } from "./transport/params";
import { DiagnosticsService } from "./workspace/diagnosticsService";
import { Workspace } from "./workspace/workspace";
import { WorkspaceSetup } from "./workspace/workspaceSetup";

export function startServer(connection: Connection, host: Host): void {
  const client = new Client(connection);
  const workspace = new Workspace(host.today(), host.rulesPage);
  const diagnosticsService = new DiagnosticsService(connection, workspace, client);
  const setup = new WorkspaceSetup({ connection, client, host, workspace, diagnosticsService });
  const { onView, onWhole, onBlocks } = answersFrom(connection, workspace, diagnosticsService.reader);
  let capabilities: ClientCapabilities = {};
  let limits = limitsOf({});
  let support = supportOf({});
  /** what the last action to tag all was about, for a client that keeps no data of actions */
  let lastTagAll: TagAllData | undefined;

  /** Works out the edit that a code action left open; as it was where the file has changed since. */
  const withEdit = (action: CodeAction): CodeAction => {
    const data =
      (action.data as TagAllData | undefined) ?? (action.kind === tagAllKind ? lastTagAll : undefined);
    const view = data && workspace.view(data.uri);
    if (!view || view.positions.version !== data.version) return action;
    return codeActionFor(limits, { ...action, edit: tagAllEdit(view, canAnnotate(capabilities)) });
  };
  const actionFor = (action: CodeAction, view: View): readonly (CodeAction | Command)[] => {
    if (action.data !== undefined) lastTagAll = action.data as TagAllData;
    const whole = canResolveEdits(capabilities) ? action : withEdit(action);
    const fitting = supportedAction(support, codeActionFor(limits, whole));
    if (takesLiterals(capabilities)) return [fitting];
    return needsCommands(capabilities) ? commandFor(fitting, view) : [];
  };

  connection.onInitialize((params) => {
    capabilities = params.capabilities;
    limits = limitsOf(capabilities);
    support = supportOf(capabilities);
    diagnosticsService.capabilities = capabilities;
    setup.begin(params);
    // the library has a handler of its own, which it sets in between
    connection.onNotification("workspace/didChangeWorkspaceFolders", (params: FoldersChange | undefined) =>
      setup.foldersChanged(params?.event?.added, params?.event?.removed),
    );
    return initializeResult(capabilities, diagnosticsService.canPull);
  });
  connection.onInitialized(() => setup.start());
  connection.onDidChangeWatchedFiles(({ changes }) => setup.filesChanged(changes));
  connection.onDidChangeConfiguration((params) => setup.settingsChanged(params?.settings));
  connection.onExecuteCommand((params) => runCommand(params, client, workspace));

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (typeof text !== "string")
      return logError(connection, `${JSON.stringify(uri)} was opened without its text.`);
    setup.opened(uri);
    workspace.open(uri, versionIn(version), text);
    diagnosticsService.opened(uri, versionIn(version), text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const changes = changesIn(contentChanges);
    if (!changes)
      return logError(
        connection,
        `A change of ${JSON.stringify(uri)} is malformed; the text stays as it was.`,
      );
    if (workspace.change(uri, versionIn(version), changes)) diagnosticsService.changed(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.close(uri);
    diagnosticsService.closed(uri);
  });
  connection.onWillSaveTextDocument(({ textDocument: { uri }, reason }) => {
    if (reason !== TextDocumentSaveReason.AfterDelay) diagnosticsService.rest(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => diagnosticsService.rest(uri));
  connection.onNotification("wlcgNotes/cursor", (cursor: { uri: string; line: number }) =>
    diagnosticsService.cursorAt(cursor),
  );

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    diagnosticsService.report(textDocument.uri, previousResultId),
  );
  connection.onCompletion(
    onView(
      (view, { position, context }) =>
        supportedCompletion(
          support,
          completionFor(limits, completion(view, position, context?.triggerCharacter)),
        ),
      null,
    ),
  );
  connection.onCompletionResolve((item) =>
    completionItemFor(limits, resolveCompletion(item, workspace.knowledge.vocabulary)),
  );
  connection.onHover(onView((view, { position }) => hoverFor(limits, hover(view, position)), null));
  connection.onCodeAction(
    onWhole((view, { range, context: { diagnostics, only } }) => {
      const isEager = !canResolveEdits(capabilities);
      const actions = codeActions(view, { range, diagnostics, only, isEager }, setup.settings.current.rules);
      return actions.flatMap((action) => actionFor(action, view));
    }, []),
  );
  connection.onCodeActionResolve(withEdit);
  connection.onRequest("wlcgNotes/preview", async (params: PreviewParams, token: CancellationToken) => {
    const { arrangements, preview } = await import("../features/notesRequests");
    const typed = workspace.typing(params.textDocument.uri)?.line;
    const show = (view: View) =>
      preview(calmView(view, workspace.knowledge, typed), oneOf(arrangements, params.by), typed);
    return onWhole(show, null)(params, token);
  });
  connection.onRequest<Rendered | null, void>(
    "wlcgNotes/render",
    async (params: RenderParams, token: CancellationToken) => {
      const { arrangements, formats, renderNotes } = await import("../features/notesRequests");
      const options = { to: oneOf(formats, params.to), by: oneOf(arrangements, params.by) };
      const render = (view: View): Rendered => ({
        text: renderNotes(view.document, options),
        isBroken: diagnostics(view, {}).some(({ severity }) => severity === DiagnosticSeverity.Error),
      });
      return onWhole(render, null)(params, token);
    },
  );
  connection.onDocumentSymbol(
    onBlocks(itemsAt, (view) => symbolsFor(symbolSupport(capabilities), documentSymbols(view), view.uri), []),
  );
  connection.onFoldingRanges(onBlocks(foldsAt, (view) => folding(view, foldLimit(capabilities)), []));
  connection.onSelectionRanges(onView((view, { positions }) => selectionRanges(view, positions), []));
  connection.onDocumentLinks(onBlocks(linksAt, (view) => documentLinks(view), []));
  connection.onDocumentFormatting(onWhole((view) => formatting(view), []));
  connection.listen();
}

/** What a client may send in place of it is anything. */
interface FoldersChange {
  readonly event?: { readonly added?: unknown; readonly removed?: unknown };
}

interface PreviewParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly by?: string;
}

interface RenderParams extends PreviewParams {
  readonly to?: string;
}

interface Rendered {
  readonly text: string;
  /** the file has errors, so that the notes may lack something */
  readonly isBroken: boolean;
}

/** The first where a client asks for what there is not. */
function oneOf<T extends string>(known: readonly [T, ...T[]], asked: string | undefined): T {
  return known.find((name) => name === asked) ?? known[0];
}

function canAnnotate({ workspace }: ClientCapabilities): boolean {
  const { changeAnnotationSupport, documentChanges } = workspace?.workspaceEdit ?? {};
  return Boolean(changeAnnotationSupport) && documentChanges === true;
}

function canResolveEdits({ textDocument }: ClientCapabilities): boolean {
  const properties: unknown = textDocument?.codeAction?.resolveSupport?.properties;
  return Array.isArray(properties) && properties.includes("edit");
}
