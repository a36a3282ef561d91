import { Range, type TextDocument, WorkspaceEdit, workspace } from "vscode";

/** An edit as the server sends it; lines and characters are 0-based. */
export interface ProtocolEdit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * Applies edits in one undo step.
 * @param version of the text that they were computed for
 * @returns false if the text has changed since, or the edits were refused
 */
export async function applyEdits(
  document: TextDocument,
  version: number | null,
  edits: readonly ProtocolEdit[],
): Promise<boolean> {
  if (document.version !== version) return false;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  return workspace.applyEdit(edit);
}

export function toRange({ start, end }: ProtocolEdit["range"]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
