import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AgendaEntry } from "../../../server/src/core/agenda/agenda";
import { agendaOfPage } from "../../../server/src/core/agenda/page/readPage";
import { agendaOfText } from "../../../server/src/core/agenda/text/readText";
import { agendaSummary } from "../../support/agendaSamples";

const versions = ["3.2.9", "3.3.14"] as const;
const today = "2026-03-01";

function recorded(version: string, name: string): string {
  return readFileSync(new URL(`../../fixtures/indico/recorded/${version}/${name}`, import.meta.url), "utf8");
}

function agendaOf(version: string, name: string) {
  const source = recorded(version, name);
  const reading = name.endsWith(".txt") ? agendaOfText(source, { today }) : agendaOfPage(source, { today });
  if ("problem" in reading) throw new Error(reading.problem);
  return reading.agenda;
}

function withoutAbstracts(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/ \| about .*/, ""));
}

/** The titles of an export's contributions, session slots and breaks, on one line each. */
function exportedTitles(version: string, event: string): readonly string[] {
  const days = Object.values(JSON.parse(recorded(version, `${event}.timetable.json`)).results)[0] as Record<
    string,
    Record<string, Exported>
  >;
  const titles = (entry: Exported): readonly string[] =>
    entry.entryType === "Session" ? Object.values(entry.entries ?? {}).flatMap(titles) : [entry.title];
  return Object.values(days)
    .flatMap((day) => Object.values(day).flatMap(titles))
    .map((title) => title.replaceAll(/\s+/g, " ").trim());
}

interface Exported {
  readonly entryType: string;
  readonly title: string;
  readonly entries?: Record<string, Exported>;
}

/** The formula of this title is drawn by the browser. */
const isFormula = (title: string): boolean => title.startsWith("The measurement of");

