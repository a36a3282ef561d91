/**
 * Code actions for clients that support commands only: the server sends their edits when the command is
 * executed.
 */
import type { CodeAction, Command, WorkspaceEdit } from "vscode-languageserver";
import type { View } from "../../features/shared/view";
import type { ClientSupport } from "../client/clientCapabilities";

export const applyEditCommand = "wlcgNotes.applyEdit";

/** The argument of the command: an edit for one version of a file. */
export interface VersionedEdit {
  readonly uri: string;
  readonly version: number | null;
  readonly edit: WorkspaceEdit;
}

/**
 * True if code actions must be commands: the client supports no literals, but applies edits of the server.
 */
export function needsCommands({ codeActions, edits }: ClientSupport): boolean {
  return !codeActions.literals && edits.applied;
}

/** @returns the code action as a command; none if it has no edit */
export function commandFor({ title, edit }: CodeAction, { uri, positions }: View): Command[] {
  if (!edit) return [];
  const argument: VersionedEdit = { uri, version: positions.version, edit };
  return [{ title, command: applyEditCommand, arguments: [argument] }];
}
