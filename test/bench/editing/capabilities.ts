/** What the benchmark's client says it can do: what today's editors do. */
export function capabilities(pulls: boolean, refreshes: boolean): object {
  return {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      ...(refreshes && { diagnostics: { refreshSupport: true } }),
    },
    window: { workDoneProgress: true },
    textDocument: {
      synchronization: { dynamicRegistration: true },
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: true,
        codeDescriptionSupport: true,
        tagSupport: { valueSet: [1, 2] },
      },
      ...(pulls && { diagnostic: { relatedDocumentSupport: false } }),
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        isPreferredSupport: true,
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      completion: { completionItem: { snippetSupport: true } },
      foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
      documentLink: { tooltipSupport: true },
      hover: { contentFormat: ["markdown"] },
    },
  };
}
