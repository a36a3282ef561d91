/** The capabilities of clients, from the barest to the richest. */

const rich = {
  general: { positionEncodings: ["utf-8", "utf-16"] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: { groupsOnLabel: true },
      resourceOperations: ["create", "rename", "delete"],
    },
    diagnostics: { refreshSupport: true },
  },
  experimental: { wlcgNotes: { preview: { refreshSupport: true } } },
  textDocument: {
    synchronization: { dynamicRegistration: true, didSave: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ["documentation", "detail"] },
      },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: false },
  },
};

/** As a terminal editor of some years ago: it pushes no further than the protocol's beginnings. */
const plain = {
  textDocument: {
    completion: { completionItem: { snippetSupport: false, documentationFormat: ["plaintext"] } },
    hover: { contentFormat: ["plaintext"] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};

/** A client of the time before literals: it takes commands for code actions, and applies the edits that they lead to. */
const commands = { workspace: { applyEdit: true } };

export const clients = { bare: {}, commands, plain, rich } as const;

/** A client that can do nothing but show an outline as a tree. */
export const outline = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
