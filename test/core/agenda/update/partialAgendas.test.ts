import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Agenda } from "../../../../server/src/core/agenda/agenda";
import { readAgenda } from "../../../../server/src/core/agenda/read/readAgenda";
import { agendaChanges, editsOf } from "../../../../server/src/core/agenda/update/agendaChanges";
import { fileZone } from "../../../../server/src/core/agenda/update/fileZone";
import { meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { applyEdits } from "../../../../server/src/core/text/range";
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

interface TimetableEntry {
  title: string;
  room: string;
  startDate: { time: string };
  endDate: { time: string };
  conveners?: readonly unknown[];
  entries?: Record<string, TimetableEntry>;
}

/** The agenda of a timetable whose session Networks is an hour later in another room. */
function movedTimetable(): Agenda {
  const json = JSON.parse(readFileSync(new URL("workshop.timetable.json", folder), "utf8"));
  const days: Record<string, Record<string, TimetableEntry>> = Object.values(json.results)[0] as never;
  const move = (entry: TimetableEntry): void => {
    entry.room = "Room Z";
    for (const date of [entry.startDate, entry.endDate])
      date.time = date.time.replace(/^\d+/, (hour) => String(Number(hour) + 1).padStart(2, "0"));
  };
  for (const entry of Object.values(days).flatMap((day) => Object.values(day))) {
    if (entry.title !== "Networks") continue;
    entry.conveners = [{ firstName: "Ann", familyName: "One" }];
    for (const one of [entry, ...Object.values(entry.entries ?? {})]) move(one);
  }
  const reading = readAgenda(JSON.stringify(json), { name: "workshop.timetable.json" });
  if ("problem" in reading) throw new Error(reading.problem);
  return reading.agenda;
}

test("a session that moved in a timetable moves with its talks", () => {
  const text = meetingText(recorded("workshop.sessions.json"));
  const { changes } = agendaChanges(readMeeting(text), movedTimetable());
  const after = applyEdits(text, editsOf(changes));
  const session = after.slice(after.indexOf("  - title: Networks"));
  expect(session.slice(0, session.indexOf("  - title:", 5))).toMatch(
    /start: "10:00"\n {4}duration: 120\n {4}place: Room Z\n {4}conveners: \[Ann One\]/,
  );
  expect(changes.filter(({ label }) => label.startsWith("Network topic"))).toHaveLength(4);
  const again = agendaChanges(readMeeting(after), movedTimetable());
  expect(again.changes).toEqual([]);
});

test("a file keeps its sessions and parts with an export of contributions, which has no details of them", () => {
  const file = readMeeting(meetingText(recorded("workshop.sessions.json")));
  expect(agendaChanges(file, recorded("workshop.contributions.json"))).toEqual({ changes: [], remarks: [] });
});
