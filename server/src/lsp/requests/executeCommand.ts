import {
  ErrorCodes,
  type ExecuteCommandParams,
  ExecuteCommandRequest,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { applyEditCommand, type VersionedEdit } from "./applyEditCommand";
import { type RequestContext, request } from "./request";

export const executeCommandRequest = request(ExecuteCommandRequest.type, executeCommand);

/** Sends the edit of a code action to the client; an error if the file has changed since. */
function executeCommand(
  { client, workspace }: RequestContext,
  { command, arguments: args }: ExecuteCommandParams,
): null | ResponseError<void> {
  const { uri, version, edit } = (args?.[0] ?? {}) as Partial<VersionedEdit>;
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
