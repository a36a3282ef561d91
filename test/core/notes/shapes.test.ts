/** Meetings as groups hold them, with invented content; the board, the weekly and the workshop are golden files. */
import { describe, expect, it } from "vitest";
import type { SectionName } from "../../../server/src/core/notes/arrange/sectionNames";
import { renderNotes } from "../../../server/src/core/notes/formats";
import { readFixture } from "../../support/fixtureCatalogue";

function markdown(text: string, sections?: readonly SectionName[]): string {
  return renderNotes(readFixture(text), { to: "markdown", by: "agenda", sections });
}

function html(text: string, sections?: readonly SectionName[]): string {
  return renderNotes(readFixture(text), { to: "html", by: "agenda", sections });
}

const coordination = `meeting:
  title: Coordination
  date: 2026-01-15
  attendees: [A. Adams, {name: B. Bell, affiliation: Lakeside}]
  apologies: []
contributions:
  - title: News
    notes: |
      A date for the workshop is fixed.
      * Call for abstracts next week
      * Room booked
  - title: Round table
    notes: |
      BB: nothing.
`;

const visit = `meeting: {title: Visit, date: 2026-01-15, chairs: [C. Host]}
contributions:
  - title: Questions and answers
    notes: |
      | Question | Answer |
      |---|---|
      | How many nodes? | 40 |
      | Who pays? | The site |
`;

const preGdb = `meeting: {title: pre-GDB, date: 2026-01-15, timezone: Europe/Zurich}
contributions:
  - {title: Introduction, start: "09:30", duration: 20, themes: [security]}
  - {break: Coffee, start: "09:50", duration: 20}
  - {title: Storage, start: "10:10", duration: 20, themes: [storage-integration], url: "https://x.org/2", links: [{title: Slides, url: "https://x.org/s.pdf"}]}
surveys:
  - {question: Which?, code: Q1, responses: 4, answers: [{answer: a, count: 3}], themes: none}
discussion:
  - {topic: What next?, themes: [security]}
`;

describe("a coordination meeting", () => {
  it("is short: no themes, no counts, no times, nothing empty", () => {
    expect(markdown(coordination)).toBe(`# Coordination

**Date:** Thursday 15 January 2026

**Attendees:** A. Adams, B. Bell (Lakeside)

## Agenda

### News

A date for the workshop is fixed.
* Call for abstracts next week
* Room booked

### Round table

BB: nothing.
`);
  });
});

describe("a visit with a table of questions", () => {
  it("keeps the table", () => {
    expect(markdown(visit)).toContain("| How many nodes? | 40 |\n| Who pays? | The site |\n");
    expect(html(visit)).toMatch(/<td [^>]*>How many nodes\?<\/td>\n<td [^>]*>40<\/td>/);
  });
});

describe("a pre-GDB", () => {
  it("has times, a break, slides, surveys and themes", () => {
    const notes = markdown(preGdb);
    expect(notes.match(/^#.*/gm)).toEqual([
      "# pre-GDB",
      "## Agenda (times in Europe/Zurich)",
      "### Introduction",
      "### [Storage](<https://x.org/2>)",
      "## Surveys",
      "### Q1: Which?",
      "## Discussion",
      "### What next?",
      "## Themes",
    ]);
    expect(notes).toContain("\n*09:50–10:10 Coffee*\n");
    expect(notes).toContain("· [Slides](<https://x.org/s.pdf>)\n");
    expect(notes).toContain("Not covered: Image distribution, CNCF landscape.");
  });
});

