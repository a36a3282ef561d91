import {
  countContributions,
  countSuggested,
  meetingText,
  newFileRemarks,
} from "../../core/agenda/write/meetingText";
import { meetingFileName } from "../../core/editing/newMeeting";
import type { Work } from "../client/cancellableWork";
import type { AgendaServices } from "./agendaServices";
import { type AgendaSource, readSource } from "./agendaSource";
import { type Refusal, refusalOf } from "./refusal";

/** The file of a meeting from an agenda. */
export interface ImportedAgenda {
  /** for the file */
  readonly name: string;
  readonly text: string;
  /** the same with the themes that the suggester is sure of; undefined if there are none */
  readonly taggedText?: string;
  readonly contributions: number;
  /** number of contributions with such themes */
  readonly suggested: number;
  /** sentences about what was left out or is uncertain */
  readonly remarks: readonly string[];
}

export async function importAgenda(
  { host, workspace }: Pick<AgendaServices, "host" | "workspace">,
  source: AgendaSource,
  { tags }: { readonly tags: boolean },
  work: Work,
): Promise<ImportedAgenda | Refusal> {
  const reading = await readSource(source, work).catch(refusalOf);
  if ("problem" in reading) return reading;
  const { agenda } = reading;
  const { suggester } = workspace.knowledge;
  const date = host.today();
  const suggested = countSuggested(agenda, suggester);
  const tagged = suggested > 0 ? meetingText(agenda, { date, tag: suggester }) : undefined;
  return {
    name: meetingFileName(agenda.meeting.title ?? "", agenda.meeting.date ?? date),
    text: (tags ? tagged : undefined) ?? meetingText(agenda, { date }),
    ...(tagged !== undefined && { taggedText: tagged }),
    contributions: countContributions(agenda),
    suggested,
    remarks: newFileRemarks(agenda, date),
  };
}
