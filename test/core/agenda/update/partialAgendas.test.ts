import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Agenda } from "../../../../server/src/core/agenda/agenda";
import { readAgenda } from "../../../../server/src/core/agenda/read/readAgenda";
import { agendaChanges } from "../../../../server/src/core/agenda/update/agendaChanges";
import { fileZone } from "../../../../server/src/core/agenda/update/fileZone";
import { meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { readMeeting } from "../../../support/meeting";

const folder = new URL("../../../fixtures/indico/recorded/3.3.14/", import.meta.url);

function recorded(name: string, timezone?: string): Agenda {
  const text = readFileSync(new URL(name, folder), "utf8");
  const reading = readAgenda(text, { name, ...(timezone !== undefined && { timezone }) });
  if ("problem" in reading) throw new Error(reading.problem);
  return reading.agenda;
}

test.each([
  ["workshop", "event.ics"],
  ["workshop", "calendar-sessions.ics"],
  ["workshop", "timetable.json"],
  ["workshop", "copied"],
  ["eastern", "event.ics"],
  ["eastern", "copied"],
  ["board", "copied"],
])("the file of %s keeps its items, times and sessions with %s", (event, source) => {
  const file = readMeeting(meetingText(recorded(`${event}.sessions.json`), { date: "2026-01-01" }));
  const names =
    source === "copied" ? [`copied.${event}.html`, `copied.${event}.txt`] : [`${event}.${source}`];
  for (const name of names) {
    const agenda = recorded(name, fileZone(file));
    expect(agenda.isPartial).toBe(true);
    const labels = agendaChanges(file, agenda).changes.map(({ kind, label }) => `${kind}: ${label}`);
    expect(labels.filter((label) => !/^(?:new: New break|changed: .*: parts$)/.test(label))).toEqual([]);
  }
});
