/** The differences between a file and an agenda as findings, on request only: no analysis reports them. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { Finding } from "../../findings/finding";
import { labelText } from "../../text/displayText";
import type { Agenda } from "../agenda";
import { agendaChanges, type UpdateOptions } from "./agendaChanges";

/** @returns findings with offsets of the file; the fix of each takes the agenda's version */
export function driftFindings(
  document: MeetingDocument,
  agenda: Agenda,
  options?: UpdateOptions,
): readonly Finding[] {
  return agendaChanges(document, agenda, options).changes.map(({ label, range, edits }) => ({
    code: "differs-from-agenda",
    range,
    message: `${labelText(label)}.`,
    fixes: () => [{ title: "Take the agenda's version", edits, preferred: true }],
  }));
}
