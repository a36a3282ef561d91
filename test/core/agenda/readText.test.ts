import { describe, expect, test } from "vitest";
import { agendaOfText } from "../../../server/src/core/agenda/text/readText";
import { agendaSummary, readSamples } from "../../support/agendaSamples";

const today = "2026-03-01";

function summaryOf(text: string): readonly string[] {
  const reading = agendaOfText(text, { today });
  return "agenda" in reading ? agendaSummary(reading.agenda) : [reading.problem];
}

describe("an agenda of a mail or a wiki is read with all its parts", () => {
  test.each(readSamples("mails.txt"))("$name", ({ text, expected }) => {
    expect([...summaryOf(text)].sort()).toEqual([...expected].sort());
  });
});

describe("the order of the entries is that of the text", () => {
  test.each(readSamples("mails.txt"))("$name", ({ text, expected }) => {
    const entries = (lines: readonly string[]): readonly string[] =>
      lines.filter((line) => /^[-\d]/.test(line));
    expect(entries(summaryOf(text))).toEqual(entries(expected));
  });
});

describe("what is no agenda is refused", () => {
  test.each(readSamples("other.txt"))("$name", ({ text }) => {
    expect(summaryOf(text)).toEqual([expect.stringMatching(/^The text is not an agenda/)]);
  });
});

describe("an agenda with other line ends and marks is the same", () => {
  const samples = readSamples("mails.txt");
  test.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["quotes of a mail", (text: string) => text.replaceAll(/^/gm, "> ")],
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["blank lines at both ends", (text: string) => `\n\n${text}\n\n`],
  ])("%s", (_, change) => {
    for (const { text } of samples) expect(summaryOf(change(text))).toEqual(summaryOf(text));
  });
});

test("a date without a year is left out where today is not known", () => {
  const reading = agendaOfText("Agenda, 10 March\n14:00 News\n14:10 AOB\n");
  expect(reading).toMatchObject({ agenda: { remarks: ["A date without a year is left out."] } });
  expect("agenda" in reading && reading.agenda.meeting.date).toBeUndefined();
});

test("a session has its title without the word before it", () => {
  expect(summaryOf("Agenda\n\nSession: Storage\n14:00 News\n14:10 Ceph\n").join("\n")).not.toMatch(
    /Session: /,
  );
});

test("quoted lines are read only if the others are no agenda", () => {
  const own = "Agenda\n14:00 News\n14:10 AOB\n";
  const quoted = "> Agenda\n> 15:00 Old news\n> 15:10 Old AOB\n";
  expect(summaryOf(own + quoted)).toEqual(summaryOf(own));
  expect(summaryOf(`Hello,\n${quoted}`).join("\n")).toContain("Old news");
});

test("the days of a copied page of Indico have the year of the event, whatever the day of the reader", () => {
  const page = (year: number) =>
    `Workshop\nSep 12, ${year}, 9:00 AM → Sep 14, ${year}, 5:00 PM\nMon, September 12\n9:00 AM\nWelcome\n15m\n9:15 AM\nCeph in practice\n60m\nTue, September 13\n9:00 AM\nTokens\n30m\n`;
  for (const reader of ["2022-09-01", "2026-11-30"]) {
    const reading = agendaOfText(page(2022), { today: reader });
    const { meeting, entries } = "agenda" in reading ? reading.agenda : { meeting: undefined, entries: [] };
    expect([meeting?.date, meeting?.endDate]).toEqual(["2022-09-12", "2022-09-14"]);
    expect(entries.map(({ title, date }) => [title, date])).toEqual([
      ["Welcome", undefined],
      ["Ceph in practice", undefined],
      ["Tokens", "2022-09-13"],
    ]);
  }
});

