import { type CompletionItem, CompletionItemKind, type Position, Range, SnippetString } from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient/node";
import { isEndOfValue } from "./closingMarks";

type Provide = NonNullable<CompletionMiddleware["provideCompletionItem"]>;

/** Adapts the server's completions to the keys of VS Code. */
export const completionMiddleware: Provide = async (document, position, context, token, next) => {
  // before the request: the text may have changed when the server answers
  const { text } = document.lineAt(position.line);
  const isInBrackets = isBeforeBracket(text, position);
  const result = await next(document, position, context, token);
  const items = Array.isArray(result) ? result : (result?.items ?? []);
  for (const item of items) {
    if (item.kind === CompletionItemKind.Property) triggerSuggestAfter(item);
    if (isInBrackets) acceptOnEnter(item);
  }
  if (result && !Array.isArray(result) && items.some(addsMarks)) {
    result.isIncomplete = true; // asks again for each letter, so that a word is seen to be complete
    for (const item of items) leaveCompleteWord(item, text, position);
  }
  return result;
};

/** Opens the list again after the inserted key: `themes: [|]`. */
function triggerSuggestAfter(item: CompletionItem): void {
  item.command = { command: "editor.action.triggerSuggest", title: "", arguments: [{ auto: true }] };
}

/**
 * With `editor.acceptSuggestionOnEnter` at `smart`, Enter after a complete word inserts a new line, which is
 * wrong in `[{owner: A. Forti|}]`. VS Code never treats a snippet as complete.
 */
function acceptOnEnter(item: CompletionItem): void {
  if (typeof item.insertText === "string") item.insertText = new SnippetString().appendText(item.insertText);
}

/** True before a bracket, but for the end of a value: Enter continues below the line there (`closingMarks.ts`). */
function isBeforeBracket(text: string, { character }: Position): boolean {
  const [before, after] = [text.slice(0, character), text.slice(character)];
  return /^\s*[\]}]/.test(after) && !isEndOfValue(before, after);
}

/** True for an item that writes its label in brackets or quotes: `[security]`. */
function addsMarks({ label, insertText }: CompletionItem): boolean {
  const name = typeof label === "string" ? label : label.label;
  return typeof insertText === "string" && [`[${name}]`, `["${name}"]`, `"${name}"`].includes(insertText);
}

/** Takes the marks from the item whose label is typed already: Enter then inserts a new line, as after any complete word. */
function leaveCompleteWord(item: CompletionItem, text: string, { character }: Position): void {
  const { label, range } = item;
  if (!(range instanceof Range) || !addsMarks(item)) return;
  const name = typeof label === "string" ? label : label.label;
  if (text.slice(range.start.character, character) === name) item.insertText = name;
}
