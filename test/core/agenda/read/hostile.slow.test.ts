/** Agendas of texts that are damaged, huge or hostile: each is a problem or a valid agenda, in bounded time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agendaOfExports } from "../../../../server/src/core/agenda/indico/agendaOfExports";
import { readAgenda } from "../../../../server/src/core/agenda/read/readAgenda";
import { expectValidAgenda } from "../../../support/agendaText";
import { indicoJson, indicoText } from "../../../support/indicoFixtures";

const texts = [
  "recorded/3.3.14/board.sessions.json",
  "recorded/3.3.14/conference.sessions.json",
  "recorded/3.3.14/eastern.timetable.json",
  "cern-434972.json",
  "recorded/3.3.14/workshop.event.ics",
  "recorded/3.3.14/workshop.calendar-sessions.ics",
].map(indicoText);

function expectReading(text: string): void {
  const reading = readAgenda(text);
  if ("agenda" in reading) expectValidAgenda(reading.agenda);
  else expect(reading.problem).toMatch(/^\P{Cc}+$/u);
}

describe("damaged texts", () => {
  it("truncated", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, at) =>
        expectReading(text.slice(0, at % text.length)),
      ),
      { numRuns: 300 },
    );
  });

  it("with other characters in some places", () => {
    const characters = fc.constantFrom(
      "",
      '"',
      "\\",
      "{",
      "}",
      "[",
      "]",
      ":",
      ";",
      ",",
      "\n",
      "\r\n",
      "\0",
      "\ud800",
      "9",
      "Z",
      "-",
      "\u202e",
    );
    const changes = fc.array(fc.tuple(fc.nat(), characters), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), changes, (text, list) => {
        const changed = list.reduce((before, [position, character]) => {
          const at = position % before.length;
          return before.slice(0, at) + character + before.slice(at + 1);
        }, text);
        expectReading(changed);
      }),
      { numRuns: 500 },
    );
  });

  it("with other values of keys", () => {
    const value = fc.oneof(
      fc.constantFrom(
        null,
        true,
        -1,
        1e308,
        0.5,
        "",
        "\n",
        "0000-01-01",
        "9999-12-31",
        "23:59:59",
        "UTC",
        "__proto__",
      ),
      fc.constantFrom(
        "javascript:alert(1)",
        "<script>alert(1)</script>",
        "http://x.example",
        "//x",
        "\u202e",
        "a, b",
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const events = ["board.sessions", "workshop.sessions", "workshop.timetable", "conference.timetable"].map(
      (name) => indicoJson(`recorded/3.3.14/${name}.json`),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...events),
        fc.infiniteStream(value),
        fc.infiniteStream(fc.nat(60)),
        (event, values, dice) => {
          const changed = JSON.parse(JSON.stringify(event), (_, old) =>
            dice.next().value === 0 ? values.next().value : old,
          ) as unknown;
          const reading = agendaOfExports({ event: changed });
          if ("agenda" in reading) expectValidAgenda(reading.agenda);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("any values", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.jsonValue(), (event, timetable) => {
        agendaOfExports({ event: { results: [event] }, timetable: { results: { 1: timetable } } });
        agendaOfExports({ event });
      }),
      { numRuns: 500 },
    );
  });
});

const time = { date: "2026-03-10", time: "13:00:00", tz: "Europe/Zurich" };

function exportOf(contributions: readonly object[]): string {
  const event = { title: "T", startDate: time, timezone: "US/Eastern", url: "https://x.example/event/1/" };
  return JSON.stringify({ results: [{ ...event, contributions }] });
}

function many(count: number, entryOf: (index: number) => object): object[] {
  return Array.from({ length: count }, (_, index) => entryOf(index));
}

describe("texts of up to ten megabytes", () => {
  const html = "<p>Some <b>bold</b> text</p>".repeat(3);
  const vevent = "BEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART;TZID=Europe/Zurich:20260310T150000\r\nEND:VEVENT\r\n";
  const calendar = (lines: string): string => `BEGIN:VCALENDAR\r\n${lines}END:VCALENDAR\r\n`;
  const line = (text: string): string => calendar(`BEGIN:VEVENT\r\nSUMMARY:A\r\n${text}\r\nEND:VEVENT\r\n`);

  it.each([
    ["100,000 contributions", () => exportOf(many(100_000, (index) => ({ title: `T${index}` })))],
    [
      "20,000 contributions",
      () =>
        exportOf(
          many(20_000, (index) => ({ title: `T${index}`, startDate: time, session: `S${index % 99}` })),
        ),
    ],
    [
      "20,000 descriptions",
      () => exportOf(many(20_000, (index) => ({ title: `T${index}`, description: html }))),
    ],
    [
      "100,000 parts",
      () => exportOf([{ title: "T", subContributions: many(100_000, (index) => ({ title: `P${index}` })) }]),
    ],
    [
      "100,000 persons",
      () => exportOf([{ title: "T", speakers: many(100_000, (index) => ({ first_name: `P${index}` })) }]),
    ],
    [
      "20,000 zones",
      () => exportOf(many(20_000, (index) => ({ title: "T", startDate: { ...time, tz: `Z/${index}` } }))),
    ],
    ["a long title", () => exportOf([{ title: "x ".repeat(5_000_000) }])],
    ["a long description", () => exportOf([{ title: "T", description: `<p>${"x ".repeat(5_000_000)}` }])],
    ["nested lists", () => `{"results":${"[".repeat(5_000_000)}`],
    [
      "nested maps",
      () => `{"results":[{"title":"T","startDate":${'{"a":'.repeat(500_000)}1${"}".repeat(500_000)}}]}`,
    ],
    ["100,000 events", () => calendar(vevent.repeat(100_000))],
    ["20,000 events", () => calendar(vevent.repeat(20_000))],
    ["nested components", () => "BEGIN:VCALENDAR\r\n".repeat(300_000)],
    ["a folded line", () => line(`DESCRIPTION:x\r\n${" y\r\n".repeat(1_000_000)}`)],
    ["parameters", () => line(`DESCRIPTION${";A=B".repeat(300_000)}:x`)],
    ["brackets", () => line(`DESCRIPTION:Speakers: ${"((((\\, a)".repeat(500_000)}`)],
  ] as const)("%s", (_, textOf) => {
    expectReading(textOf());
  });
});

describe("time", () => {
  it("an export of 200 contributions takes less than 100 ms", () => {
    const text = indicoText("recorded/3.3.14/large.sessions.json");
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      readAgenda(text);
      return performance.now() - start;
    });
    expect(times.sort((one, other) => one - other)[4]).toBeLessThan(100);
  });
});
