import type { Agenda } from "../../core/agenda/agenda";
import { fileZone } from "../../core/agenda/update/fileZone";
import { eventAddress } from "../../core/minutes/eventAddress";
import { type AgendaUpdate, agendaUpdate } from "../../features/agendaUpdate";
import { severityOf } from "../../features/diagnostics/diagnostics";
import type { View } from "../../features/shared/view";
import { adaptEdit } from "../client/adaptAnswers";
import type { Work } from "../client/cancellableWork";
import type { AgendaServices } from "./agendaServices";
import { type AgendaSource, readSource } from "./agendaSource";
import { fileNotOpen, type Refusal, refusalOf } from "./refusal";

interface AgendaOfFile {
  /** of the file after the agenda was read */
  readonly view: View;
  readonly agenda: Agenda;
}

/** What a file is compared with. */
export interface FileAndSource {
  readonly uri: string;
  readonly source: AgendaSource;
}

export interface Comparison {
  readonly differences: number;
  readonly remarks: readonly string[];
}

/** The changes that bring a file in line with its agenda. */
export async function updateFromAgenda(
  services: AgendaServices,
  file: FileAndSource,
  { tags }: { readonly tags: boolean },
  work: Work,
): Promise<AgendaUpdate | Refusal> {
  const found = await agendaOfFile(services, file, work);
  if ("problem" in found) return found;
  const { view, agenda } = found;
  const { support } = services;
  const update = agendaUpdate(view, agenda, { tags, isAnnotated: support.edits.annotated });
  if ("problem" in update) return update;
  return { ...update, edit: adaptEdit(support, update.edit) };
}

/** Reports the differences as diagnostics, until the file is closed or its agenda forgotten. */
export async function compareWithAgenda(
  services: AgendaServices,
  file: FileAndSource,
  work: Work,
): Promise<Comparison | Refusal> {
  const found = await agendaOfFile(services, file, work);
  if ("problem" in found) return found;
  const { view, agenda } = found;
  const { diagnosticsService, settings } = services;
  const { findings, remarks, isRefused } = diagnosticsService.drift.compare(view, agenda);
  if (isRefused) {
    diagnosticsService.drift.forget(view.uri);
    diagnosticsService.refresh(view.uri);
    return { problem: remarks.join(" ") };
  }
  diagnosticsService.refresh(view.uri);
  const isOff = severityOf("differs-from-agenda", settings.current.rules) === "off";
  return {
    differences: findings.length,
    remarks: [
      ...agenda.remarks,
      ...remarks,
      ...(isOff && findings.length > 0
        ? ["The setting of `differs-from-agenda` is `off`: nothing is shown."]
        : []),
    ],
  };
}

/** @throws NetworkError if the person cancels it */
async function agendaOfFile(
  { diagnosticsService }: AgendaServices,
  { uri, source }: FileAndSource,
  work: Work,
): Promise<AgendaOfFile | Refusal> {
  const before = await diagnosticsService.fullView(uri);
  if (!before) return fileNotOpen;
  const { document } = before;
  const meeting = { address: eventAddress(document), timezone: fileZone(document) };
  const reading = await readSource(source, work, meeting).catch(refusalOf);
  if ("problem" in reading) return reading;
  const view = await diagnosticsService.fullView(uri);
  return view ? { view, agenda: reading.agenda } : fileNotOpen;
}
