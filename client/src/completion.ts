import {
  type CompletionItem,
  CompletionItemKind,
  type Position,
  SnippetString,
  type TextDocument,
} from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient/node";

type Provide = NonNullable<CompletionMiddleware["provideCompletionItem"]>;

/** Adapts the server's completions to the keys of VS Code. */
export const completionMiddleware: Provide = async (document, position, context, token, next) => {
  // before the request: the text may have changed when the server answers
  const isInBrackets = isBeforeBracket(document, position);
  const result = await next(document, position, context, token);
  const items = Array.isArray(result) ? result : (result?.items ?? []);
  for (const item of items) {
    if (item.kind === CompletionItemKind.Property) triggerSuggestAfter(item);
    if (isInBrackets) acceptOnEnter(item);
  }
  return result;
};

/** Opens the list again after the inserted key: `themes: [|]`. */
function triggerSuggestAfter(item: CompletionItem): void {
  item.command = { command: "editor.action.triggerSuggest", title: "", arguments: [{ auto: true }] };
}

/**
 * With `editor.acceptSuggestionOnEnter` at `smart`, Enter after a complete word inserts a new line, which is
 * wrong in `[security|]`. VS Code never treats a snippet as complete.
 */
function acceptOnEnter(item: CompletionItem): void {
  if (typeof item.insertText === "string") item.insertText = new SnippetString().appendText(item.insertText);
}

function isBeforeBracket(document: TextDocument, { line, character }: Position): boolean {
  return /^\s*[\]}]/.test(document.lineAt(line).text.slice(character));
}
