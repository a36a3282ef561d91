import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import type { AgendaUpdate } from "../../features/agendaUpdate";
import { sourceOf } from "../agenda/agendaSource";
import { updateFromAgenda } from "../agenda/compareAgenda";
import type { Refusal } from "../agenda/refusal";
import { request } from "./request";

interface ChangesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** see `sourceOf`; without an address that of the meeting's `url` */
  readonly source?: unknown;
  /** new entries have the themes that the suggester is sure of */
  readonly tags?: unknown;
  readonly workDoneToken?: unknown;
}

const type = new RequestType<ChangesParams, AgendaUpdate | Refusal, void>("wlcgNotes/agendaChanges");

export const agendaChangesRequest = request(type, (context, params, cancellation) => {
  const { textDocument, source, tags, workDoneToken } = params;
  const options = { title: "Reading the agenda", cancellation, workDoneToken };
  const file = { uri: textDocument.uri, source: sourceOf(source) };
  return context.cancellableWork.run(options, (work) =>
    updateFromAgenda(context, file, { tags: tags === true }, work),
  );
});
