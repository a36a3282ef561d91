/** The language server over any connection: wires LSP requests to the features. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type Connection,
  DiagnosticSeverity,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentIdentifier,
  TextDocumentSaveReason,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { calmView } from "../features/calmView";
import { codeActions, fixAllKind } from "../features/codeActions";
import { completion, resolveCompletion } from "../features/completion";
import { diagnostics } from "../features/diagnostics";
import { documentLinks, linksAt } from "../features/documentLinks";
import { documentSymbols, itemsAt } from "../features/documentSymbols";
import { folding, foldsAt } from "../features/folding";
import { codeActionFor, completionFor, completionItemFor, hoverFor } from "../features/forClient";
import { formatting } from "../features/formatting";
import { hover } from "../features/hover";
import { selectionRanges } from "../features/selectionRanges";
import { type TagAllData, tagAllEdit, tagAllKind } from "../features/tagAll";
import type { View } from "../features/view";
import { answersFrom } from "./answers";
import { Archive } from "./archive";
import { CatalogueKeeper } from "./catalogueKeeper";
import { logError } from "./clientMessages";
import { DiagnosticsService } from "./diagnosticsService";
import type { Host } from "./host";
import { limitsOf } from "./limits";
import { SettingsKeeper } from "./settingsKeeper";
import { Workspace } from "./workspace";

export function startServer(connection: Connection, host: Host): void {
  const workspace = new Workspace(host.today(), host.rulesPage);
  const diagnosticsService = new DiagnosticsService(connection, workspace);
  const archive = new Archive(host, workspace);
  const catalogue = new CatalogueKeeper(connection, host, workspace);
  const settings = new SettingsKeeper(connection);
  const { onView, onWhole, onBlocks } = answersFrom(connection, workspace, diagnosticsService.reader);
  let client: InitializeParams | undefined;
  let limits = limitsOf({});

  const useSettings = (): void => {
    diagnosticsService.use(settings.current);
    workspace.maxFileSize = settings.current.maxFileSize;
  };
  const use = async (section: unknown): Promise<void> => {
    settings.read(section);
    useSettings();
    await settings.tell();
    await loadCatalogue();
    diagnosticsService.refreshAll();
    if (canWatch()) await catalogue.watch();
    await readArchive();
  };
  const readArchive = async (): Promise<void> => {
    if (!settings.current.learnFromWorkspace) return archive.forget();
    await archive.read((client?.workspaceFolders ?? []).map(({ uri }) => uri));
  };
  const canWatch = (): boolean =>
    client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
  const loadCatalogue = (): Promise<void> =>
    catalogue.load(settings.current.catalogue, client?.workspaceFolders?.[0]?.uri);
  const pullSettings = async (): Promise<void> => {
    if (!client?.capabilities.workspace?.configuration) return;
    try {
      await use(await connection.workspace.getConfiguration("wlcgNotes"));
    } catch (error) {
      logError(connection, "The client did not tell its settings", error);
    }
  };

  /** Works out the edit that a code action left open; as it was where the file has changed since. */
  const withEdit = (action: CodeAction): CodeAction => {
    const data = action.data as TagAllData | undefined;
    const view = data && workspace.view(data.uri);
    if (!view || view.positions.version !== data.version) return action;
    return codeActionFor(limits, { ...action, edit: tagAllEdit(view, canAnnotate(client)) });
  };

  connection.onInitialize((params) => {
    client = params;
    limits = limitsOf(params.capabilities);
    diagnosticsService.capabilities = params.capabilities;
    const { initializationOptions } = params as { initializationOptions?: unknown };
    settings.begin(initializationOptions);
    useSettings();
    return initializeResult(params.capabilities, diagnosticsService.canPull);
  });
  connection.onInitialized(async () => {
    if (client?.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(
        "workspace/didChangeConfiguration" as never,
        { section: "wlcgNotes" } as never,
      );
    }
    if (canWatch()) {
      const watchers = [{ globPattern: "**/*.contributions.{yaml,yml}" }];
      await connection.client.register("workspace/didChangeWatchedFiles" as never, { watchers } as never);
    }
    if (client?.capabilities.workspace?.configuration) return pullSettings();
    await settings.tell();
    await loadCatalogue();
    if (canWatch()) await catalogue.watch();
    await readArchive();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (changes.some(({ uri }) => catalogue.isAt(uri))) {
      await loadCatalogue();
      diagnosticsService.refreshAll();
    }
    await readArchive();
  });
  connection.onDidChangeConfiguration(async ({ settings: given }: { settings: unknown }) => {
    if (client?.capabilities.workspace?.configuration) return pullSettings();
    const section = (given as { wlcgNotes?: unknown } | null)?.wlcgNotes;
    if (section !== undefined) await use(section);
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    workspace.open(uri, version, text);
    diagnosticsService.opened(uri, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (workspace.change(uri, version, contentChanges)) diagnosticsService.changed(uri);
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
        completionFor(limits, completion(view, position, context?.triggerCharacter)),
      null,
    ),
  );
  connection.onCompletionResolve((item) =>
    completionItemFor(limits, resolveCompletion(item, workspace.knowledge.vocabulary)),
  );
  connection.onHover(onView((view, { position }) => hoverFor(limits, hover(view, position)), null));
  connection.onCodeAction(
    onWhole(
      (view, { range, context: { diagnostics, only } }) =>
        codeActions(
          view,
          { range, diagnostics, only, isEager: !canResolveEdits(client) },
          settings.current.rules,
        ).map((action) =>
          canResolveEdits(client) ? codeActionFor(limits, action) : withEdit(codeActionFor(limits, action)),
        ),
      [],
    ),
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
  connection.onDocumentSymbol(onBlocks(itemsAt, (view) => documentSymbols(view), []));
  connection.onFoldingRanges(onBlocks(foldsAt, (view) => folding(view), []));
  connection.onSelectionRanges(onView((view, { positions }) => selectionRanges(view, positions), []));
  connection.onDocumentLinks(onBlocks(linksAt, (view) => documentLinks(view), []));
  connection.onDocumentFormatting(onWhole((view) => formatting(view), []));
  connection.listen();
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

function canAnnotate(client: InitializeParams | undefined): boolean {
  return client?.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
}

function canResolveEdits(client: InitializeParams | undefined): boolean {
  const { resolveSupport } = client?.capabilities.textDocument?.codeAction ?? {};
  return resolveSupport?.properties.includes("edit") ?? false;
}

/** Saves as a person makes them: only what tells of a save beforehand says whether it is one of the editor's own. */
function savesTold({ textDocument }: ClientCapabilities): { willSave: true } | { save: true } {
  return textDocument?.synchronization?.willSave ? { willSave: true } : { save: true };
}

function initializeResult(client: ClientCapabilities, canPull: boolean): InitializeResult {
  return {
    serverInfo: { name: "wlcg-notes" },
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        ...savesTold(client),
      },
      completionProvider: { resolveProvider: true, triggerCharacters: ["[", ",", "/", "-", " "] },
      hoverProvider: true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, tagAllKind, fixAllKind],
        resolveProvider: true,
      },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: {},
      documentFormattingProvider: true,
      ...(canPull && {
        diagnosticProvider: {
          identifier: "wlcg-notes",
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      }),
    },
  };
}
