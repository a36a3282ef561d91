import { CompletionResolveRequest } from "vscode-languageserver";
import { resolveCompletion } from "../../features/completion/completion";
import { adaptCompletionItem } from "../client/adaptAnswers";
import { request } from "./request";

export const completionResolveRequest = request(
  CompletionResolveRequest.type,
  ({ support, workspace }, item) =>
    adaptCompletionItem(support, resolveCompletion(item, workspace.knowledge.vocabulary)),
);
