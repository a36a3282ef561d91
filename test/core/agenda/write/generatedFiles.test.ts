import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validAgenda } from "../../../../server/src/core/agenda/validAgenda";
import { plainMap } from "../../../../server/src/core/agenda/write/layout";
import { meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { entryKeys, meetingKeys } from "../../../../server/src/core/agenda/write/writtenKeys";
import { MeetingDocument } from "../../../../server/src/core/analysis/meetingDocument";
import type { Code } from "../../../../server/src/core/findings/codes";
import { agendas } from "../../../support/agenda";
import { knowledge, readMeeting } from "../../../support/meeting";

function valuesIn(text: string): readonly unknown[] {
  const trimmed = (_: string, value: unknown): unknown =>
    typeof value === "string" ? value.replace(/\n$/, "") : value;
  return MeetingDocument.read(text, knowledge)
    .units()
    .filter(({ summary }) => summary.kind !== "sessions")
    .map(({ withUnit }) => JSON.parse(JSON.stringify(withUnit((unit) => unit.value)), trimmed));
}

/** What such agendas have: items without themes, at any time of day. */
const expectedCodes: readonly Code[] = ["untagged-item", "schedule-overlap"];

describe("a generated agenda", () => {
  it("is read back letter by letter, with no other findings than true ones", () => {
    fc.assert(
      fc.property(agendas, (agenda) => {
        const text = meetingText(agenda);
        const { meeting, entries } = validAgenda(agenda);
        expect(valuesIn(text)).toEqual([
          plainMap(meetingKeys(meeting, undefined)),
          ...entries.map((entry) => plainMap(entryKeys(entry))),
        ]);
        const codes = readMeeting(text)
          .findings()
          .map(({ code }) => code);
        expect(codes.filter((code) => !expectedCodes.includes(code))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
