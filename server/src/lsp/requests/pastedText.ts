import { type Range, RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { pastedText } from "../../features/pastedText";
import { immediate } from "./request";

interface PastedTextParams {
  readonly textDocument: TextDocumentIdentifier;
  /** the cursor, or the selection that the text replaces */
  readonly range: Range;
  readonly text: string;
}

const type = new RequestType<PastedTextParams, string | null, void>("wlcgNotes/pastedText");

export const pastedTextRequest = immediate(type, null, ({ view, params }) =>
  typeof params.text === "string" ? pastedText(view, params.range, params.text) : null,
);
