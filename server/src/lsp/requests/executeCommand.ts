import {
  type CancellationToken,
  ErrorCodes,
  type ExecuteCommandParams,
  ExecuteCommandRequest,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { runAgendaCommand } from "./agendaCommands";
import { applyEditCommand, type VersionedEdit } from "./applyEditCommand";
import { type RequestContext, request } from "./request";

export const executeCommandRequest = request(ExecuteCommandRequest.type, executeCommand);

function executeCommand(
  context: RequestContext,
  { command, arguments: given, workDoneToken }: ExecuteCommandParams,
  cancellation: CancellationToken,
): unknown {
  const args: readonly unknown[] = Array.isArray(given) ? given : [];
  const running = runAgendaCommand(context, { command, args, workDoneToken, cancellation });
  return running ?? applyEdit(context, command, args);
}

/** Sends the edit of a code action to the client; an error if the file has changed since. */
function applyEdit(
  { client, workspace }: RequestContext,
  command: string,
  [argument]: readonly unknown[],
): null | ResponseError<void> {
  const { uri, version, edit } = (argument ?? {}) as Partial<VersionedEdit>;
  if (command !== applyEditCommand || typeof edit !== "object" || typeof uri !== "string")
    return new ResponseError(ErrorCodes.InvalidParams, "Unknown command, or invalid arguments.");
  const view = workspace.view(uri);
  if (!view || view.positions.version !== version)
    return new ResponseError(
      LSPErrorCodes.ContentModified,
      "The file has changed since the edit was offered.",
    );
  void client.ask("workspace/applyEdit", { label: "WLCG k8s Notes", edit });
  return null;
}
