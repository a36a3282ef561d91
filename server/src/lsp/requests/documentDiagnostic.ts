import { DocumentDiagnosticRequest } from "vscode-languageserver";
import { request } from "./request";

export const documentDiagnosticRequest = request(
  DocumentDiagnosticRequest.type,
  ({ diagnosticsService }, { textDocument, previousResultId }) =>
    diagnosticsService.report(textDocument.uri, previousResultId),
);
