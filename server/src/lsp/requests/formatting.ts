import { DocumentFormattingRequest } from "vscode-languageserver";
import { formatting } from "../../features/formatting";
import { afterParse } from "./request";

export const formattingRequest = afterParse(DocumentFormattingRequest.type, [], ({ view }) =>
  formatting(view),
);
