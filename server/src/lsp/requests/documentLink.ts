import { DocumentLinkRequest } from "vscode-languageserver";
import { documentLinks, linksAt } from "../../features/documentLinks";
import { blockwise } from "./request";

export const documentLinkRequest = blockwise(DocumentLinkRequest.type, [], {
  prepare: linksAt,
  answer: ({ view }) => documentLinks(view),
});
