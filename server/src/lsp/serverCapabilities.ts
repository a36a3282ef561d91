import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { fixAllKind } from "../features/codeActions/codeActions";
import { tagAllKind } from "../features/codeActions/tagAllAction";
import { takesLiterals } from "./client/clientCapabilities";
import { applyEditCommand } from "./commands";

/** What the server offers to a client, by what the client can do. */
export function initializeResult(client: ClientCapabilities, canPull: boolean): InitializeResult {
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
      ...codeActionProvider(client),
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: {},
      documentFormattingProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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

/** Code actions as commands, for a client that takes no literals but applies edits of the server. */
export function needsCommands(client: ClientCapabilities): boolean {
  return !takesLiterals(client) && client.workspace?.applyEdit === true;
}

function codeActionProvider(client: ClientCapabilities): ServerCapabilities {
  if (takesLiterals(client)) {
    const codeActionKinds = [CodeActionKind.QuickFix, tagAllKind, fixAllKind];
    return { codeActionProvider: { codeActionKinds, resolveProvider: true } };
  }
  if (!needsCommands(client)) return {};
  return { codeActionProvider: true, executeCommandProvider: { commands: [applyEditCommand] } };
}

/** Saves as a person makes them: only what tells of a save beforehand says whether it is one of the editor's own. */
function savesTold({ textDocument }: ClientCapabilities): { willSave: true } | { save: true } {
  return textDocument?.synchronization?.willSave ? { willSave: true } : { save: true };
}
