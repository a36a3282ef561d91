import type { CodeAction } from "vscode-languageserver";
import { tagAllEdit } from "../../features/codeActions/tagAllAction";
import { adaptResolvedAction } from "../client/adaptAnswers";
import type { RequestContext } from "./request";

/** @returns the action with its edit; unchanged if the file has changed since */
export function withTagAllEdit(
  action: CodeAction,
  { offeredTagAll, support, workspace }: RequestContext,
): CodeAction {
  const data = offeredTagAll.dataOf(action);
  const view = data && workspace.view(data.uri);
  if (!view || view.positions.version !== data.version) return action;
  return adaptResolvedAction(support, { ...action, edit: tagAllEdit(view, support.edits.annotated) });
}
