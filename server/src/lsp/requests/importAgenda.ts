import { RequestType } from "vscode-languageserver";
import { sourceOf } from "../agenda/agendaSource";
import { type ImportedAgenda, importAgenda } from "../agenda/importAgenda";
import type { Refusal } from "../agenda/refusal";
import { request } from "./request";

interface ImportParams {
  /** see `sourceOf` */
  readonly source?: unknown;
  /** `text` has the themes that the suggester is sure of */
  readonly tags?: unknown;
  readonly workDoneToken?: unknown;
}

const type = new RequestType<ImportParams, ImportedAgenda | Refusal, void>("wlcgNotes/importAgenda");

export const importAgendaRequest = request(type, (context, params, cancellation) => {
  const { source, tags, workDoneToken } = params ?? {};
  const options = { title: "Reading the agenda", cancellation, workDoneToken };
  return context.cancellableWork.run(options, (work) =>
    importAgenda(context, sourceOf(source), { tags: tags === true }, work),
  );
});
