/** Long and damaged texts and pages: nothing is thrown, and the time grows with the length. */
import { readFileSync } from "node:fs";
import { assert, constantFrom, nat, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { agendaOfPage } from "../../../server/src/core/agenda/page/readPage";
import { agendaOfText } from "../../../server/src/core/agenda/text/readText";
import { readSamples } from "../../support/agendaSamples";

const today = "2026-03-01";

function recorded(name: string): string {
  return readFileSync(new URL(`../../fixtures/indico/recorded/3.3.14/${name}`, import.meta.url), "utf8");
}

const texts = [...readSamples("mails.txt"), ...readSamples("other.txt")].map(({ text }) => text);
const pages = ["copied.board.html", "copied.conference.html", "copied.conference-contributions.html"].map(
  recorded,
);
const marks = [
  "\u0000",
  "\n",
  "\t",
  "|",
  "(",
  "- ",
  "14:00 ",
  "0000-00-00",
  "31 Feb 9999",
  "10000-01-01",
  "25:99",
  "<",
  "&",
  "Day 99999",
  "\ud800",
];

function damaged(source: string, [from, count, inserted]: readonly [number, number, string]): string {
  const at = from % (source.length + 1);
  return source.slice(0, at) + inserted + source.slice(at + (count % 200));
}

describe("damaged", () => {
  const change = tuple(nat(), nat(), constantFrom(...marks));

  test("texts give an agenda or a problem", () => {
    assert(
      property(constantFrom(...texts), change, change, (text, one, two) => {
        const reading = agendaOfText(damaged(damaged(text, one), two), { today });
        expect("agenda" in reading || reading.problem.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("pages give an agenda or a problem", () => {
    assert(
      property(constantFrom(...pages), change, (page, one) => {
        const reading = agendaOfPage(damaged(page, one), { today });
        expect("agenda" in reading || reading.problem.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("random texts are no agendas", () => {
    assert(
      property(string({ maxLength: 500 }), (text) => {
        expect("problem" in agendaOfText(text, { today })).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

const lines: readonly (readonly [string, (at: number) => string])[] = [
  ["talks", (at) => `${9 + (at % 10)}:${10 + (at % 50)} Talk ${at} (Alessandra Forti, CERN)`],
  ["talks at one time", (at) => `14:00 - 15:00 Talk ${at}`],
  ["sessions", (at) => `Session ${at}:\n14:00 Talk ${at}`],
  ["headings", (at) => `## Heading ${at}`],
  ["rows", (at) => `| 14:00 | Talk ${at} | A. Forti |`],
  ["rows with tabs", (at) => `14:00\tTalk ${at}\tA. Forti`],
  [
    "links below a talk",
    (at) => (at === 0 ? "14:00 Talk (A. Forti)\n15:00 Talk" : `https://example.org/${at}`),
  ],
  ["zones", (at) => `14:00 Europe/Nowhere${at % 7}`],
  ["names", (at) => `Speakers: A. Forti, B. Two ${at}`],
  ["dates", () => "Tuesday 10 March"],
  ["bullets", (at) => `${" ".repeat(at % 100)}- item ${at} (10 min)`],
  ["brackets", () => `14:00 ${"(".repeat(400)}`],
  ["dashes", () => `14:00 ${"- A ".repeat(100)}`],
  ["commas", () => `14:00 ${"Ab, ".repeat(100)}`],
  ["times", () => "14:00 ".repeat(80)],
  ["mail heads", (at) => `From: A${at}\nSubject: B`],
];

describe("the time grows with the length of a text of", () => {
  test.each(lines)("%s", (_, line) => {
    const timeFor = (count: number): number => {
      const text = `Agenda\n${Array.from({ length: count }, (__, at) => line(at)).join("\n")}`;
      const start = performance.now();
      agendaOfText(text, { today });
      return performance.now() - start;
    };
    timeFor(1000);
    expect(timeFor(32_000) / Math.max(timeFor(2000), 20)).toBeLessThan(80);
  });
});

test("the time grows with the length of a timetable", () => {
  const item =
    '<li class="timetable-item timetable-contrib"><span class="start-time">9:00 AM</span><span class="timetable-title">Talk</span></li>';
  const timeFor = (count: number): number => {
    const start = performance.now();
    const reading = agendaOfPage(`<ul>${item.repeat(count)}</ul>`);
    expect("agenda" in reading && reading.agenda.entries.length).toBe(count);
    return performance.now() - start;
  };
  timeFor(1000);
  expect(timeFor(32_000) / timeFor(2000)).toBeLessThan(80);
});

test("100,000 lines are read", () => {
  const text = Array.from(
    { length: 100_000 },
    (_, at) => `${9 + (at % 10)}:${10 + (at % 50)} Talk ${at} (A. Forti)`,
  );
  const reading = agendaOfText(`Agenda\n${text.toSorted().join("\n")}`);
  expect("agenda" in reading && reading.agenda.entries.length).toBe(100_000);
});
