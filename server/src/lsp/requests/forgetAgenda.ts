import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { request } from "./request";

interface ForgetParams {
  readonly textDocument: TextDocumentIdentifier;
}

const type = new RequestType<ForgetParams, null, void>("wlcgNotes/forgetAgenda");

/** Ends the comparison of a file with its agenda. */
export const forgetAgendaRequest = request(type, ({ diagnosticsService }, { textDocument: { uri } }) => {
  if (diagnosticsService.drift.forget(uri)) diagnosticsService.refresh(uri);
  return null;
});
