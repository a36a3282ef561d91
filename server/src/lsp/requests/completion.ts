import { CompletionRequest } from "vscode-languageserver";
import { completion } from "../../features/completion/completion";
import { adaptCompletion } from "../client/adaptAnswers";
import { immediate } from "./request";

export const completionRequest = immediate(CompletionRequest.type, null, ({ view, params, support }) => {
  const { position, context } = params;
  return adaptCompletion(support, completion(view, position, context?.triggerCharacter));
});
