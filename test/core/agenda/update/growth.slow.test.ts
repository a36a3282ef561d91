import { expect, it } from "vitest";
import { agendaChanges } from "../../../../server/src/core/agenda/update/agendaChanges";
import { meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { agendaOf, event, talk } from "../../../support/agenda";
import { readMeeting } from "../../../support/meeting";

/** @param shift minutes that each entry is later, and by which the ids of the entries grow */
function agenda(count: number, shift: number) {
  return agendaOf(
    Array.from({ length: count }, (_, at) =>
      talk(`Rucio: on k8s ${at}`, {
        start: (540 + at * 5 + shift) % 1440,
        url: `${event}contributions/${at + shift}/`,
        speakers: [{ name: "A. Forti" }],
        abstract: "About clusters.\n\n- one\n- two: x",
      }),
    ),
  );
}

/** Milliseconds of processor time. */
function timeFor(count: number): number {
  const document = readMeeting(meetingText(agenda(count, 0)));
  document.units();
  const before = process.cpuUsage().user;
  const { changes, remarks } = agendaChanges(document, agenda(count, 10));
  expect(remarks).toEqual([]);
  expect(changes.length).toBeGreaterThan(count);
  return (process.cpuUsage().user - before) / 1000;
}

it("compares ten times as many entries in about ten times the time", { timeout: 120_000 }, () => {
  timeFor(500);
  expect(timeFor(5000)).toBeLessThan(30 * timeFor(500) + 2000);
});
