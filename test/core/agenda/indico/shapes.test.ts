import { describe, expect, it } from "vitest";
import type { Agenda } from "../../../../server/src/core/agenda/agenda";
import { agendaOfExports } from "../../../../server/src/core/agenda/indico/agendaOfExports";
import { agendaIn, agendaText, problemIn } from "../../../support/agendaText";

const event = {
  id: "1",
  title: "Board",
  startDate: { date: "2026-03-10", time: "15:00:00", tz: "Europe/Zurich" },
  endDate: { date: "2026-03-10", time: "16:00:00", tz: "Europe/Zurich" },
  timezone: "Europe/Zurich",
  url: "https://indico.example.org/event/1/",
  contributions: [] as unknown[],
};

function at(time: string, date = "2026-03-10", tz = "Europe/Zurich"): unknown {
  return { date, time, tz };
}

/** The agenda of an event with some other values. */
function agendaWith(values: object): Agenda {
  return agendaIn(agendaOfExports({ event: { results: [{ ...event, ...values }] } }));
}

function contributionsOf(...contributions: readonly object[]): string {
  const lines = agendaText(agendaWith({ contributions }));
  return lines.split("\n").slice(2).join("\n");
}

describe("the outside of an export", () => {
  it.each([
    ["an export", { results: [event], count: 1 }],
    ["a list in a list", { results: [[event]] }],
    ["the event alone", event],
    ["a list with the event", [event]],
    ["no list", { results: [event, null] }],
  ])("%s", (_, json) => {
    expect(agendaIn(agendaOfExports({ event: json })).meeting.title).toBe("Board");
  });

  it.each([
    [{ results: [] }, /^Indico returned no event\./],
    [{ results: {} }, /^Indico returned no event\./],
    [{ results: [event, event] }, /^The export has 2 events; export one of them\.$/],
    [{ results: { 1: {}, 2: {} } }, /^The export has the timetables of 2 events; export one of them\.$/],
    [{ message: "Invalid API\nkey" }, /^Indico answered: Invalid API key$/],
    [
      { error: "invalid_token", error_description: "The token is expired." },
      /^Indico answered: The token is expired\.$/,
    ],
    [{ error: { message: "You are not allowed." } }, /^Indico answered: You are not allowed\.$/],
    [{ results: [1] }, /^The export has no event that can be read\.$/],
    [{ results: "x" }, /^The export has no event that can be read\.$/],
    [{ results: { 1: "x" } }, /^The export has no timetable that can be read\.$/],
    [null, /^This JSON is not an export/],
    [42, /^This JSON is not an export/],
    [{ title: "a package", version: "1" }, /^This JSON is not an export/],
    [{ results: [{ title: "x" }] }, /^The export has no event that can be read\.$/],
  ])("%j", (json, problem) => {
    expect(problemIn(agendaOfExports({ event: json }))).toMatch(problem);
  });

  it("nothing to read", () => {
    expect(problemIn(agendaOfExports({}))).toBe("There is no export to read.");
  });

  it("too many contributions", () => {
    const contributions = Array.from({ length: 20_001 }, () => ({ title: "a" }));
    expect(problemIn(agendaOfExports({ event: { ...event, contributions } }))).toBe(
      "The agenda has 20001 contributions and breaks; at most 20000 can be read.",
    );
  });
});

