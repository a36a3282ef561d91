import {
  type ClientCapabilities,
  CompletionItemKind,
  type DiagnosticsCapabilities,
  type DiagnosticTag,
  type InsertTextMode,
  MarkupKind,
  SymbolKind,
} from "vscode-languageserver";

/** The features that a client supports, read once from the capabilities in `initialize`. */
export interface ClientSupport {
  readonly completion: CompletionSupport;
  readonly hover: { readonly markdown: boolean };
  readonly codeActions: CodeActionSupport;
  readonly edits: EditSupport;
  readonly diagnostics: DiagnosticSupport;
  readonly symbols: SymbolSupport;
  /** maximum number of folding ranges for a file; infinity without a limit */
  readonly maxFolds: number;
  /** `textDocument/willSave`, which distinguishes saves by the user from automatic ones */
  readonly willSave: boolean;
  /** `window/workDoneProgress/create` */
  readonly progress: boolean;
  /** `window/showDocument` */
  readonly showsDocuments: boolean;
  /** `workspace/configuration` */
  readonly configuration: boolean;
  /** registration of `workspace/didChangeConfiguration` while the server runs */
  readonly configurationChanges: boolean;
  /** registration of `workspace/didChangeWatchedFiles` while the server runs */
  readonly watchedFiles: boolean;
  /** `wlcgNotes/preview/refresh` */
  readonly previewRefresh: boolean;
}

export interface CompletionSupport {
  readonly snippets: boolean;
  /** the documentation of an item may be Markdown */
  readonly markdown: boolean;
  readonly labelDetails: boolean;
  readonly preselect: boolean;
  readonly insertTextModes: readonly InsertTextMode[];
  readonly kinds: readonly CompletionItemKind[];
}

interface CodeActionSupport {
  /** code actions as literals; a client without them supports commands only */
  readonly literals: boolean;
  /** `codeAction/resolve` may add the edit */
  readonly resolvesEdit: boolean;
  readonly isPreferred: boolean;
  readonly data: boolean;
}

interface EditSupport {
  /** `documentChanges`: edits that are bound to a version of the file */
  readonly versioned: boolean;
  /** edits that the user confirms one by one */
  readonly annotated: boolean;
  /** `workspace/applyEdit` */
  readonly applied: boolean;
  /** edits may create files */
  readonly creates: boolean;
}

interface DiagnosticSupport {
  /** the client pulls diagnostics, so that none are pushed */
  readonly pull: boolean;
  /** `workspace/diagnostic/refresh` */
  readonly refresh: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: readonly DiagnosticTag[];
}

interface SymbolSupport {
  readonly hierarchical: boolean;
  readonly kinds: readonly SymbolKind[];
}

/** @param capabilities as a client sends them; an optional feature that is missing is not supported */
export function readCapabilities({
  textDocument,
  workspace,
  window,
  experimental,
}: ClientCapabilities): ClientSupport {
  return {
    completion: completionSupport(textDocument),
    hover: { markdown: supportsMarkdown(textDocument?.hover?.contentFormat) },
    codeActions: codeActionSupport(textDocument),
    edits: editSupport(workspace),
    diagnostics: diagnosticSupport(textDocument, workspace),
    symbols: symbolSupport(textDocument),
    maxFolds: maxFolds(textDocument?.foldingRange?.rangeLimit),
    willSave: textDocument?.synchronization?.willSave === true,
    progress: window?.workDoneProgress === true,
    showsDocuments: window?.showDocument?.support === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    previewRefresh: (experimental as Experimental)?.wlcgNotes?.preview?.refreshSupport === true,
  };
}

/** The part of `experimental` that is about this server. */
type Experimental =
  | { readonly wlcgNotes?: { readonly preview?: { readonly refreshSupport?: unknown } | null } | null }
  | null
  | undefined;

type TextDocument = ClientCapabilities["textDocument"];
type WorkspaceCapabilities = ClientCapabilities["workspace"];

/** A client that names no kinds knows those of the first version of LSP. */
function completionSupport(textDocument: TextDocument): CompletionSupport {
  const { completionItem, completionItemKind } = textDocument?.completion ?? {};
  return {
    snippets: completionItem?.snippetSupport === true,
    markdown: supportsMarkdown(completionItem?.documentationFormat),
    labelDetails: completionItem?.labelDetailsSupport === true,
    preselect: completionItem?.preselectSupport === true,
    insertTextModes: listOf(completionItem?.insertTextModeSupport?.valueSet) ?? [],
    kinds: listOf(completionItemKind?.valueSet) ?? valuesUpTo(CompletionItemKind.Reference),
  };
}

/** A client that resolves code actions, or preserves their data, supports literals too. */
function codeActionSupport(textDocument: TextDocument): CodeActionSupport {
  const { codeActionLiteralSupport, resolveSupport, dataSupport, isPreferredSupport } =
    textDocument?.codeAction ?? {};
  return {
    literals: Boolean(codeActionLiteralSupport ?? resolveSupport ?? dataSupport),
    resolvesEdit: listOf(resolveSupport?.properties)?.includes("edit") === true,
    isPreferred: isPreferredSupport === true,
    data: dataSupport === true,
  };
}

function editSupport(workspace: WorkspaceCapabilities): EditSupport {
  const { changeAnnotationSupport, documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  const versioned = documentChanges === true;
  return {
    versioned,
    annotated: Boolean(changeAnnotationSupport) && versioned,
    applied: workspace?.applyEdit === true,
    creates: versioned && listOf(resourceOperations)?.includes("create") === true,
  };
}

/** LSP 3.17 has the optional fields for pushed diagnostics only, 3.18 for pulled ones too. */
function diagnosticSupport(textDocument: TextDocument, workspace: WorkspaceCapabilities): DiagnosticSupport {
  const capabilities: readonly (DiagnosticsCapabilities | undefined)[] = [
    textDocument?.publishDiagnostics,
    textDocument?.diagnostic,
  ];
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: capabilities.some((capability) => capability?.relatedInformation === true),
    codeDescription: capabilities.some((capability) => capability?.codeDescriptionSupport === true),
    tags: capabilities.flatMap((capability) => listOf(capability?.tagSupport?.valueSet) ?? []),
  };
}

/** A client that names no kinds knows those of the first version of LSP. */
function symbolSupport(textDocument: TextDocument): SymbolSupport {
  const { hierarchicalDocumentSymbolSupport, symbolKind } = textDocument?.documentSymbol ?? {};
  return {
    hierarchical: hierarchicalDocumentSymbolSupport === true,
    kinds: listOf(symbolKind?.valueSet) ?? valuesUpTo(SymbolKind.Array),
  };
}

function maxFolds(limit: unknown): number {
  return typeof limit === "number" && limit >= 0 ? limit : Number.POSITIVE_INFINITY;
}

/** The first format is the preferred one. A client that names none supports Markdown. */
function supportsMarkdown(formats: readonly MarkupKind[] | undefined): boolean {
  return !Array.isArray(formats) || formats[0] === MarkupKind.Markdown;
}

/** A client may send anything. */
function listOf<T>(value: readonly T[] | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The values of an enumeration that begins with 1. */
function valuesUpTo<T extends number>(last: T): readonly T[] {
  return Array.from({ length: last }, (_, index) => (index + 1) as T);
}
