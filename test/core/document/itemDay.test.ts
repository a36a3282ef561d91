import { describe, expect, it } from "vitest";
import { dayOf, placeOf, scheduleDefaults } from "../../../server/src/core/document/itemDay";
import { notesOf } from "../../../server/src/core/notes/read/notesOf";
import { readMeeting } from "../../support/meeting";

const text = `meeting:
  title: Workshop
  date: 2019-12-10
  place: CERN
sessions:
  - title: Storage
    date: 2019-12-11
    place: Room 40
  - {title: Network, date: 2019-12-10, start: "09:00", place: Room 2}
  - {title: Network, date: 2019-12-11, start: "09:00", place: Room 3}
  - {title: network, date: 2019-12-11, start: "14:00", place: Room 4}
contributions:
  - {title: In the first slot, session: Network}
  - {title: On the day of the second, session: Network, date: 2019-12-11}
  - {title: In the third slot, session: Network, date: 2019-12-11, start: "14:30"}
  - {title: On another day, session: Network, date: 2019-12-12}
  - title: Of the meeting
  - title: Of its session
    session: storage
  - title: With a date and a place
    session: Storage
    date: 2019-12-12
    place: Room 1
  - title: Not of the calendar
    session: Storage
    date: 2019-02-30
  - title: Of an unknown session
    session: Unknown
  - break: Coffee
    session: Storage
`;

const summaries = readMeeting(text)
  .units()
  .map(({ summary }) => summary);
const defaults = scheduleDefaults(summaries);
const itemNamed = (title: string) => summaries.find((summary) => summary.title === title) ?? expect.fail();

describe("the day and the place of an item", () => {
  it.each([
    ["Of the meeting", "2019-12-10", "CERN"],
    ["Of its session", "2019-12-11", "Room 40"],
    ["With a date and a place", "2019-12-12", "Room 1"],
    ["Not of the calendar", "2019-12-11", "Room 40"],
    ["Of an unknown session", "2019-12-10", "CERN"],
    ["Coffee", "2019-12-11", "Room 40"],
    ["Storage", "2019-12-11", "Room 40"],
    ["In the first slot", "2019-12-10", "Room 2"],
    ["On the day of the second", "2019-12-11", "Room 3"],
    ["In the third slot", "2019-12-11", "Room 4"],
    ["On another day", "2019-12-12", "Room 2"],
  ])("%s", (title, day, place) => {
    expect([dayOf(itemNamed(title), defaults), placeOf(itemNamed(title), defaults)]).toEqual([day, place]);
  });
});

describe("the days of a session with several entries", () => {
  const three = [
    "{date: 2026-03-09, place: R1}",
    "{date: 2026-03-10, place: R2}",
    "{date: 2026-03-11, place: R3}",
  ];
  const at = (start: string, slots = three): readonly string[] =>
    slots.map((slot) => slot.replace("}", `, start: "${start}"}`));
  /** @param items `09:00`, or the keys of a contribution @returns the days of the month */
  function daysOf(slots: readonly string[], items: readonly string[]): readonly string[] {
    const entry = (keys: string): string => `  - {title: Plenary, ${keys.replace("{", "")}\n`;
    const keysOf = (item: string): string => (/^\d/.test(item) ? `start: "${item}"` : item);
    const file = `meeting:
  title: Workshop
  date: 2026-03-09
  endDate: 2026-03-11
sessions:
${slots.map(entry).join("")}contributions:
${items.map((item, index) => `  - {title: T${index}, session: Plenary${item === "" ? "" : `, ${keysOf(item)}`}}\n`).join("")}`;
    const document = readMeeting(file);
    const units = document.units().map(({ summary }) => summary);
    const schedule = scheduleDefaults(units);
    const days = units
      .filter(({ kind }) => kind === "contributions")
      .map((item) => dayOf(item, schedule)?.slice(-2) ?? "");
    expect(document.findings().map(({ code }) => code)).not.toContain("schedule-overlap");
    const notes = notesOf(document).items.map(({ date }) => date?.slice(-2) ?? "");
    expect(notes).toEqual(days);
    return days;
  }

  it.each([
    [at("09:00"), ["09:00", "10:00", "09:00", "10:00", "09:00"], "09 09 10 10 11"],
    [three, ["09:00", "10:00", "09:00", "10:00", "09:00"], "09 09 10 10 11"],
    [at("09:00"), ["", "09:00", "", "09:00", "", "09:00", ""], "09 09 09 10 10 11 11"],
    [at("09:00"), ["09:00", "10:00"], "09 09"],
    [at("09:00"), ["09:00", "08:30", "09:30", "09:00"], "09 10 10 11"],
    [at("09:00"), ["09:00", "09:00", "09:00", "09:00"], "09 10 11 11"],
    [at("09:00"), ["date: 2026-03-10, start: '09:00'", "10:00", "09:00"], "10 10 11"],
    [at("09:00"), ["09:00", "date: 2026-03-11", "10:00"], "09 11 11"],
    [at("09:00"), ["09:00", "place: r2, start: '09:30'", "10:00", "09:00"], "09 10 10 11"],
    [at("22:00"), ["22:00", "23:30", "00:15", "22:00", "01:00", "22:00"], "09 09 09 10 10 11"],
    [
      ["{date: 2026-03-09, start: '09:00'}", "{date: 2026-03-10, start: '14:00'}"],
      ["09:00", "14:00"],
      "09 10",
    ],
    [
      ["{date: 2026-03-09, start: '14:00'}", "{date: 2026-03-10, start: '09:00'}"],
      ["14:00", "09:00"],
      "09 10",
    ],
    [
      ["{date: 2026-03-09, start: '14:00'}", "{date: 2026-03-10, start: '09:00'}"],
      ["09:00", "10:00"],
      "10 10",
    ],
    [
      ["{place: A}", "{place: B}", "{date: 2026-03-10, place: A}", "{date: 2026-03-10, place: B}"],
      [
        "place: A, start: '09:00'",
        "place: B, start: '09:00'",
        "place: A, start: '09:00'",
        "place: B, start: '09:00'",
      ],
      "09 09 10 10",
    ],
    [["{place: A}", "{place: B}"], ["10:00", "09:00"], "09 09"],
    [["{start: '09:00'}", "{start: '14:00'}", "{date: 2026-03-10}"], ["09:00", "14:00", "09:00"], "09 09 10"],
  ] as const)("%j: %j", (slots, items, days) => expect(daysOf(slots, items).join(" ")).toBe(days));
});
