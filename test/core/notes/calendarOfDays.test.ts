import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../server/src/core/notes/calendar";
import { hostileMeeting } from "../../support/hostile";
import { readMeeting } from "../../support/meeting";

const workshop = `meeting:
  title: Workshop
  date: 2026-03-28
  endDate: 2026-03-30
  series: WS
  chairs: [A. Forti, {name: B. B, affiliation: CERN}]
  place: CERN
  timezone: Europe/Zurich
  url: https://indico.cern.ch/event/1
  links: [{title: Video conference, url: "https://example.org/v"}]
sessions:
  - {title: Storage, date: 2026-03-29, place: Room 40}
  - {title: Evening, date: 2026-03-29}
contributions:
  - {title: One, start: "09:00", duration: 20}
  - {title: Late, session: Evening, start: "21:30", duration: 30}
  - {title: Two, session: Storage, start: "09:00", duration: 30, speakers: [{name: E. Speaker, affiliation: CERN}]}
  - {break: Coffee, session: Storage, start: "10:00", duration: 15}
  - {title: Three, session: Storage, date: 2026-03-30, start: "14:00", place: Aula}
`;

interface Component {
  readonly [name: string]: string;
}

/** The components of a kind, each with its properties as text; the parser throws for an invalid file. */
function componentsIn(text: string, kind: "vevent" | "vtodo"): readonly Component[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents(kind)
    .map((component) =>
      Object.fromEntries(
        component.getAllProperties().map((property) => [property.name, String(property.getFirstValue())]),
      ),
    );
}

function eventsIn(text: string): readonly Component[] {
  return componentsIn(calendarOf(readMeeting(text)).text, "vevent");
}

function todosIn(text: string): readonly Component[] {
  return componentsIn(calendarOf(readMeeting(text)).text, "vtodo");
}

describe("the meeting in its calendar", () => {
  it("is an event of whole days, from the first to the last, that leaves the time free", () => {
    expect(eventsIn(workshop)[0]).toMatchObject({
      uid: "2026-03-28-workshop-meeting@wlcg-notes",
      summary: "Workshop",
      dtstart: "2026-03-28",
      dtend: "2026-03-31",
      transp: "TRANSPARENT",
      location: "CERN",
      url: "https://indico.cern.ch/event/1",
      description:
        "Series: WS\nChairs: A. Forti, B. B (CERN)\nVideo conference: https://example.org/v\nhttps://indico.cern.ch/event/1",
    });
  });

  it.each([
    ["date: 2026-03-28", "2026-03-29"],
    ["date: 2026-03-28, endDate: 2026-03-27", "2026-03-29"],
    ["date: 2026-03-28, endDate: soon", "2026-03-29"],
    ["date: 2025-12-31, endDate: 2026-01-01", "2026-01-02"],
    ["date: 2026-03-28, timezone: Mars/Olympus", "2026-03-29"],
  ])("with {%s} ends before %s", (head, end) => {
    expect(eventsIn(`meeting: {title: M, ${head}}\ncontributions: []\n`)).toMatchObject([{ dtend: end }]);
  });

  it.each(["place: CERN", "date: soon", "date: 2026-02-30"])("is not there with {%s}", (head) => {
    expect(eventsIn(`meeting: {title: M, ${head}}\ncontributions: []\n`)).toEqual([]);
  });
});

describe("a contribution in a calendar of several days", () => {
  it("is on its own day, else on that of its session, else on that of the meeting", () => {
    expect(eventsIn(workshop).map(({ summary, dtstart }) => [summary, dtstart])).toEqual([
      ["Workshop", "2026-03-28"],
      ["One", "2026-03-28T08:00:00Z"],
      ["Late", "2026-03-29T19:30:00Z"],
      ["Two", "2026-03-29T07:00:00Z"],
      ["Three", "2026-03-30T12:00:00Z"],
    ]);
  });

  it("has its place, else that of its session, else that of the meeting; a break is no event", () => {
    const places = eventsIn(workshop).map(({ summary, location }) => [summary, location]);
    expect(places.slice(1)).toEqual([
      ["One", "CERN"],
      ["Late", "CERN"],
      ["Two", "Room 40"],
      ["Three", "Aula"],
    ]);
  });

  it("names its speakers and its session", () => {
    expect(eventsIn(workshop)[3]?.description).toBe("Speakers: E. Speaker (CERN)\nSession: Storage");
  });

  it("keeps its id when it moves to another day", () => {
    const moved = workshop.replace("date: 2026-03-30, start", "date: 2026-03-29, start");
    const ids = (text: string) => eventsIn(text).map(({ uid }) => uid);
    expect(moved).not.toBe(workshop);
    expect(ids(moved)).toEqual(ids(workshop));
  });

  it("is there without a date of the meeting if it has one itself", () => {
    const text = 'meeting: {title: M}\ncontributions:\n  - {title: x, date: 2026-03-28, start: "9:00"}\n';
    expect(eventsIn(text)).toMatchObject([{ summary: "x", dtstart: "2026-03-28T09:00:00" }]);
  });
});