describe("times", () => {
  it("are in the zone of the event, on its day", () => {
    const agenda = agendaWith({
      timezone: "US/Eastern",
      startDate: at("01:00:00", "2024-03-12"),
      endDate: at("04:30:00", "2024-03-12"),
      contributions: [{ title: "a", startDate: at("01:30:59.123456", "2024-03-12"), duration: 30 }],
    });
    expect(agenda.meeting).toMatchObject({ date: "2024-03-11", timezone: "America/New_York" });
    expect(agenda.meeting.endDate).toBeUndefined();
    expect(agenda.entries[0]).toMatchObject({ start: 20 * 60 + 30, duration: 30 });
  });

  it.each([
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["US/Pacific", "America/Los_Angeles"],
    ["GB", "Europe/London"],
    ["GMT", "UTC"],
    ["UTC", "UTC"],
  ])("zone %s", (timezone, expected) => {
    expect(agendaWith({ timezone }).meeting.timezone).toBe(expected);
  });

  it("an unknown zone of the event", () => {
    const { meeting, remarks } = agendaWith({ timezone: "Mars/Olympus" });
    expect(meeting.timezone).toBe("Europe/Zurich");
    expect(remarks[0]).toBe(
      "The time zone “Mars/Olympus” is unknown: times are in Europe/Zurich, the zone of the server.",
    );
  });

  it("only unknown zones", () => {
    const { meeting, remarks } = agendaWith({
      timezone: "constructor",
      startDate: at("15:00:00", "2026-03-10", "__proto__"),
    });
    expect(meeting).not.toHaveProperty("timezone");
    expect(remarks[0]).toBe("The time zone “constructor” is unknown: times are as written.");
  });

  it("an unknown zone of one time", () => {
    const { entries, remarks } = agendaWith({
      contributions: [{ title: "a", startDate: at("09:00:00", "2026-03-10", "X") }],
    });
    expect(entries[0]?.start).toBe(540);
    expect(remarks).toEqual(["The time zone “X” is unknown: its times are as written."]);
  });

  it.each([
    ["2026-02-30", "09:00:00"],
    ["10000-01-01", "09:00:00"],
    ["2026-03-10", "24:00:00"],
    ["2026-03-10", "9"],
    ["", ""],
  ])("%s %s is none", (date, time) => {
    expect(contributionsOf({ title: "a", startDate: at(time, date) })).toBe("a");
  });

  it.each(["0000-01-01", "9999-12-31"])("the year of %s, in another zone", (date) => {
    const startDate = at("12:00:00", date, "Pacific/Kiritimati");
    expect(contributionsOf({ title: "a", startDate, endDate: startDate })).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d a$/,
    );
  });

  it("a duration is the difference of the times, at most a day", () => {
    const times = [
      { startDate: at("09:00:00"), endDate: at("09:20:00") },
      { startDate: at("09:00:00"), endDate: at("08:00:00") },
      { startDate: at("09:00:00"), endDate: at("09:00:00", "2026-03-12") },
      { startDate: at("09:00:00"), duration: 12.4 },
      { startDate: at("09:00:00"), duration: "12" },
      { startDate: at("09:00:00"), duration: -5 },
    ];
    const { entries } = agendaWith({
      contributions: times.map((time, index) => ({ title: `${index}`, ...time })),
    });
    expect(entries.map(({ duration }) => duration)).toEqual([
      20,
      undefined,
      undefined,
      12,
      undefined,
      undefined,
    ]);
  });

  it("an event that ends at midnight has one day", () => {
    const { meeting } = agendaWith({ endDate: at("00:00:00", "2026-03-11") });
    expect(meeting.endDate).toBeUndefined();
    expect(agendaWith({ endDate: at("00:30:00", "2026-03-11") }).meeting.endDate).toBe("2026-03-11");
  });
});

describe("order", () => {
  it("is by day and time, then those without a time", () => {
    const text = contributionsOf(
      { title: "none" },
      { title: "b", startDate: at("10:00:00") },
      { title: "next day", startDate: at("09:00:00", "2026-03-11") },
      { title: "a", startDate: at("09:00:00") },
      { title: "none either" },
    );
    expect(text).toBe("09:00 a\n10:00 b\n2026-03-11 09:00 next day\nnone\nnone either");
  });
});

describe("persons", () => {
  it.each([
    [
      { first_name: "Sofia", last_name: "Chair", fullName: "Dr Chair, Sofia", affiliation: "CERN" },
      "Sofia Chair (CERN)",
    ],
    [{ fullName: "RIU, Imma" }, "Imma RIU"],
    [{ fullName: "Prof. Rubin, Vera" }, "Vera Rubin"],
    [{ fullName: "Dr LAURET, Jerome" }, "Jerome LAURET"],
    [{ fullName: "Mrs Smith, Jr., Ann" }, "Ann Smith, Jr."],
    [{ fullName: "Drake, Nick" }, "Nick Drake"],
    [{ fullName: "Dr, Who" }, "Who Dr"],
    [{ fullName: "Dr Who" }, "Dr Who"],
    [{ name: "Dr Kim Convener" }, "Kim Convener"],
    [{ firstName: "Kim", familyName: "Convener", name: "Dr Kim Convener" }, "Kim Convener"],
    [{ first_name: "", last_name: "Collaboration" }, "Collaboration"],
    [{ first_name: "A\u0000\n", last_name: " B\u202e ", email: "a@b.example", emailHash: "x" }, "A B"],
  ])("%j", (person, expected) => {
    expect(contributionsOf({ title: "t", speakers: [person] })).toBe(`t by ${expected}`);
  });

  it.each([[[{ fullName: "TBC" }]], [[{}]], [[null, 1]], [null], ["x"], [[[]]]])(
    "no person: %j",
    (speakers) => {
      expect(contributionsOf({ title: "t", speakers })).toBe("t");
    },
  );

  it("are listed once", () => {
    const person = { first_name: "Ann", last_name: "One" };
    expect(contributionsOf({ title: "t", speakers: [person, person] })).toBe("t by Ann One");
  });
});