test("a row of a table with another day is not in the session of the day before", () => {
  const rows = ["10 March 2026 | 10:00 | A", "11 March 2026 | 10:00 | B", "11 March 2026 | 11:00 | C"];
  const text = `## Session: Storage\n\n| Date | Time | Title |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
  const reading = agendaOfText(text, { today });
  expect("agenda" in reading && reading.agenda.entries.map(({ title, session }) => [title, session])).toEqual(
    [
      ["A", "Storage"],
      ["B", undefined],
      ["C", undefined],
    ],
  );
});

describe("an address in a sentence", () => {
  const meetingOf = (line: string) => {
    const reading = agendaOfText(`Pre-GDB, 12 January 2027\n${line}\n\n14:00 News\n14:10 AOB\n`, { today });
    return "agenda" in reading ? reading.agenda.meeting : undefined;
  };

  test.each([
    ["https://indico.example.org/event/77/.", "https://indico.example.org/event/77/"],
    ["https://indico.example.org/meetings/event/77.", "https://indico.example.org/meetings/event/77"],
    [
      "https://indico.example.org/event/77/timetable/?view=standard,",
      "https://indico.example.org/event/77/timetable/?view=standard",
    ],
    ["https://indico.example.org/e/pre-gdb!", "https://indico.example.org/e/pre-gdb"],
  ])("is that of the event: %s", (address, url) =>
    expect(meetingOf(`The agenda is at ${address}`)?.url).toBe(url),
  );

  test.each([
    "https://indico.example.org/event/77/contributions/5/",
    "https://indico.example.org/event/77/attachments/1/2/a.pdf",
  ])("is not that of the event: %s", (address) =>
    expect(meetingOf(`More at ${address}.`)?.url).toBeUndefined(),
  );

  test.each([
    ["Rucio (B. Scribe), slides at https://example.org/a.pdf.", "Rucio", "B. Scribe"],
    ["Rucio (see the slides at https://example.org/a.pdf) (B. Scribe)", "Rucio", "B. Scribe"],
    ["Rucio (B. Scribe, https://example.org/a.pdf)", "Rucio", "B. Scribe"],
    ["Rucio - pdf: https://example.org/a.pdf", "Rucio", undefined],
    ["Slides for all, https://example.org/a.pdf", "Slides for all", undefined],
  ])("is not in the title of an entry: %s", (line, title, speaker) => {
    const reading = agendaOfText(`Agenda, 12 January 2027\n14:00 ${line}\n14:10 AOB\n`, { today });
    const entry = "agenda" in reading ? reading.agenda.entries[0] : undefined;
    expect(entry).toMatchObject({ title, links: [{ url: "https://example.org/a.pdf" }] });
    expect(entry).toMatchObject({ speakers: speaker === undefined ? [] : [{ name: speaker }] });
  });
});

describe("a range of days is a date and an end", () => {
  test.each([
    "4 et 5 mai 2026",
    "4 und 5. Mai 2026",
    "4./5. Mai 2026",
    "4 e 5 maggio 2026",
    "4 y 5 de mayo de 2026",
    "4-5 May 2026",
    "4 & 5 May 2026",
    "May 4 and 5, 2026",
    "04.-05.05.2026",
    "Mon 4 - Tue 5 May 2026",
  ])("%s", (days) => {
    const reading = agendaOfText(`Workshop, ${days}\n\n14:00 News\n14:10 AOB\n`, { today });
    expect(reading).toMatchObject({
      agenda: { meeting: { date: "2026-05-04", endDate: "2026-05-05" }, remarks: [] },
    });
  });
});

test("a day of a meeting with a year has no remark on its year", () => {
  const reading = agendaOfText("Workshop, 5 May 2025\n\nTuesday 6 May\n14:00 News\n14:10 AOB\n", { today });
  expect(reading).toMatchObject({ agenda: { meeting: { endDate: "2025-05-06" }, remarks: [] } });
});

describe("the next meeting is not the meeting", () => {
  const list = "14:00 News\n14:10 AOB\n";
  test.each([
    `Call, 1 April 2027\nNext meeting: 13 April 2027\n\n${list}`,
    `Next meeting: 13 April 2027\nCall, 1 April 2027\n\n${list}`,
    `Call, 1 April 2027\n\n${list}Next meeting: 13 April 2027, 14:00\n`,
    `Call, 1 April 2027\n\n${list}\nNächste Sitzung: 13. April 2027\n`,
    `Call, 1 April 2027\n\n${list}\nProchaine réunion : 13 avril\n`,
    `Call, 1 April 2027\n\n${list}\nThe next meeting is on Tuesday 13 April.\n`,
    `Call, 1 April 2027\n\n${list}\nNext meeting:\n13 April 2027, 14:00\n`,
    `Call, 1 April 2027\n\n${list}\n## Next meeting\n\n13 April 2027\n`,
    `Call, 1 April 2027\n\n${list}\nNext: 13 April 2027\n`,
  ])("%j", (text) =>
    expect(agendaOfText(text, { today })).toMatchObject({
      agenda: { meeting: { date: "2027-04-01", nextMeeting: "2027-04-13" } },
    }),
  );

  test("but it is, if the text has no other date above its list", () => {
    const reading = agendaOfText(`Next meeting: 13 April 2027 at 14:00\n\n${list}`, { today });
    expect(reading).toMatchObject({ agenda: { meeting: { date: "2027-04-13" } } });
    expect("agenda" in reading && reading.agenda.meeting.nextMeeting).toBeUndefined();
  });
});

describe("a room beside the address of a conference is the place", () => {
  test.each([
    ["Room 40-S2-B01, Zoom https://cern.zoom.us/j/1", "Room 40-S2-B01"],
    ["Room 40-S2-B01 / Zoom: https://cern.zoom.us/j/1", "Room 40-S2-B01"],
    ["Room 40-S2-B01 and Zoom <https://cern.zoom.us/j/1>", "Room 40-S2-B01"],
    ["https://cern.zoom.us/j/1 (Zoom), Room 40-S2-B01", "Room 40-S2-B01"],
    ["CERN 31/3-004 (Zoom: https://cern.zoom.us/j/1)", "CERN 31/3-004"],
    ["Room: 40-S2-B01, Zoom: https://cern.zoom.us/j/1", "40-S2-B01"],
    ["Control room logbook: https://example.org/2", undefined],
  ])("%s", (line, place) => {
    const reading = agendaOfText(`Call, 1 April 2027\n${line}\n\n14:00 News\n14:10 AOB\n`, { today });
    const { meeting } = "agenda" in reading ? reading.agenda : { meeting: undefined };
    expect(meeting?.place).toBe(place);
    expect(meeting?.links).toHaveLength(1);
  });
});
