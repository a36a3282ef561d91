import type { Agenda, AgendaReading } from "../../core/agenda/agenda";
import type { Knowledge } from "../../core/analysis/knowledge";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { EventExports } from "../../host/indico/readExports";
import { UsageError } from "../output/output";

/** What an agenda is read from. */
export type AgendaSource =
  | { readonly kind: "exports"; readonly exports: EventExports }
  /** a file or standard input, whose content shows what it is */
  | { readonly kind: "bytes"; readonly bytes: Buffer; readonly path: string };

/** A file with the changes of its agenda. */
interface AgendaUpdate {
  readonly text: string;
  /** number of changes; 0 if the text is the same */
  readonly count: number;
  readonly remarks: readonly string[];
}

export interface AgendaTools {
  readonly read: (source: AgendaSource) => AgendaReading;
  /** the text of a new file; with `tags` themes that suggestions are sure of */
  readonly newFile: (agenda: Agenda, knowledge: Knowledge, options: { readonly tags: boolean }) => string;
  readonly update: (document: MeetingDocument, agenda: Agenda) => AgendaUpdate;
}

function notConnected(): never {
  throw new UsageError("import is not available in this version");
}

// TO CONNECT: `readAgenda`, `meetingText` and `agendaChanges` of `core/agenda` replace the three members
export const agendaTools: AgendaTools = { read: notConnected, newFile: notConnected, update: notConnected };