describe.each(versions)("a page of Indico %s", (version) => {
  test.each(["board", "workshop", "eastern"])("%s has every title letter by letter", (event) => {
    for (const form of ["copied", "page"]) {
      const { entries } = agendaOf(version, `${form}.${event}.html`);
      const titles = entries.map(({ title }) => title).filter((title) => !isFormula(title));
      const expected = exportedTitles(version, event).filter((title) => !isFormula(title));
      expect([...titles].sort()).toEqual([...expected].sort());
    }
  });

  test("has times, speakers, links and addresses of a meeting", () => {
    expect(agendaSummary(agendaOf(version, "page.board.html"))).toMatchInlineSnapshot(`
      [
        "= WLCG Kubernetes Board",
        "date 2026-03-10",
        "place 31-3-004 - IT Amphitheatre (CERN)",
        "zone Europe/Zurich",
        "url https://indico.example.org/event/1/",
        "chair Sofia Chair (CERN)",
        "link Minutes of the last meeting <https://example.org/minutes/2026-02>",
        "15:00+10 | News | by Sofia Chair (CERN)",
        "15:10+20 | Site report: DESY | by Sam Submitter (DESY) | link desy report (final).pdf <https://indico.example.org/event/1/contributions/3/attachments/1/1/desy%20report%20(final).pdf> | link Recording <https://videos.example.org/desy?t=1&lang=en#start> | url https://indico.example.org/event/1/contributions/3/ | about Upgrade to **1.34**, see [the plan](https://example.org/plan).",
        "15:30+20 | Storage for analysis facilities | by José María Núñez-Ångström (PIC); Wei Li (IHEP) | link Slides <https://indico.example.org/event/1/contributions/4/attachments/2/3/storage.pptx> | link Zahlen – März.csv <https://indico.example.org/event/1/contributions/4/attachments/3/4/Zahlen%20%E2%80%93%20M%C3%A4rz.csv> | url https://indico.example.org/event/1/contributions/4/ | about CephFS & EOS *compared*.  - cost - speed",
        "15:50+10 | AOB and next meeting | by Sofia Chair (CERN)",
      ]
    `);
  });

  test("has sessions, breaks, days, rooms and sub-contributions of a workshop", () => {
    expect(
      withoutAbstracts(agendaSummary(agendaOf(version, "copied.workshop.html"))).slice(0, 34),
    ).toMatchInlineSnapshot(`
      [
        "= Kubernetes pre-GDB: a workshop",
        "date 2026-09-14..2026-09-16",
        "place Main room (CERN)",
        "zone Europe/Zurich",
        "url https://indico.example.org/event/2/",
        "chair Sofia Chair (CERN)",
        "chair Tom Co-Chair",
        "session Storage & data: Part I | by Kim Convener (KIT)",
        "session Storage & data: Part II | by Kim Convener (KIT)",
        "session Networks",
        "session Security | by Eve Secure (STFC)",
        "session A session without talks",
        "session Odds: and "ends" #3: - [odd] titles",
        "09:00+15 | Welcome | by Sofia Chair (CERN)",
        "09:15+60 | Ceph in practice | by Pia Presenter (DESY); Otto Other (KIT) | in Storage & data: Part I",
        "  +10 | Hardware | by Pia Presenter (DESY)",
        "  +20 | Operations: a year | by Otto Other (KIT)",
        "10:15+30 | * Coffee | in Storage & data: Part I | at Foyer",
        "10:45+45 | EOS on Kubernetes | in Storage & data: Part I",
        "12:00+90 | * Lunch | at R1",
        "13:30+30 | CVMFS and images | in Storage & data: Part II",
        "14:00+60 | Discussion | in Storage & data: Part II",
        "09:00+30 | Network topic 1 | in Networks | on 2026-09-15",
        "09:30+30 | Network topic 2 | in Networks | on 2026-09-15",
        "10:00+30 | Network topic 3 | in Networks | on 2026-09-15",
        "10:30+30 | Network topic 4 | in Networks | on 2026-09-15 | at Room B2",
        "09:00+30 | Security topic 1 | in Security | on 2026-09-15",
        "09:30+30 | Security topic 2 | in Security | on 2026-09-15",
        "10:00+30 | Security topic 3 | in Security | on 2026-09-15",
        "10:30+30 | Security topic 4 | in Security | on 2026-09-15",
        "11:00+30 | * Coffee | on 2026-09-15",
        "12:00+5 | A talk of zero overlap | on 2026-09-15",
        "09:00+5 | Summary: what we learnt | by Conan O'Brien-Smith, Jr. (INFN: Bologna, "CNAF") | in Odds: and "ends" #3: - [odd] titles | on 2026-09-16",
        "09:05+5 | Talk with a # comment | by Conan O'Brien-Smith, Jr. (INFN: Bologna, "CNAF") | in Odds: and "ends" #3: - [odd] titles | on 2026-09-16",
      ]
    `);
  });

  test("has the days of its own zone", () => {
    expect(agendaSummary(agendaOf(version, "page.eastern.html"))).toMatchInlineSnapshot(`
      [
        "= Accelerators: an evening session",
        "date 2024-03-11",
        "place B-20 (Stony Brook University)",
        "zone America/New_York",
        "url https://indico.example.org/event/3/",
        "session After dinner",
        "20:00+30 | Opening | by Rosalind Night (SBU)",
        "21:00+45 | Before midnight | in After dinner",
        "21:45+45 | Until midnight | in After dinner",
        "22:30+15 | * Late coffee",
        "22:45+45 | The end",
      ]
    `);
  });

  test("has the contributions of a conference, with their addresses", () => {
    expect(
      withoutAbstracts(agendaSummary(agendaOf(version, "copied.conference-contributions.html"))),
    ).toMatchInlineSnapshot(`
      [
        "= Conference on Computing in Research",
        "date 2026-06-15..2026-06-16",
        "place University of Bologna",
        "zone Europe/Zurich",
        "url https://indico.example.org/event/7/",
        "session Plenary",
        "09:00 | Opening of the conference | by Anna Rossi (INFN) | in Plenary | url https://indico.example.org/event/7/contributions/61/",
        "09:30 | Computing in ten years | by Li Wei (IHEP) | in Plenary | url https://indico.example.org/event/7/contributions/62/",
        "10:00 | A talk outside the sessions | by Jo Doe | on 2026-06-16 | url https://indico.example.org/event/7/contributions/63/",
        "- | A poster that has no time | by Mia Poster (DESY) | url https://indico.example.org/event/7/contributions/64/",
      ]
    `);
  });

  test("reports that a timetable of a conference has no talks", () => {
    const agenda = agendaOf(version, "copied.conference.html");
    expect(agenda.remarks).toEqual([expect.stringContaining("copy the contribution list")]);
    expect(agendaOfPage(recorded(version, "page.conference.html"))).toMatchObject({
      problem: expect.stringContaining("copy its contribution list"),
    });
  });

  test.each(["board", "eastern", "workshop"])("%s has the same times and titles as text alone", (event) => {
    const brief = ({ title, start, duration }: AgendaEntry) => ({ title, start, duration });
    const text = agendaOf(version, `copied.${event}.txt`).entries.map(brief);
    const page = agendaOf(version, `copied.${event}.html`).entries.map(brief);
    expect(text.filter(({ title }) => !isFormula(title))).toEqual(
      page.filter(({ title }) => !isFormula(title)),
    );
  });
});

