/** Adapts answers to the capabilities of the client: one function for each kind of answer. */
import {
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  MarkupContent,
  MarkupKind,
  type SymbolInformation,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { ClientSupport, CompletionSupport } from "./clientCapabilities";
import { flatten, withKnownKind } from "./flatSymbols";
import { markdownToPlainText } from "./markdownToPlainText";

export function adaptHover({ hover: { markdown } }: ClientSupport, hover: Hover | null): Hover | null {
  if (markdown || !hover || !MarkupContent.is(hover.contents)) return hover;
  return { ...hover, contents: inPlainText(hover.contents) };
}

/**
 * @returns the list with the fields that the client supports; for a client without snippets, placeholders are
 * removed
 */
export function adaptCompletion({ completion }: ClientSupport, list: CompletionList): CompletionList {
  const items = completion.snippets ? list.items : list.items.map(withoutSnippet);
  return { ...list, items: items.map((item) => withSupportedFields(completion, item)) };
}

/** @param item the answer to `completionItem/resolve` */
export function adaptCompletionItem({ completion }: ClientSupport, item: CompletionItem): CompletionItem {
  const { documentation } = item;
  if (completion.markdown || !MarkupContent.is(documentation)) return item;
  return { ...item, documentation: inPlainText(documentation) };
}

export function adaptCodeAction(support: ClientSupport, action: CodeAction): CodeAction {
  const { isPreferred, data, diagnostics, ...rest } = adaptResolvedAction(support, action);
  return {
    ...rest,
    ...(diagnostics && {
      diagnostics: diagnostics.map((diagnostic) => adaptDiagnostic(support, diagnostic)),
    }),
    ...(isPreferred && support.codeActions.isPreferred && { isPreferred }),
    ...(data !== undefined && support.codeActions.data && { data: data as unknown }),
  };
}

/** @param action the answer to `codeAction/resolve` */
export function adaptResolvedAction(support: ClientSupport, action: CodeAction): CodeAction {
  const edit = action.edit && adaptEdit(support, action.edit);
  return edit === action.edit ? action : { ...action, ...(edit && { edit }) };
}

/**
 * @returns the edit with versions, or without them if the client does not support them; Kate 22.12 would apply both
 */
export function adaptEdit({ edits }: ClientSupport, edit: WorkspaceEdit): WorkspaceEdit {
  return edits.versioned || !edit.documentChanges ? edit : { changes: changesOf(edit) };
}

/** @returns the same object if the client supports all of it */
export function adaptDiagnostic({ diagnostics }: ClientSupport, diagnostic: Diagnostic): Diagnostic {
  const { relatedInformation, codeDescription, tags, ...rest } = diagnostic;
  const known = tags?.filter((tag) => diagnostics.tags.includes(tag)) ?? [];
  const isSupported =
    (!relatedInformation || diagnostics.relatedInformation) &&
    (!codeDescription || diagnostics.codeDescription) &&
    known.length === (tags?.length ?? 0);
  if (isSupported) return diagnostic;
  return {
    ...rest,
    ...(codeDescription && diagnostics.codeDescription && { codeDescription }),
    ...(known.length > 0 && { tags: known }),
    ...(relatedInformation && diagnostics.relatedInformation && { relatedInformation }),
  };
}

/** @returns the outline as a tree, or as a list in file order if the client does not support a tree */
export function adaptSymbols(
  { symbols: { hierarchical, kinds } }: ClientSupport,
  symbols: readonly DocumentSymbol[],
  uri: string,
): DocumentSymbol[] | SymbolInformation[] {
  const known = symbols.map((symbol) => withKnownKind(symbol, kinds));
  return hierarchical ? known : known.flatMap((symbol) => flatten(symbol, uri));
}

function inPlainText({ value }: MarkupContent): MarkupContent {
  return { kind: MarkupKind.PlainText, value: markdownToPlainText(value) };
}

function changesOf({ documentChanges = [] }: WorkspaceEdit): Record<string, TextEdit[]> {
  return Object.fromEntries(
    documentChanges
      .filter((change) => TextDocumentEdit.is(change))
      .map(({ textDocument, edits }) => [textDocument.uri, edits.filter((edit) => "newText" in edit)]),
  );
}

/**
 * Clients without snippets match the typed text with the text that they insert: Neovim 0.7 ignores the range
 * of an item that has a `filterText`.
 */
function withoutSnippet({ filterText: _, ...item }: CompletionItem): CompletionItem {
  const { textEdit } = item;
  if (item.insertTextFormat !== InsertTextFormat.Snippet || !textEdit) return item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { ...textEdit, newText: withoutPlaceholders(textEdit.newText) },
  };
}

/** `title: $1`, `${2:2026-01-15}` and `\$` as `title: `, `2026-01-15` and `$`. */
function withoutPlaceholders(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$\{\d+:([^}$]*)\}|\$\d+/g, "$1$2");
}

function withSupportedFields(support: CompletionSupport, item: CompletionItem): CompletionItem {
  const { labelDetails, preselect, insertTextMode, kind, ...rest } = item;
  const known = kind && knownKind(kind, support.kinds);
  return {
    ...rest,
    ...(known && { kind: known }),
    ...(labelDetails && support.labelDetails && { labelDetails }),
    ...(preselect && support.preselect && { preselect }),
    ...(insertTextMode && support.insertTextModes.includes(insertTextMode) && { insertTextMode }),
  };
}

/** Themes are values if the client has no enumeration members. */
function knownKind(
  kind: CompletionItemKind,
  supported: readonly CompletionItemKind[],
): CompletionItemKind | undefined {
  return [kind, CompletionItemKind.Value].find((candidate) => supported.includes(candidate));
}
