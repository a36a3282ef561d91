import {
  type CompletionItem,
  CompletionItemKind,
  type Position,
  SnippetString,
  type TextDocument,
} from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient/node";

type Provide = NonNullable<CompletionMiddleware["provideCompletionItem"]>;

/** Fits what the server proposes to the keys of VS Code. */
export const completionMiddleware: Provide = async (document, position, context, token, next) => {
  // before the server is asked: more may have been typed when it answers
  const isInBrackets = isBeforeBracket(document, position);
  const result = await next(document, position, context, token);
  const items = Array.isArray(result) ? result : (result?.items ?? []);
  for (const item of items) {
    if (item.kind === CompletionItemKind.Property) triggerSuggestAfter(item);
    if (isInBrackets) acceptOnEnter(item);
  }
  return result;
};

/** Opens the list again where the inserted key left the cursor: `themes: [|]`. */
function triggerSuggestAfter(item: CompletionItem): void {
  item.command = { command: "editor.action.triggerSuggest", title: "", arguments: [{ auto: true }] };
}

/**
 * With `editor.acceptSuggestionOnEnter` at `smart`, Enter behind a word that is complete begins a new
 * line, which is not what it means in `[security|]`. VS Code holds that no snippet is complete.
 */
function acceptOnEnter(item: CompletionItem): void {
  if (typeof item.insertText === "string") item.insertText = new SnippetString().appendText(item.insertText);
}

function isBeforeBracket(document: TextDocument, { line, character }: Position): boolean {
  return /^\s*[\]}]/.test(document.lineAt(line).text.slice(character));
}
