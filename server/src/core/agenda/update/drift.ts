/** The differences between a file and an agenda as findings, on request only: no analysis reports them. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import { unsuppressed } from "../../analysis/suppressions";
import type { Finding } from "../../findings/finding";
import { labelText } from "../../text/displayText";
import type { Edit } from "../../text/range";
import type { Agenda } from "../agenda";
import { agendaChanges, editsOf } from "./agendaChanges";

export interface Drift {
  /** with offsets of the file; the fix of each takes the agenda's version */
  readonly findings: readonly Finding[];
  /** the fixes of all findings */
  readonly edits: readonly Edit[];
  /** sentences about entries that could not be compared */
  readonly remarks: readonly string[];
  /** the file cannot be compared; the remarks have the reason */
  readonly isRefused?: true;
}

/** The differences that no comment suppresses. */
export function driftOf(document: MeetingDocument, agenda: Agenda): Drift {
  const { changes, remarks, isRefused } = agendaChanges(document, agenda);
  const shown = unsuppressed(
    document,
    changes.map((change) => ({ code: "differs-from-agenda" as const, range: change.range, change })),
  ).map(({ change }) => change);
  const findings = shown.map(
    ({ label, range, edits }): Finding => ({
      code: "differs-from-agenda",
      range,
      message: `${labelText(label)}.`,
      fixes: () => [{ title: "Take the agenda's version", edits, preferred: true }],
    }),
  );
  return { findings, edits: editsOf(shown), remarks, ...(isRefused && { isRefused }) };
}
