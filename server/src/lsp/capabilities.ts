import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { breakActionKind } from "../features/codeActions/breakActions";
import { fixAllKind } from "../features/codeActions/codeActions";
import { collectKind, collectLineKind } from "../features/codeActions/collectActions";
import { tagAllKind } from "../features/codeActions/tagAllAction";
import type { ClientSupport } from "./client/clientCapabilities";
import { agendaCommandNames } from "./requests/agendaCommands";
import { applyEditCommand, needsCommands } from "./requests/applyEditCommand";

/** The capabilities of the server, depending on those of the client. */
export function serverCapabilities(client: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      ...saveNotification(client),
    },
    completionProvider: { resolveProvider: true, triggerCharacters: ["[", ",", "/", "-", " "] },
    hoverProvider: true,
    ...codeActionProvider(client),
    executeCommandProvider: {
      commands: [...(needsCommands(client) ? [applyEditCommand] : []), ...agendaCommandNames],
    },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    documentFormattingProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...diagnosticProvider(client),
  };
}

function codeActionProvider(client: ClientSupport): ServerCapabilities {
  if (client.codeActions.literals) {
    const codeActionKinds = [
      CodeActionKind.QuickFix,
      breakActionKind,
      collectLineKind,
      tagAllKind,
      collectKind,
      fixAllKind,
    ];
    return { codeActionProvider: { codeActionKinds, resolveProvider: true } };
  }
  if (!needsCommands(client)) return {};
  return { codeActionProvider: true };
}

function diagnosticProvider({ diagnostics }: ClientSupport): ServerCapabilities {
  if (!diagnostics.pull) return {};
  const options = { interFileDependencies: false, workspaceDiagnostics: false };
  return { diagnosticProvider: { identifier: "wlcg-notes", ...options } };
}

/** Only `willSave` has a reason, which distinguishes saves by the user from automatic ones. */
function saveNotification({ willSave }: ClientSupport): { willSave: true } | { save: true } {
  return willSave ? { willSave: true } : { save: true };
}