const withActions = `meeting: {title: Board 7, date: 2026-03-28, series: Board, url: "https://example.org/7"}
contributions:
  - title: Storage
    actions:
      - {text: "Ask; again, please", owners: [A. Forti, B. B], due: 2026-04-01, id: A12, since: 2026-01-10}
      - {text: Thank the hosts, owner: A. Forti, status: done, closed: 2026-03-29}
actions:
  - {text: Carried over, owner: C. C, status: in-progress, due: next week}
  - {text: No more, status: dropped}
`;

describe("an action in a calendar", () => {
  it("is a task with its owners, due date and status", () => {
    const todos = todosIn(withActions);
    expect(todos.map(({ summary, status }) => [summary, status])).toEqual([
      ["Carried over", "IN-PROCESS"],
      ["No more", "CANCELLED"],
      ["Ask; again, please", "NEEDS-ACTION"],
      ["Thank the hosts", "COMPLETED"],
    ]);
    expect(todos[2]).toMatchObject({
      due: "2026-04-01",
      url: "https://example.org/7",
      description:
        "Number: A12\nOwners: A. Forti, B. B\nSince: 2026-01-10\nFrom: Storage\nMeeting: Board 7, 2026-03-28",
    });
    expect(todos[0]).toMatchObject({
      description: "Owner: C. C\nDue: next week\nMeeting: Board 7, 2026-03-28",
    });
    expect(todos[3]).toMatchObject({ completed: "2026-03-29T12:00:00Z", "percent-complete": "100" });
  });

  it("has the same id in the next meeting of the series, by its number or its text", () => {
    const next = withActions
      .replaceAll("Board 7", "Board 8")
      .replace("2026-03-28", "2026-04-28")
      .replace("Ask; again, please", "Ask them again")
      .replace("Carried over", "carried  over!");
    const ids = (text: string) => todosIn(text).map(({ uid }) => uid);
    expect(ids(next)).toEqual(ids(withActions));
    expect(new Set(ids(next)).size).toBe(4);
  });

  it("has a newer revision in a later meeting, and after progress", () => {
    const stampOf = (date: string, status: string) =>
      todosIn(
        `meeting: {title: M, date: ${date}}\ncontributions: []\nactions: [{text: x, status: ${status}}]\n`,
      )[0]?.dtstamp ?? "";
    const stamps = [
      stampOf("2026-03-28", "open"),
      stampOf("2026-03-28", "in-progress"),
      stampOf("2026-03-28", "done"),
      stampOf("2026-04-28", "open"),
    ];
    expect(stamps.toSorted()).toEqual(stamps);
    expect(new Set(stamps).size).toBe(4);
  });

  it("has a different id for each of two with the same text", () => {
    const text = "meeting: {title: M}\ncontributions: []\nactions: [{text: x}, {text: x}]\n";
    expect(new Set(todosIn(text).map(({ uid }) => uid)).size).toBe(2);
  });
});

describe("every calendar", () => {
  const texts = [
    workshop,
    withActions,
    hostileMeeting,
    hostileMeeting.replace(/date: .*/, "date: 2026-03-28").replace(/ {2}timezone: .*\n/, ""),
    ...globSync(["sample/*.contributions.yaml", "test/golden/*.contributions.yaml"]).map((file) =>
      readFileSync(file, "utf8"),
    ),
  ];

  it.each(texts)("has what RFC 5545 requires: %#", (text) => {
    const { text: calendar } = calendarOf(readMeeting(text));
    const all = [...componentsIn(calendar, "vevent"), ...componentsIn(calendar, "vtodo")];
    for (const { uid, dtstamp } of all) {
      expect(uid).toMatch(/@wlcg-notes$/);
      expect(dtstamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    for (const { dtstart = "", dtend } of componentsIn(calendar, "vevent")) {
      expect(dtstart).not.toBe("");
      if (dtend !== undefined) expect(dtend >= dtstart).toBe(true);
    }
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    const lines = calendar.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => /[\n\r]/.test(line))).toEqual([]);
    expect(calendarOf(readMeeting(text)).text).toBe(calendar);
  });
});

describe("hostile text in a task", () => {
  it("stays within its line", () => {
    const hostile = "a,b;c\\r\\nEND:VTODO\\nX:y\\u0000\\ud800";
    const text = `meeting: {title: "${hostile}", date: 2026-03-28}\ncontributions: []\nactions: [{text: "${hostile}", owner: "${hostile}", id: "${hostile}", due: "${hostile}", status: open}]\n`;
    const { text: calendar } = calendarOf(readMeeting(text));
    const lines = calendar.replaceAll("\r\n ", "").split("\r\n");
    expect(lines.filter((line) => line === "END:VTODO")).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith("X:"))).toEqual([]);
    expect(componentsIn(calendar, "vtodo")).toHaveLength(1);
  });
});
