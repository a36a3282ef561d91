import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { type Taggings, taggings } from "../../features/codeActions/tagAllAction";
import { afterParse } from "./request";

interface TaggingsParams {
  readonly textDocument: TextDocumentIdentifier;
}

const type = new RequestType<TaggingsParams, Taggings | null, void>("wlcgNotes/taggings");

export const taggingsRequest = afterParse(type, null, ({ view }) => taggings(view));
