import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agenda } from "../../../server/src/core/agenda/agenda";
import { agendaChanges, editsOf } from "../../../server/src/core/agenda/update/agendaChanges";
import { meetingText } from "../../../server/src/core/agenda/write/meetingText";
import { applyEdits } from "../../../server/src/core/text/range";
import { agendas } from "../../support/agenda";
import { readMeeting } from "../../support/meeting";

function updated(text: string, agenda: Agenda): string {
  return applyEdits(text, editsOf(agendaChanges(readMeeting(text), agenda).changes));
}

function labels(text: string, agenda: Agenda): readonly string[] {
  return agendaChanges(readMeeting(text), agenda).changes.map(({ kind, label }) => `${kind} ${label}`);
}

describe("generated agendas", () => {
  it("give no changes for the file that they wrote", () => {
    fc.assert(
      fc.property(agendas, (agenda) => {
        expect(agendaChanges(readMeeting(meetingText(agenda)), agenda)).toEqual({ changes: [], remarks: [] });
      }),
      { numRuns: 400 },
    );
  });

  it("are followed by the file of another one, once", () => {
    fc.assert(
      fc.property(agendas, agendas, (first, second) => {
        const text = updated(meetingText(first), second);
        expect(agendaChanges(readMeeting(text), second)).toEqual({ changes: [], remarks: [] });
      }),
      { numRuns: 400 },
    );
  });
});
