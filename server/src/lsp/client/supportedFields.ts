/** Leaves out of answers what a client does not name among its capabilities. */
import {
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type DiagnosticTag,
  type InsertTextMode,
} from "vscode-languageserver-types";

/** The optional parts of answers, each by whether the client takes it. */
export interface ClientSupport {
  readonly completion: CompletionSupport;
  readonly diagnostics: DiagnosticSupport;
  readonly codeActions: { readonly isPreferred: boolean; readonly data: boolean };
}

export interface CompletionSupport {
  readonly labelDetails: boolean;
  readonly preselect: boolean;
  readonly insertTextModes: readonly InsertTextMode[];
  readonly kinds: readonly CompletionItemKind[];
}

export interface DiagnosticSupport {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: readonly DiagnosticTag[];
}

/** The same diagnostic where the client takes all of it. */
export function diagnosticFor({ diagnostics }: ClientSupport, diagnostic: Diagnostic): Diagnostic {
  const { relatedInformation, codeDescription, tags, ...rest } = diagnostic;
  const taken = tags?.filter((tag) => diagnostics.tags.includes(tag)) ?? [];
  const isWhole =
    (!relatedInformation || diagnostics.relatedInformation) &&
    (!codeDescription || diagnostics.codeDescription) &&
    taken.length === (tags?.length ?? 0);
  if (isWhole) return diagnostic;
  return {
    ...rest,
    ...(codeDescription && diagnostics.codeDescription && { codeDescription }),
    ...(taken.length > 0 && { tags: taken }),
    ...(relatedInformation && diagnostics.relatedInformation && { relatedInformation }),
  };
}

export function supportedAction(support: ClientSupport, action: CodeAction): CodeAction {
  const { isPreferred, data, diagnostics, ...rest } = action;
  return {
    ...rest,
    ...(diagnostics && { diagnostics: diagnostics.map((one) => diagnosticFor(support, one)) }),
    ...(isPreferred && support.codeActions.isPreferred && { isPreferred }),
    ...(data !== undefined && support.codeActions.data && { data: data as unknown }),
  };
}

export function supportedCompletion({ completion }: ClientSupport, list: CompletionList): CompletionList {
  return { ...list, items: list.items.map((item) => supportedItem(completion, item)) };
}

function supportedItem(support: CompletionSupport, item: CompletionItem): CompletionItem {
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

/** Themes are a value where the client has no members of enumerations. */
function knownKind(
  kind: CompletionItemKind,
  known: readonly CompletionItemKind[],
): CompletionItemKind | undefined {
  return [kind, CompletionItemKind.Value].find((candidate) => known.includes(candidate));
}
