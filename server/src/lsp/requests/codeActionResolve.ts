import { CodeActionResolveRequest } from "vscode-languageserver";
import { request } from "./request";
import { withTagAllEdit } from "./tagAllEdit";

export const codeActionResolveRequest = request(CodeActionResolveRequest.type, (context, action) =>
  withTagAllEdit(action, context),
);
