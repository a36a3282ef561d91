import { DocumentSymbolRequest } from "vscode-languageserver";
import { documentSymbols, itemsAt } from "../../features/documentSymbols";
import { adaptSymbols } from "../client/adaptAnswers";
import { blockwise } from "./request";

export const documentSymbolRequest = blockwise(DocumentSymbolRequest.type, [], {
  prepare: itemsAt,
  answer: ({ view, support }) => adaptSymbols(support, documentSymbols(view), view.uri),
});