const tables = [
  [
    "a list",
    "<p>Agenda, 10 March 2026</p><ul><li>14:00 News (A. Forti)</li><li>14:10 <b>Storage</b> - Tom Byrne (STFC)<ul><li>Ceph</li></ul></li></ul>",
  ],
  [
    "a table",
    "<h1>Agenda, 10 March 2026</h1><table><tr><th>Time</th><th>Title</th><th>Speaker</th></tr><tr><td>14:00</td><td>News</td><td>A. Forti</td></tr><tr><td>14:10</td><td>Storage<br></td><td><p>Tom Byrne (STFC)</p></td></tr></table>",
  ],
] as const;

test.each(tables)("%s of a mail is read as its text", (_, html) => {
  const reading = agendaOfPage(html, { today });
  const { meeting, entries } = "agenda" in reading ? reading.agenda : { meeting: undefined, entries: [] };
  expect(meeting?.date).toBe("2026-03-10");
  expect(entries).toMatchObject([
    { title: "News", start: 840, speakers: [{ name: "A. Forti" }] },
    { title: "Storage", start: 850, speakers: [{ name: "Tom Byrne", affiliation: "STFC" }] },
  ]);
});

test("abstracts are Markdown", () => {
  const reading = agendaOfPage(recorded("3.3.14", "page.board.html"));
  expect("agenda" in reading && reading.agenda.entries[1]).toMatchObject({
    abstract: expect.stringMatching(/^Upgrade to \*\*1\.34/),
  });
});

describe("hostile pages", () => {
  test.each([
    ["deep", "<div>".repeat(100_000)],
    ["deep formatting", "<b><i><font>".repeat(50_000)],
    [
      "unclosed",
      '<ul class="meeting-timetable"><li class="timetable-item timetable-contrib"><span class="timetable-title">x',
    ],
    ["scripts", '<script>alert("14:00 News")</script><style>14:10 x{}</style><p>14:00'],
    ["attributes", `<p ${'a="x" '.repeat(50_000)}>`],
    ["entities", "&amp;lt;".repeat(100_000)],
    ["comments", "<!--".repeat(100_000)],
    [
      "addresses",
      '<base href="javascript:x"><li class="timetable-item"><span class="timetable-title">x</span><a class="attachment" href="javascript:alert(1)">y</a>',
    ],
  ])("%s", (_, html) => {
    const start = performance.now();
    const reading = agendaOfPage(html);
    expect(JSON.stringify(reading)).not.toContain("javascript:");
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
