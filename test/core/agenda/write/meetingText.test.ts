import { describe, expect, it } from "vitest";
import type { AgendaEntry } from "../../../../server/src/core/agenda/agenda";
import { entryLines, meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { agendaOf, event, talk } from "../../../support/agenda";
import { knowledge, readMeeting } from "../../../support/meeting";

const entries: readonly AgendaEntry[] = [
  talk("Welcome and introduction", { start: 540, duration: 10 }),
  talk("Rucio: on k8s", {
    session: "Storage #1",
    date: "2027-03-10",
    speakers: [{ name: "A. Forti" }, { name: "B. O'Neil", affiliation: "CERN, Geneva" }],
    start: 870,
    duration: 20,
    place: "40/S2-A01",
    url: `${event}contributions/2/`,
    links: [{ title: "Slides: v2", url: `${event}a,b.pdf` }],
    abstract: "About clusters.\r\n\r\n- one: *two*\r\n    code  \r\n",
    parts: [{ title: "One", speakers: [{ name: "C. Part" }], duration: 5, links: [], abstract: "x\ny" }],
  }),
  { kind: "break", title: "Lunch", session: "Storage #1", start: 720, duration: 60 },
  talk("Coffee break", { start: 900, url: `${event}contributions/4/` }),
  talk("Coffee and lunch for clusters", { start: 930 }),
];

describe("a new file from an agenda", () => {
  it("has the head, the sessions with their details, contributions and breaks", () => {
    const agenda = agendaOf(entries, {
      meeting: {
        title: "Kubernetes pre-GDB",
        endDate: "2027-03-10",
        chairs: [{ name: "A. Forti" }],
        place: "CERN",
        timezone: "Europe/Zurich",
        links: [{ title: "Recording", url: "https://example.org/r" }],
        context: "Opening\n\n  remarks",
      },
      sessions: [
        {
          title: "Storage #1",
          date: "2027-03-10",
          start: 840,
          place: "Room 40",
          conveners: [{ name: "D. Convener" }],
        },
        { title: "Networks", conveners: [] },
      ],
    });
    expect(meetingText(agenda)).toBe(`meeting:
  title: Kubernetes pre-GDB
  date: 2027-03-09
  endDate: 2027-03-10
  chairs: [A. Forti]
  place: CERN
  timezone: Europe/Zurich
  url: https://indico.cern.ch/event/123/
  links: [{title: Recording, url: https://example.org/r}]
  context: |
    Opening

      remarks
sessions:
  - title: "Storage #1"
    date: 2027-03-10
    start: "14:00"
    place: Room 40
    conveners: [D. Convener]
  - title: Networks
contributions:
  - title: Welcome and introduction
    themes: none
    start: "09:00"
    duration: 10
  - title: "Rucio: on k8s"
    session: "Storage #1"
    date: 2027-03-10
    speakers: [A. Forti, {name: B. O'Neil, affiliation: "CERN, Geneva"}]
    start: "14:30"
    duration: 20
    place: 40/S2-A01
    url: https://indico.cern.ch/event/123/contributions/2/
    links: [{title: "Slides: v2", url: "https://indico.cern.ch/event/123/a,b.pdf"}]
    abstract: |
      About clusters.

      - one: *two*
          code
    parts:
      - title: One
        speakers: [C. Part]
        duration: 5
        abstract: |
          x
          y
  - break: Lunch
    session: "Storage #1"
    start: "12:00"
    duration: 60
  - break: Coffee break
    start: "15:00"
  - title: Coffee and lunch for clusters
    start: "15:30"
`);
  });

  it("has themes that the suggester is sure of, on request", () => {
    const agenda = agendaOf([talk("Rotating grid certificates and tokens for AAI"), talk("Site report")]);
    expect(meetingText(agenda)).not.toContain("themes:");
    const tagged = meetingText(agenda, { tag: knowledge.suggester });
    expect(tagged).toContain("    themes: [security/aai]\n");
    expect(tagged.match(/themes:/g)).toHaveLength(1);
    const codes = readMeeting(tagged)
      .findings()
      .map(({ code }) => code);
    expect(codes).toEqual(["untagged-item"]);
  });

  it("leaves out what a file cannot hold", () => {
    const agenda = agendaOf(
      [
        talk(" ", {
          speakers: [{ name: "TBA" }, { name: "A. Forti", affiliation: "n/a" }],
          start: 1440,
          duration: 2000,
          date: "2027-02-30",
          place: "none",
          session: "-",
          url: "javascript:alert(1)",
          links: [{ title: "", url: "https://a.org/b c" }],
          abstract: "tbd",
        }),
      ],
      { meeting: { title: " ", date: "0000", endDate: "2027-03-10", timezone: "<b>" } },
    );
    expect(meetingText(agenda, { date: "2027-03-09" })).toBe(
      `meeting:\n  title: Untitled meeting\n  date: 2027-03-09\n  url: ${event}\ncontributions:\n  - title: Untitled\n    speakers: [A. Forti]\n`,
    );
    expect(meetingText(agendaOf([]))).toContain("contributions: []\n");
  });

  it.each([
    ["a tab at the start of a line", "a\n\tb"],
    ["spaces at its start", "a\n  \nb"],
    ["a carriage return", "a\rb"],
    ["a next-line character", "a\u0085b"],
    ["a line separator", "a\u2028b"],
    ["a byte order mark", "a\ufeffb"],
    ["a control character", "a\u0007b"],
    ["a lone surrogate", "a\ud800b"],
  ])("has a text with %s in quotes", (_, abstract) => {
    const text = meetingText(agendaOf([talk("A", { abstract })]));
    expect(text).toContain('    abstract: "a');
    const [, item] = readMeeting(text).units();
    expect(item?.withUnit(({ value }) => (value as { abstract: string }).abstract)).toBe(abstract);
  });

  it("has long lists below their keys", () => {
    const speakers = Array.from({ length: 12 }, (_, at) => ({ name: `Speaker Number ${at}` }));
    expect(entryLines(talk("A", { speakers }), "  - ").slice(0, 4)).toEqual([
      "  - title: A",
      "    speakers:",
      "      - Speaker Number 0",
      "      - Speaker Number 1",
    ]);
  });
});
