/** Code actions for clients that take nothing but commands: the server applies their edits when it is asked to. */
import {
  type CodeAction,
  type Command,
  ErrorCodes,
  type ExecuteCommandParams,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { View } from "../features/shared/view";
import type { Client } from "./client/client";
import type { Workspace } from "./workspace/workspace";

export const applyEditCommand = "wlcgNotes.applyEdit";

/** An edit for one version of a file. */
interface Application {
  readonly uri: string;
  readonly version: number | null;
  readonly edit: WorkspaceEdit;
}

/** The action as a command; none where it has no edit. */
export function commandFor({ title, edit }: CodeAction, { uri, positions }: View): Command[] {
  if (!edit) return [];
  const application: Application = { uri, version: positions.version, edit };
  return [{ title, command: applyEditCommand, arguments: [application] }];
}

/** Has the client apply an edit that `commandFor` made; an error where the file has changed since. */
export function runCommand(
  { command, arguments: given }: ExecuteCommandParams,
  client: Client,
  workspace: Workspace,
): null | ResponseError<void> {
  const { uri, version, edit } = (given?.[0] ?? {}) as Partial<Application>;
  if (command !== applyEditCommand || typeof edit !== "object" || typeof uri !== "string")
    return new ResponseError(ErrorCodes.InvalidParams, "This is not a command of this server.");
  const view = workspace.view(uri);
  if (!view || view.positions.version !== version)
    return new ResponseError(
      LSPErrorCodes.ContentModified,
      "The file has changed since the edit was offered.",
    );
  void client.ask("workspace/applyEdit", { label: "WLCG k8s Notes", edit });
  return null;
}
