import { describe, expect, it } from "vitest";
import { agendaChanges, editsOf } from "../../../../server/src/core/agenda/update/agendaChanges";
import { applyEdits } from "../../../../server/src/core/text/range";
import { agendaOf, event, talk } from "../../../support/agenda";
import { fixableExamples } from "../../../support/findingExamples";
import { readMeeting } from "../../../support/meeting";

const agenda = agendaOf(
  [
    talk("Before", { start: 540 }),
    talk("x", {
      start: 600,
      duration: 20,
      speakers: [{ name: "Bea Two" }],
      abstract: "a\nb",
      place: "Room 1",
    }),
    talk("After", { url: `${event}contributions/3/`, parts: [{ title: "One", speakers: [], links: [] }] }),
  ],
  { sessions: [{ title: "Storage", place: "Room 2", conveners: [] }] },
);

describe("a file with a finding", () => {
  it.each(fixableExamples)("follows an agenda without new errors: %s %j", (_, item) => {
    const text = `meeting:\n  title: Meeting\n  date: 2027-03-09\ncontributions:\n${item}`;
    const before = readMeeting(text);
    const after = applyEdits(text, editsOf(agendaChanges(before, agenda).changes));
    const document = readMeeting(after);
    expect(agendaChanges(document, agenda).changes).toEqual([]);
    const count = (of: typeof before): number =>
      of.findings().filter(({ code }) => code === "yaml-syntax" || code === "look-alike-character").length;
    expect(count(document)).toBeLessThanOrEqual(count(before));
  });
});
