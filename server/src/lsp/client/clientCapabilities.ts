import {
  type ClientCapabilities,
  CompletionItemKind,
  type DiagnosticsCapabilities,
  SymbolKind,
} from "vscode-languageserver";
import type { SymbolSupport } from "./flatSymbols";
import type { ClientSupport, CompletionSupport, DiagnosticSupport } from "./supportedFields";

/** The optional parts of answers that a client takes. What it does not name it does not take. */
export function supportOf({ textDocument }: ClientCapabilities): ClientSupport {
  const { codeAction } = textDocument ?? {};
  return {
    completion: completionSupport(textDocument),
    diagnostics: diagnosticSupport(textDocument),
    codeActions: {
      isPreferred: codeAction?.isPreferredSupport === true,
      data: codeAction?.dataSupport === true,
    },
  };
}

/** How a client takes an outline; one that names no kinds of symbols knows those of the first version of LSP. */
export function symbolSupport({ textDocument }: ClientCapabilities): SymbolSupport {
  const { hierarchicalDocumentSymbolSupport, symbolKind } = textDocument?.documentSymbol ?? {};
  return {
    hierarchical: hierarchicalDocumentSymbolSupport === true,
    kinds: listOf(symbolKind?.valueSet) ?? upTo(SymbolKind.Array),
  };
}

/** How many folds a client takes of a file; without end where it does not say. */
export function foldLimit({ textDocument }: ClientCapabilities): number {
  const limit: unknown = textDocument?.foldingRange?.rangeLimit;
  return typeof limit === "number" && limit >= 0 ? limit : Number.POSITIVE_INFINITY;
}

/** Code actions as literals; who can resolve one, or keep its data, has literals too. */
export function takesLiterals({ textDocument }: ClientCapabilities): boolean {
  const { codeActionLiteralSupport, resolveSupport, dataSupport } = textDocument?.codeAction ?? {};
  return Boolean(codeActionLiteralSupport ?? resolveSupport ?? dataSupport);
}

type TextDocument = ClientCapabilities["textDocument"];

function completionSupport(textDocument: TextDocument): CompletionSupport {
  const { completionItem, completionItemKind } = textDocument?.completion ?? {};
  return {
    labelDetails: completionItem?.labelDetailsSupport === true,
    preselect: completionItem?.preselectSupport === true,
    insertTextModes: listOf(completionItem?.insertTextModeSupport?.valueSet) ?? [],
    kinds: listOf(completionItemKind?.valueSet) ?? upTo(CompletionItemKind.Reference),
  };
}

/** LSP 3.17 names it for pushed diagnostics alone, 3.18 for both ways. */
function diagnosticSupport(textDocument: TextDocument): DiagnosticSupport {
  const named: readonly (DiagnosticsCapabilities | undefined)[] = [
    textDocument?.publishDiagnostics,
    textDocument?.diagnostic,
  ];
  return {
    relatedInformation: named.some((one) => one?.relatedInformation === true),
    codeDescription: named.some((one) => one?.codeDescriptionSupport === true),
    tags: named.flatMap((one) => listOf(one?.tagSupport?.valueSet) ?? []),
  };
}

/** A client may send anything. */
function listOf<T>(value: readonly T[] | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Values of an enumeration that begins with 1. */
function upTo<T extends number>(last: T): readonly T[] {
  return Array.from({ length: last }, (_, index) => (index + 1) as T);
}
