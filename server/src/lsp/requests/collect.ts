import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { type CollectedEntries, collectedEntries } from "../../features/codeActions/collectActions";
import { afterParse } from "./request";

interface CollectParams {
  readonly textDocument: TextDocumentIdentifier;
}

const type = new RequestType<CollectParams, CollectedEntries | null, void>("wlcgNotes/collect");

export const collectRequest = afterParse(type, null, ({ view, settings }) =>
  collectedEntries(view, settings.current.collectedLines),
);
