import { type ClientCapabilities, MarkupKind } from "vscode-languageserver";
import type { ClientLimits } from "./adaptAnswers";

/** What a client said of itself, as far as answers depend on it. */
export function limitsOf({ textDocument, workspace }: ClientCapabilities): ClientLimits {
  // the first is the one it likes best
  const takesMarkdown = (formats: readonly MarkupKind[] | undefined): boolean =>
    !Array.isArray(formats) || formats[0] === MarkupKind.Markdown;
  const completion = textDocument?.completion?.completionItem;
  return {
    snippets: completion?.snippetSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    markdownHovers: takesMarkdown(textDocument?.hover?.contentFormat),
    markdownCompletions: takesMarkdown(completion?.documentationFormat),
  };
}
