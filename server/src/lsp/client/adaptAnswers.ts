/** Fits answers to a client that cannot take them as they are. */
import {
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Hover,
  InsertTextFormat,
  MarkupContent,
  MarkupKind,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { plainText } from "./plainTextOf";

/** What of its capabilities matters here; Markdown is taken for granted until a client names its formats without it. */
export interface ClientLimits {
  readonly snippets: boolean;
  readonly versionedEdits: boolean;
  readonly markdownHovers: boolean;
  readonly markdownCompletions: boolean;
}

/**
 * Without snippets the text stands there as it is, the places to fill in left empty. Such clients match what is
 * typed with what they insert: Neovim 0.7 leaves the item's range aside where a `filterText` is given.
 */
export function completionFor(limits: ClientLimits, list: CompletionList): CompletionList {
  return limits.snippets ? list : { ...list, items: list.items.map(plainItem) };
}

export function completionItemFor(limits: ClientLimits, item: CompletionItem): CompletionItem {
  const { documentation } = item;
  if (limits.markdownCompletions || !MarkupContent.is(documentation)) return item;
  return { ...item, documentation: inPlainText(documentation) };
}

export function hoverFor(limits: ClientLimits, hover: Hover | null): Hover | null {
  if (limits.markdownHovers || !hover || !MarkupContent.is(hover.contents)) return hover;
  return { ...hover, contents: inPlainText(hover.contents) };
}

function inPlainText({ value }: MarkupContent): MarkupContent {
  return { kind: MarkupKind.PlainText, value: plainText(value) };
}

/** A client gets versioned edits where it can take them, and else the same ones without; Kate 22.12 would make both. */
export function codeActionFor(limits: ClientLimits, action: CodeAction): CodeAction {
  if (limits.versionedEdits || !action.edit?.documentChanges) return action;
  return { ...action, edit: { changes: changesOf(action.edit) } };
}

function changesOf({ documentChanges = [] }: WorkspaceEdit): Record<string, TextEdit[]> {
  return Object.fromEntries(
    documentChanges
      .filter((change) => TextDocumentEdit.is(change))
      .map(({ textDocument, edits }) => [textDocument.uri, edits.filter((edit) => "newText" in edit)]),
  );
}

function plainItem({ filterText: _, ...item }: CompletionItem): CompletionItem {
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
