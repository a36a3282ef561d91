import { type Range, RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { type PastedEntries, pastedEntries } from "../../features/pastedAgenda";
import { immediate } from "./request";

interface PastedAgendaParams {
  readonly textDocument: TextDocumentIdentifier;
  /** the cursor, or the selection that the text replaces */
  readonly range: Range;
  readonly text: string;
  /** the same as HTML, if the clipboard has it */
  readonly html?: unknown;
}

const type = new RequestType<PastedAgendaParams, PastedEntries | null, void>("wlcgNotes/pastedAgenda");

export const pastedAgendaRequest = immediate(type, null, ({ view, params, host }) => {
  const { range, text, html } = params;
  if (typeof text !== "string") return null;
  const pasted = { text, ...(typeof html === "string" && { html }) };
  return pastedEntries(view, range, pasted, host.today());
});