describe("chosen parts", () => {
  const headings = (notes: string) => notes.match(/^##? .*/gm);

  it("are in the order in which they are named, and nothing else is", () => {
    expect(headings(markdown(preGdb, ["discussion", "surveys"]))).toEqual([
      "# pre-GDB",
      "## Discussion",
      "## Surveys",
    ]);
    expect(headings(markdown(preGdb, ["themes", "agenda"]))).toEqual([
      "# pre-GDB",
      "## Themes",
      "## Agenda (times in Europe/Zurich)",
    ]);
    expect(markdown(preGdb, ["themes"])).not.toContain("Not covered");
    expect(markdown(preGdb, ["agenda", "counts"])).toContain("\n*2 items*\n");
    expect(markdown(coordination, ["coverage"])).toContain("## Themes\n\nNot covered: Security,");
    expect(html(preGdb, ["discussion", "surveys"])).toMatch(/Discussion.*What next\?.*Surveys.*Which\?/s);
    expect(html(preGdb, ["agenda"])).not.toMatch(/<svg|Surveys|Themes|<strong>Date/);
  });

  it("hold the items by theme too", () => {
    const notes = renderNotes(readFixture(preGdb), { to: "markdown", by: "theme", sections: ["discussion"] });
    expect(notes).toContain("## Security\n\n### What next?");
    expect(notes).not.toContain("Introduction");
  });
});

describe("many attendees", () => {
  const names = Array.from({ length: 9000 }, (_, index) => `Person_${index} *P*`);
  const crowd = `meeting: {title: M, date: 2026-01-15, attendees: [${names.join(", ")}]}\ncontributions: []\n`;

  it("are folded in HTML, and at the end in Markdown", () => {
    expect(markdown(crowd)).toMatch(
      /\*\*Attendees:\*\* 9000 persons, listed at the end\n\n## Attendees\n\nPerson/,
    );
    expect(html(crowd)).toMatch(/<summary><strong>Attendees:<\/strong> 9000 persons<\/summary><p>Person_0/);
  });
});

describe("an action", () => {
  const text = `meeting: {title: M, date: 2026-01-15, status: draft, nextMeeting: 2026-02-01}
contributions:
  - title: x
    actions:
      - {text: a, id: A10, owners: [O, P], due: 2026-01-01, status: in-progress}
      - {text: b, id: A9, status: dropped, closed: 2026-01-10}
      - {text: c, owner: Q, since: 2025-12-01}
actions:
  - {text: d, id: A2, since: 2025-11-01}
  - {text: e, status: done}
`;

  it("is with its item, and among the open or closed ones", () => {
    const notes = markdown(text);
    expect(notes).toContain(`**Actions**

- [ ] **A10** a — O, P, due 2026-01-01, overdue, in progress
- [x] **A9** b — dropped 2026-01-10
- [ ] c — Q, since 2025-12-01

## Open actions

| No. | Action | Owner | Due | Status | Since | From |
| --- | --- | --- | --- | --- | --- | --- |
| A2 | d |  |  |  | 2025-11-01 |  |
| A10 | a | O, P | 2026-01-01, overdue | in progress |  | x |
|  | c | Q |  |  | 2025-12-01 | x |

## Closed actions

- [x] e
`);
    expect(notes).toContain("> **Draft: these notes are not final.**");
    expect(notes).toContain("**Next meeting:** Sunday 1 February 2026");
  });
});

describe("what is hostile", () => {
  const evil = JSON.stringify(`<img src=x onerror=alert(1)> [a](javascript:alert(2)) **b**`);
  const text = `meeting: {title: M, date: 2026-01-15, status: draft, attendees: [${evil}, {name: ${evil}, affiliation: ${evil}}], minuteTakers: [${evil}], links: [{title: ${evil}, url: "https://x.org/a"}, {title: L, url: "javascript:alert(3)"}]}
sessions: [{title: ${evil}, date: ${evil}, place: ${evil}, conveners: [${evil}], x: ${evil}}]
contributions:
  - {title: a, session: ${evil}, place: ${evil}, abstract: ${evil}, links: [{title: ${evil}, url: "https://x.org/)"}], parts: [{title: ${evil}, speakers: [${evil}], notes: ${evil}}], actions: [{text: a, id: ${evil}, owners: [${evil}], since: ${evil}}]}
  - {break: ${evil}, place: ${evil}, notes: ${evil}}
actions: [{text: ${evil}, id: ${evil}, closed: ${evil}, status: done}]
`;

  it("is text in HTML and in Markdown", () => {
    const page = html(text);
    expect(page).not.toMatch(/<img|href="javascript|<b>/);
    expect(page).toContain('<a href="https://x.org/)">');
    const notes = markdown(text);
    expect(notes).not.toMatch(/<img|[^\\]\]\(javascript/);
  });

  it("does not lose the words of unknown keys", () => {
    const notes = markdown(
      "meeting: {title: M, date: 2026-01-15}\nsessions: [{title: S, place: P, theme: word1}]\ncontributions:\n  - {title: a, parts: [{title: p, chair: word2}]}\n  - {break: Coffee, notes: word3}\n",
    );
    expect(notes.match(/word\d/g)).toEqual(["word2", "word3", "word1"]);
  });
});

describe("notes of a meeting with errors", () => {
  const values = [
    "[alpha, beta]",
    "{alpha: beta}",
    "[{alpha: beta}]",
    "[[alpha, beta]]",
    "\n      alpha: beta",
  ];
  const keys = [
    "title",
    "speakers",
    "community",
    "url",
    "abstract",
    "notes",
    "decisions",
    "start",
    "duration",
  ];

  it.each(keys)("quote a value of %s that cannot be read", (key) => {
    for (const value of values) {
      const title = key === "title" ? "" : "  - title: x\n  ";
      const text = `${coordination}${title}${key === "title" ? "  - " : "  "}${key}: ${value}\n`;
      for (const notes of [markdown(text), html(text)]) {
        expect(notes).toContain("alpha");
        expect(notes).toContain("beta");
      }
    }
  });

  it("quote each such value, also beyond the errors that are listed", () => {
    const item =
      "  - title: x\n    k1: 1\n    k2: 1\n    k3: 1\n    k4: 1\n    k5: 1\n    k6: 1\n    k7: 1\n";
    expect(markdown(`${coordination}${item}    url: alpha beta\n`)).toMatch(
      /In the file: url: alpha beta\n\n> \*\*Note:\*\* 2 more errors are not shown\.\n/,
    );
  });

  it("quote a value of many lines on one, and only its start if it is very long", () => {
    const text = `${coordination}  - title: x\n    community:\n      - alpha\n      - beta\n`;
    expect(markdown(text)).toContain("In the file: - alpha - beta\n");
    const sameColumn = text.replaceAll("      - ", "    - ").concat("    themes: none\n");
    expect(markdown(sameColumn)).toContain("In the file: - alpha - beta\n");
    const map = text.replaceAll(/- (?=alpha|beta)/g, "k$&").replaceAll("k- ", "k: ");
    expect(markdown(map)).toMatch(/In the file: k: alpha k: beta\n/);
    const long = `${coordination}  - {title: x, start: [${"word, ".repeat(2_000)}]}\n`;
    expect(markdown(long).length).toBeLessThan(10_000);
  });
});

describe("a name that keeps its comma", () => {
  const document = readFixture(`meeting:
  title: T
  date: 2026-01-14
  attendees: ["García Márquez, Gabriel", "Forti, A.", {name: C. Three, affiliation: CERN}]
contributions:
  - title: One
    speakers: ["García Márquez, Gabriel", B. Two]
    themes: none
    actions: [{text: Ask, owners: ["García Márquez, Gabriel", B. Two], due: 2026-02-01}]
`);

  it.each(["html", "indico", "markdown", "ics"] as const)("is among semicolons in %s", (to) => {
    const text = renderNotes(document, { to, by: "agenda" }).replaceAll(/\r\n /g, "").replaceAll("\\", "");
    expect(text).toContain("García Márquez, Gabriel; B. Two");
    expect(text).not.toContain("Gabriel, ");
    if (to !== "ics") expect(text).toContain("García Márquez, Gabriel; A. Forti; C. Three (CERN)");
    if (to !== "ics") expect(text).toContain("García Márquez, Gabriel; B. Two, due 2026-02-01");
  });

  it("is among semicolons in JSON", () =>
    expect(renderNotes(document, { to: "json", by: "agenda" })).toContain(
      '"owner": "García Márquez, Gabriel; B. Two"',
    ));
});
