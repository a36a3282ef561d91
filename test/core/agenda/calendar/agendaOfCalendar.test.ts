import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agendaOfCalendar } from "../../../../server/src/core/agenda/calendar/agendaOfCalendar";
import { agendaIn, agendaText, problemIn } from "../../../support/agendaText";
import { indicoText, indicoVersions } from "../../../support/indicoFixtures";

function read(text: string): string {
  return agendaText(agendaIn(agendaOfCalendar(text)));
}

/** A calendar of events, each as lines. */
function calendar(...events: readonly string[]): string {
  const lines = events.map((event) => `BEGIN:VEVENT\r\n${event.replaceAll("\n", "\r\n")}\r\nEND:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${lines.join("")}END:VCALENDAR\r\n`;
}

const utc = "remark: The calendar has no time zone: its times are in UTC.";

describe.each(indicoVersions)("calendars of Indico %s", (version) => {
  const names = [
    "board.event",
    "workshop.event",
    "eastern.event",
    "lecture.event",
    "empty.event",
    "workshop.calendar-event",
    "workshop.calendar-sessions",
  ];
  it.each(names)("%s", async (name) => {
    const text = read(indicoText(`recorded/${version}/${name}.ics`));
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/${name}.txt`);
  });
});

describe("calendars of this program come back", () => {
  it.each(["workshop", "weekly", "everything", "pre-gdb", "board"])("%s", async (name) => {
    const file = new URL(`../../../golden/${name}/agenda.ics`, import.meta.url);
    await expect(`${read(readFileSync(file, "utf8"))}\n`).toMatchFileSnapshot(`expected/own.${name}.txt`);
  });
});

describe("time zones", () => {
  const talks = (properties: string, zone = "") =>
    read(
      calendar(`SUMMARY:A\n${properties}`, `SUMMARY:B\n${properties}`).replace(
        "VERSION:2.0",
        `VERSION:2.0\r\n${zone}X-A:1`,
      ),
    ).split("\n");

  it.each([
    ["Europe/Zurich", "Europe/Zurich"],
    ["US/Eastern", "America/New_York"],
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["/citadel.org/20260101_1/Europe/Zurich", "Europe/Zurich"],
  ])("TZID=%s", (tzid, zone) => {
    const lines = talks(`DTSTART;TZID=${tzid}:20260310T150000\nDTEND;TZID=${tzid}:20260310T153000`);
    expect(lines).toEqual([`2026-03-10 | ${zone}`, "15:00 +30 A", "15:00 +30 B"]);
  });

  it("of the calendar", () => {
    const lines = talks("DTSTART:20260310T140000Z\nDURATION:PT1H30M", "X-WR-TIMEZONE:Europe/Zurich\r\n");
    expect(lines).toEqual(["2026-03-10 | Europe/Zurich", "15:00 +90 A", "15:00 +90 B"]);
  });

  it("UTC, if there is no other", () => {
    expect(talks("DTSTART:20260310T140000Z")).toEqual(["2026-03-10 | UTC", "14:00 A", "14:00 B", utc]);
  });

  it("none", () => {
    expect(talks("DTSTART:20260310T140000")).toEqual(["2026-03-10", "14:00 A", "14:00 B"]);
  });

  it("unknown", () => {
    expect(talks("DTSTART;TZID=My Zone:20260310T140000")).toEqual([
      "2026-03-10",
      "14:00 A",
      "14:00 B",
      "remark: The time zone “My Zone” is unknown: its times are as written.",
    ]);
  });

  it("of most events", () => {
    const at = (zone: string, time: string) => `SUMMARY:${zone}\nDTSTART;TZID=${zone}:20260310T${time}00`;
    const text = read(
      calendar(at("Europe/Zurich", "1500"), at("Europe/Zurich", "1600"), at("Europe/London", "1430")),
    );
    expect(text).toBe(
      "2026-03-10 | Europe/Zurich\n15:00 Europe/Zurich\n15:30 Europe/London\n16:00 Europe/Zurich",
    );
  });
});

describe("calendars of other programs", () => {
  it("the event around all others is the meeting", () => {
    const text = read(
      calendar(
        "SUMMARY:Workshop\nDTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260312\nLOCATION:Room 1 (CERN)\nURL:https://x.example/\nORGANIZER;CN=Ann One:mailto:a@x.example\nDESCRIPTION:<p>Welcome <b>all</b></p>",
        "SUMMARY:Talk\nDTSTART:20260311T090000\nDTEND:20260311T093000\nLOCATION:Room 2 (CERN)\nDESCRIPTION:About it.\nATTACH:https://x.example/a.pdf",
        "SUMMARY:Coffee break\nDTSTART:20260311T093000\nDTEND:20260311T100000",
      ),
    );
    expect(text.split("\n")).toEqual([
      "Workshop | 2026-03-10 to 2026-03-11 | Room 1 (CERN)",
      "https://x.example/",
      "chairs: Ann One",
      "  > Welcome **all**",
      "2026-03-11 09:00 +30 @ Room 2 | Talk",
      "  - Slides: https://x.example/a.pdf",
      "  > About it.",
      "2026-03-11 09:30 +30 -- Coffee break",
    ]);
  });

  it("an event alone is the meeting; repeated ones are read once, cancelled ones not at all", () => {
    const text = read(
      calendar(
        "UID:1\nSUMMARY:Weekly\nDTSTART:20260310T140000\nDTEND:20260310T150000\nRRULE:FREQ=WEEKLY",
        "UID:1\nRECURRENCE-ID:20260317T140000\nSUMMARY:Weekly\\, later\nDTSTART:20260317T150000",
        "UID:2\nSTATUS:CANCELLED\nSUMMARY:Off\nDTSTART:20260310T140000",
      ),
    );
    expect(text.split("\n")).toEqual([
      "Weekly | 2026-03-10",
      "remark: The calendar has no contributions.",
      "remark: Only the first date of repeated events is read: “Weekly”.",
      "remark: Cancelled events are left out: “Off”.",
    ]);
  });

  it("lines that are broken or not needed are ignored", () => {
    const text = calendar(
      "SUMMARY:A\nDTSTART:20260310T140000\ngarbage\nRRULE:FREQ=\nX-ALT;FMTTYPE=",
      "SUMMARY:B\nDTSTART:9",
    );
    expect(read(text)).toBe(
      "2026-03-10\n14:00 A\nB\nremark: Only the first date of repeated events is read: “A”.",
    );
  });

  it("a talk of this program whose title ends as the id of a meeting does is a talk", () => {
    const text = calendar(
      "UID:2026-03-10-m-meeting@wlcg-notes\nDTSTART;VALUE=DATE:20260310\nSUMMARY:M",
      "UID:2026-03-10-m-next-meeting@wlcg-notes\nDTSTART:20260310T140000\nSUMMARY:Next meeting",
    );
    expect(read(text)).toBe("M | 2026-03-10\n14:00 Next meeting");
  });

  it("alarms and time zones are no events", () => {
    const alarm = "BEGIN:VALARM\nDESCRIPTION:Reminder\nEND:VALARM";
    const zone =
      "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    const text = calendar(`SUMMARY:A\nDTSTART:20260310T140000\n${alarm}`).replace(
      "BEGIN:VEVENT",
      `${zone}BEGIN:VEVENT`,
    );
    expect(read(text)).toBe("A | 2026-03-10\nremark: The calendar has no contributions.");
  });
});

describe("problems", () => {
  it.each([
    [
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A",
      "This is not a valid calendar: a part of it may be missing.",
    ],
    ["BEGIN:VCARD\r\nEND:VCARD", "This is not a valid calendar: a part of it may be missing."],
    ["", "This is not a valid calendar: a part of it may be missing."],
    ["BEGIN:VCALENDAR\r\nEND:VCALENDAR", "The calendar has no events."],
    [
      calendar("UID:indico-event-1@x", "UID:indico-event-2@x"),
      "The calendar has 2 meetings; import one of them.",
    ],
  ])("%j", (text, problem) => {
    expect(problemIn(agendaOfCalendar(text))).toBe(problem);
  });
});
