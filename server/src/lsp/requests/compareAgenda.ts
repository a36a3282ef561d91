import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { sourceOf } from "../agenda/agendaSource";
import { type Comparison, compareWithAgenda } from "../agenda/compareAgenda";
import type { Refusal } from "../agenda/refusal";
import { request } from "./request";

interface CompareParams {
  readonly textDocument: TextDocumentIdentifier;
  /** see `sourceOf`; without an address that of the meeting's `url` */
  readonly source?: unknown;
  readonly workDoneToken?: unknown;
}

const type = new RequestType<CompareParams, Comparison | Refusal, void>("wlcgNotes/compareAgenda");

export const compareAgendaRequest = request(type, (context, params, cancellation) => {
  const { textDocument, source, workDoneToken } = params;
  const options = { title: "Comparing with the agenda", cancellation, workDoneToken };
  const file = { uri: textDocument.uri, source: sourceOf(source) };
  return context.cancellableWork.run(options, (work) => compareWithAgenda(context, file, work));
});
