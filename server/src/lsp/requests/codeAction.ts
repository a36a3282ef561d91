import {
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  type Command,
} from "vscode-languageserver";
import { codeActions } from "../../features/codeActions/codeActions";
import { adaptCodeAction } from "../client/adaptAnswers";
import { commandFor, needsCommands } from "./applyEditCommand";
import { afterParse, type DocumentRequest } from "./request";
import { withTagAllEdit } from "./tagAllEdit";

export const codeActionRequest = afterParse(CodeActionRequest.type, [], (request) => {
  const { view, params, support, settings, diagnosticsService } = request;
  const { diagnostics, only } = params.context;
  const isEager = !support.codeActions.resolvesEdit;
  const { collectedLines } = settings.current;
  const drift = () => diagnosticsService.drift.driftIn(view);
  const options = { range: params.range, diagnostics, only, isEager, collectedLines, drift };
  return codeActions(view, options, settings.current.rules).flatMap((action) => adapted(action, request));
});

/** @returns the code action in the form that the client supports: a literal, a command, or nothing */
function adapted(action: CodeAction, request: DocumentRequest<CodeActionParams>): (CodeAction | Command)[] {
  const { view, support, offeredTagAll } = request;
  offeredTagAll.note(action);
  const complete = support.codeActions.resolvesEdit ? action : withTagAllEdit(action, request);
  const fitting = adaptCodeAction(support, complete);
  if (support.codeActions.literals) return [fitting];
  return needsCommands(support) ? commandFor(fitting, view) : [];
}