describe("links", () => {
  const attachments = (...list: readonly object[]) => ({ title: "t", folders: [{ attachments: list }] });

  it.each([
    [attachments({ title: "a", link_url: "https://x.example/a" }), "  - a: https://x.example/a"],
    [
      attachments({ title: "a", download_url: "/event/1/a.pdf" }),
      "  - a: https://indico.example.org/event/1/a.pdf",
    ],
    [
      attachments({ title: "", filename: "b.pdf", download_url: "https://x.example/b.pdf" }),
      "  - b.pdf: https://x.example/b.pdf",
    ],
    [attachments({ download_url: "https://x.example/b.pdf" }), "  - Slides: https://x.example/b.pdf"],
    [
      attachments(
        { title: "a", link_url: "http://x.example/" },
        { title: "b", link_url: "http://x.example/" },
      ),
      "  - a: http://x.example/",
    ],
    [
      attachments({ title: "a", link_url: "https://x.example/a b<c>" }),
      "  - a: https://x.example/a%20b%3Cc%3E",
    ],
    [
      { title: "t", material: [{ resources: [{ name: "m", url: "https://x.example/m" }] }] },
      "  - m: https://x.example/m",
    ],
  ])("%j", (contribution, line) => {
    expect(contributionsOf(contribution)).toBe(`t\n${line}`);
  });

  it.each([
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "https://",
    "http://[",
    "ftp://x.example/a",
  ])("%s is none", (link_url) => {
    expect(contributionsOf(attachments({ title: "a", link_url }))).toBe(
      `t\nremark: Links without a web address are left out: “${link_url}”.`,
    );
  });

  it.each([
    ["https://x.example/1", "https://x.example/1"],
    ["http://127.0.0.1:8000/event/1/", "http://127.0.0.1:8000/event/1/"],
    ["http://localhost/event/1/", "http://localhost/event/1/"],
    ["/event/1/contributions/2/", "https://indico.example.org/event/1/contributions/2/"],
  ])("page %s", (url, expected) => {
    expect(contributionsOf({ title: "t", url })).toBe(`t ${expected}`);
  });

  it.each(["http://x.example/", "http://127.0.0.1.evil.example/", "javascript:alert(1)"])(
    "no page: %s",
    (url) => {
      expect(contributionsOf({ title: "t", url })).toBe(
        `t\nremark: Addresses without https are left out: “${url}”.`,
      );
    },
  );
});

describe("sub-contributions", () => {
  const subContributions = [{ title: "p", db_id: 7, duration: 5, speakers: [{ fullName: "One, Ann" }] }];

  it.each([
    [
      "https://x.example/event/1/contributions/2/",
      " https://x.example/event/1/contributions/2/subcontributions/7",
    ],
    [
      "https://x.example/event/1/contributions/2",
      " https://x.example/event/1/contributions/2/subcontributions/7",
    ],
    ["https://x.example/event/1/contribution/0", ""],
  ])("of %s", (url, address) => {
    expect(contributionsOf({ title: "t", url, subContributions })).toBe(
      `t ${url}\n  * +5 p by Ann One${address}`,
    );
  });
});

describe("sessions", () => {
  const slot = (values: object) => ({
    title: "S",
    startDate: at("09:00:00"),
    endDate: at("10:00:00"),
    ...values,
  });

  it("with several slots have what these share", () => {
    const sessions = [
      slot({
        slotTitle: "I",
        title: "S: I",
        session: { title: "S" },
        room: "R1",
        conveners: [{ fullName: "A, B" }],
      }),
      slot({
        title: "s",
        startDate: at("11:00:00"),
        room: "R2",
        contributions: [{ title: "in R2", startDate: at("11:00:00"), room: "R2" }],
      }),
    ];
    expect(
      agendaText(agendaWith({ room: "R0", location: "CERN", sessions }))
        .split("\n")
        .slice(2),
    ).toEqual([
      "[S] by B A",
      "11:00 @ R2 | [S] in R2",
      "remark: Titles of parts of sessions are left out: “S: I”.",
    ]);
  });

  it("have the files of the session in the links of the meeting", () => {
    const session = {
      title: "S",
      folders: [{ attachments: [{ title: "f", link_url: "https://x.example/f" }] }],
    };
    expect(agendaWith({ sessions: [slot({ session }), slot({ session })] }).meeting.links).toEqual([
      { title: "S: f", url: "https://x.example/f" },
    ]);
  });

  it("are listed if only contributions name them", () => {
    expect(contributionsOf({ title: "t", session: "S" })).toBe("[S]\n[S] t");
  });
});

describe("keys of prototypes", () => {
  it("are no values", () => {
    const json: unknown =
      JSON.parse(`{"results": [{"__proto__": {"title": "no"}, "title": "yes", "contributions":
      [{"title": "a", "constructor": 1, "__proto__": {"speakers": [{"fullName": "No, One"}]}, "hasOwnProperty": 2},
       {"title": "toString", "session": "__proto__"}]}]}`);
    const agenda = agendaIn(agendaOfExports({ event: json }));
    expect(agenda.meeting.title).toBe("yes");
    expect(agenda.sessions.map(({ title }) => title)).toEqual(["__proto__"]);
    expect(agenda.entries.map((entry) => entry.kind === "contribution" && entry.speakers)).toEqual([[], []]);
  });
});
