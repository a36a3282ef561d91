import { describe, expect, it } from "vitest";
import type { Agenda, AgendaEntry } from "../../../../server/src/core/agenda/agenda";
import { agendaChanges, editsOf } from "../../../../server/src/core/agenda/update/agendaChanges";
import { driftOf } from "../../../../server/src/core/agenda/update/drift";
import { applyEdits } from "../../../../server/src/core/text/range";
import { agendaOf, event, talk } from "../../../support/agenda";
import { readMeeting } from "../../../support/meeting";

const address = (id: number) => `${event}contributions/${id}/`;

function labels(text: string, agenda: Agenda): readonly string[] {
  return agendaChanges(readMeeting(text), agenda).changes.map(({ kind, label }) => `${kind}: ${label}`);
}

/** The text after all changes; a second comparison gives none. */
function updated(text: string, agenda: Agenda): string {
  const { changes, remarks } = agendaChanges(readMeeting(text), agenda);
  expect(remarks).toEqual([]);
  const after = applyEdits(text, editsOf(changes));
  expect(agendaChanges(readMeeting(after), agenda)).toEqual({ changes: [], remarks: [] });
  return after;
}

const head = `meeting:\n  title: Meeting\n  date: 2027-03-09\n  url: ${event}\n`;
const fileOf = (lines: string): string => `${head}contributions:\n${lines}`;

/** Expects the lines of the contributions after the update. */
function expectLines(lines: string, entries: readonly AgendaEntry[], after: string, meeting = {}): void {
  expect(updated(fileOf(lines), agendaOf(entries, { meeting }))).toBe(fileOf(after));
}

const rucio = talk("Rucio on k8s", { start: 860, duration: 20, url: address(1) });

describe("an item that changed in the agenda", () => {
  it("has its times, its title and its speakers, and keeps everything else", () => {
    expectLines(
      `  # first\n  - title: 'Rucio on Kubernetes' # ours\n    speakers:\n      - Forti, A. # chair\n    themes: [ storage-integration ]\n    start: '14:00' # moved?\n    duration: 20\n    url: http://INDICO.cern.ch/event/123/contributions/1?x=1#y\n    notes: |\n      Said: a # b  \n\n      \tc\n    x-room: [1,  2]\n`,
      [{ ...rucio, speakers: [{ name: "Alessandra Forti" }, { name: "Bea O'Neil", affiliation: "CERN" }] }],
      `  # first\n  - title: 'Rucio on k8s' # ours\n    speakers:\n      - Forti, A. # chair\n      - {name: Bea O'Neil, affiliation: CERN}\n    themes: [ storage-integration ]\n    start: '14:20' # moved?\n    duration: 20\n    url: http://INDICO.cern.ch/event/123/contributions/1?x=1#y\n    notes: |\n      Said: a # b  \n\n      \tc\n    x-room: [1,  2]\n`,
    );
  });

  it("is named in plain words", () => {
    const text = fileOf(
      `  - title: Rucio on k8s\n    start: "14:00"\n    duration: 30\n    place: Room 40\n    speakers: [A. Forti]\n    url: ${address(1)}\n`,
    );
    const agenda = agendaOf([
      { ...rucio, date: "2027-03-10", place: "Room 41", speakers: [{ name: "B. Two" }] },
    ]);
    expect(labels(text, agenda)).toEqual([
      "moved: Rucio on k8s: 2027-03-10 instead of 2027-03-09, 14:20 instead of 14:00, 20 minutes instead of 30, Room 41 instead of Room 40",
      "changed: Rucio on k8s: speakers B. Two",
    ]);
  });

  it("is found by its title and its day if it has no address", () => {
    expectLines(
      '  - title: "rucio: on K8s"\n    start: "14:00"\n',
      [rucio],
      `  - title: "Rucio on k8s"\n    start: "14:20"\n    duration: 20\n    url: ${address(1)}\n`,
    );
  });

  it("is found by the id in its address on another host", () => {
    expectLines(
      "  - title: A\n    url: https://events.example.org/event/123/contributions/1/\n    notes: n\n",
      [talk("B", { url: address(1) })],
      `  - title: B\n    url: ${address(1)}\n    notes: n\n`,
    );
  });

  it("is another item if the address has another id and the time differs", () => {
    const text = fileOf(`  - title: Discussion\n    start: "10:00"\n    url: ${address(1)}\n    notes: n\n`);
    expect(labels(text, agendaOf([talk("Discussion", { start: 900, url: address(2) })]))).toEqual([
      "missing: Discussion is not in the agenda",
      "new: New: 15:00 Discussion",
    ]);
  });

  it("has new links, new versions of its files, and the links that a person added", () => {
    const file = `${event}contributions/1/attachments/7/8`;
    expectLines(
      `  - title: Rucio on k8s\n    url: ${address(1)}\n    links: [{title: Mine, url: https://me.org/?a=1}, {title: Slides, url: ${file}/v1.pdf}]\n`,
      [
        talk("Rucio on k8s", {
          url: address(1),
          links: [
            { title: "Slides", url: `${file}/v2.pdf` },
            { title: "Data, raw", url: "https://me.org/?a=2" },
          ],
        }),
      ],
      `  - title: Rucio on k8s\n    url: ${address(1)}\n    links: [{title: Mine, url: https://me.org/?a=1}, {title: Slides, url: ${file}/v2.pdf}, {title: "Data, raw", url: https://me.org/?a=2}]\n`,
    );
  });

  it("has an abstract only if it had none", () => {
    const agenda = [talk("Rucio on k8s", { url: address(1), abstract: "One\n- two: 2" })];
    const item = `  - title: Rucio on k8s\n    url: ${address(1)}\n`;
    expectLines(item, agenda, `${item}    abstract: |\n      One\n      - two: 2\n`);
    expectLines(`${item}    abstract: Ours\n`, agenda, `${item}    abstract: Ours\n`);
    expectLines(`${item}    abstract: # later\n`, agenda, `${item}    abstract: "One\\n- two: 2" # later\n`);
  });

  it("has the parts of the agenda, with its own notes", () => {
    expectLines(
      `  - title: Rucio on k8s\n    url: ${address(1)}\n    parts:\n      - title: One # 1\n        notes: kept\n      - title: Ours\n`,
      [
        talk("Rucio on k8s", {
          url: address(1),
          parts: [
            { title: "ONE", speakers: [{ name: "A. Forti" }], links: [], duration: 5 },
            { title: "Two: 2", speakers: [], links: [], abstract: "a\nb" },
          ],
        }),
      ],
      `  - title: Rucio on k8s\n    url: ${address(1)}\n    parts:\n      - title: ONE # 1\n        speakers: [A. Forti]\n        duration: 5\n        notes: kept\n      - title: Ours\n      - title: "Two: 2"\n        abstract: |\n          a\n          b\n`,
    );
  });
});

describe("a key that the agenda has no value for", () => {
  it("stays", () => {
    const item = `  - title: Rucio on k8s\n    session: Ours\n    speakers: [A. Forti]\n    start: "14:20"\n    duration: 20\n    place: Room 40\n    url: ${address(1)}\n`;
    expectLines(item, [talk("Rucio on k8s", { url: address(1) })], item);
  });

  it("is removed if the agenda has such values elsewhere", () => {
    expectLines(
      `  - title: Rucio on k8s\n    session: Storage\n    start: "14:20" # why\n    place: Room 40\n    url: ${address(1)}\n  - title: B\n    session: Storage\n    start: "15:00"\n    place: Room 40\n    url: ${address(2)}\n`,
      [
        talk("B", { url: address(2), session: "Storage", start: 900, place: "Room 40" }),
        talk("Rucio on k8s", { url: address(1) }),
      ],
      `  - title: Rucio on k8s\n    # why\n    url: ${address(1)}\n  - title: B\n    session: Storage\n    start: "15:00"\n    place: Room 40\n    url: ${address(2)}\n`,
    );
  });

  it("is removed if the day is that of the meeting again", () => {
    expectLines(
      `  - title: Rucio on k8s\n    date: 2027-03-10\n    url: ${address(1)}\n`,
      [talk("Rucio on k8s", { url: address(1) })],
      `  - title: Rucio on k8s\n    url: ${address(1)}\n`,
    );
  });
});

describe("a list that the agenda has in full", () => {
  const complete = (entries: readonly AgendaEntry[], meeting = {}): Agenda =>
    agendaOf(entries, { completeLists: ["chairs", "links", "parts", "speakers"], meeting });
  const item = `  - title: Rucio on k8s\n    url: ${address(1)}\n`;

  it("has no persons if the agenda has none", () => {
    const agenda = complete([talk("Rucio on k8s", { url: address(1) })]);
    const text = fileOf(`${item}    speakers: [A. Forti] # remote\n    notes: n\n`).replace(
      "  url:",
      "  chairs: [B. Two]\n  url:",
    );
    expect(labels(text, agenda)).toEqual([
      "changed: Meeting: no chairs",
      "changed: Rucio on k8s: no speakers",
    ]);
    expect(updated(text, agenda)).toBe(fileOf(`${item}    # remote\n    notes: n\n`));
  });

  it("has no files of the event that the agenda lacks, and the other links", () => {
    const file = (name: string): string => `${event}contributions/1/attachments/${name}`;
    const mine = `      - {title: Mine, url: https://me.org/attachments/1/2/a.pdf}\n      - ${event}contributions/7/\n`;
    const text = fileOf(
      `${item}    links:\n      - {title: Old, url: ${file("1/2/a.pdf")}} # draft\n${mine}      - {title: New, url: ${file("1/3/v1.pdf")}}\n`,
    );
    const agenda = complete([
      talk("Rucio on k8s", { url: address(1), links: [{ title: "New", url: file("1/3/v2.pdf") }] }),
    ]);
    expect(updated(text, agenda)).toBe(
      fileOf(`${item}    links: # draft\n${mine}      - {title: New, url: ${file("1/3/v2.pdf")}}\n`),
    );
    const alone = fileOf(`${item}    links: [{title: Old, url: ${file("1/2/a.pdf")}}]\n`);
    expect(labels(alone, complete([talk("Rucio on k8s", { url: address(1) })]))).toEqual([
      "changed: Rucio on k8s: no longer the links Old",
    ]);
    expect(updated(alone, complete([talk("Rucio on k8s", { url: address(1) })]))).toBe(fileOf(item));
  });

  it("marks its parts that the agenda lacks until they return", () => {
    const part = { title: "One", speakers: [], links: [], url: `${address(1)}subcontributions/4` };
    const lines = (mark: string): string =>
      fileOf(
        `${item}    parts:\n      - title: One # 1\n${mark}        url: ${part.url}\n        notes: kept\n      - title: Ours\n`,
      );
    const marked = lines("        x-not-in-agenda: true\n");
    const without = complete([talk("Rucio on k8s", { url: address(1) })]);
    const withPart = complete([talk("Rucio on k8s", { url: address(1), parts: [part] })]);
    expect(labels(lines(""), without)).toEqual([
      "changed: Rucio on k8s: parts that are not in the agenda: One",
    ]);
    expect(updated(lines(""), without)).toBe(marked);
    expect(labels(marked, withPart)).toEqual([
      "changed: Rucio on k8s: parts that are in the agenda again: One",
    ]);
    expect(updated(marked, withPart)).toBe(lines(""));
  });
});

describe("a comment beside a person", () => {
  const speakers = (...names: readonly string[]) => [
    talk("A", { speakers: names.map((name) => ({ name })) }),
  ];

  it.each([
    [
      "a list with dashes",
      "    speakers:\n      - A. One # remote\n      - B. Two # here\n",
      "    speakers: # remote\n      - C. Three\n      - B. Two # here\n",
    ],
    [
      "a list with a comment",
      "    speakers: # all\n      - name: A. One # remote\n        affiliation: 'L #1' # since May\n      - B. Two\n",
      "    speakers: # all\n      # remote\n      # since May\n      - C. Three\n      - B. Two\n",
    ],
    [
      "a list in brackets",
      "    speakers: [\n      A. One, # remote\n      B. Two # here\n    ]\n",
      "    speakers: [ # remote\n      C. Three,\n      B. Two # here\n    ]\n",
    ],
  ])("stays in the list when another person replaces this one: %s", (_, before, after) => {
    expectLines(`  - title: A\n${before}`, speakers("B. Two", "C. Three"), `  - title: A\n${after}`);
  });

  it("stays in the list when the person is removed", () => {
    expectLines(
      "  - title: A\n    speakers:\n      - B. Two # here\n      - A. One # remote\n    notes: n\n",
      speakers("B. Two"),
      "  - title: A\n    speakers: # remote\n      - B. Two # here\n    notes: n\n",
    );
  });
});

describe("a new entry", () => {
  it("follows its predecessor, in the form of the list", () => {
    const entries = [
      talk("A", { url: address(1) }),
      talk("N: 1"),
      talk("N2"),
      talk("B", { url: address(2) }),
    ];
    const [a, b] = [`title: A\n    url: ${address(1)}\n`, `title: B\n    url: ${address(2)}\n`];
    expectLines(
      `  - ${a}\n  # b\n  - ${b}`,
      entries,
      `  - ${a}\n  - title: "N: 1"\n\n  - title: N2\n\n  # b\n  - ${b}`,
    );
    const wide = (item: string): string => `-   ${item}`;
    expectLines(
      wide(a) + wide(b),
      entries,
      `${wide(a)}${wide('title: "N: 1"\n')}${wide("title: N2\n")}${wide(b)}`,
    );
  });

  it("is the first one, before the comments of the next", () => {
    expectLines(
      `  # a\n  - title: A\n    url: ${address(1)}\n`,
      [{ kind: "break", title: "Coffee", start: 600 }, talk("A", { url: address(1) })],
      `  - break: Coffee\n    start: "10:00"\n  # a\n  - title: A\n    url: ${address(1)}\n`,
    );
  });

  it("begins an empty list, and a missing one", () => {
    const agenda = agendaOf([talk("A"), talk("B")]);
    const list = "\n  - title: A\n  - title: B";
    expect(updated(`${head}contributions: [] # todo\nsurveys: []\n`, agenda)).toBe(
      `${head}contributions: # todo${list}\nsurveys: []\n`,
    );
    expect(updated(head.trimEnd(), agenda)).toBe(`${head}contributions:${list}`);
  });

  it("keeps blank lines that belong to the text above it", () => {
    expectLines(
      "  - title: A\n    notes: |+\n      x\n\n",
      [talk("A"), talk("B")],
      "  - title: A\n    notes: |+\n      x\n\n  - title: B\n",
    );
  });

  it("has CRLF in a file with CRLF, and no line end at the end of a file without one", () => {
    const text = fileOf("  - title: A").replaceAll("\n", "\r\n");
    expect(updated(text, agendaOf([talk("A"), talk("B", { abstract: "a\n\nb" })]))).toBe(
      `${text}\r\n  - title: B\r\n    abstract: |\r\n      a\r\n\r\n      b`,
    );
  });
});

describe("an item that is no longer in the agenda", () => {
  const gone = `  - title: Gone # why\n    url: ${address(9)}\n    notes: n\n`;
  const marked = `  - title: Gone # why\n    x-not-in-agenda: true\n    url: ${address(9)}\n    notes: n\n`;

  it("is marked, and no longer once it returns", () => {
    expectLines(gone, [talk("A")], `${marked}  - title: A\n`);
    expectLines(marked, [talk("Gone", { url: address(9) })], gone);
  });

  it("does not change if it has no address of the event, or if the agenda is empty", () => {
    const item = "  - title: By hand\n    notes: n\n";
    expectLines(item, [talk("A")], `${item}  - title: A\n`);
    expectLines(gone, [], gone);
  });

  it("is not marked if it is a break, which may be one of the file alone", () => {
    const [coffee, lunch] = [
      '  - break: Coffee\n    start: "10:00"\n',
      '  - break: Lunch\n    start: "12:00"\n',
    ];
    expectLines(
      coffee + lunch,
      [{ kind: "break", title: "Coffee", start: 630 }],
      ['  - break: Coffee\n    start: "10:30"\n  - break: Lunch\n    start: "12:00"\n'].join(""),
    );
    expectLines(coffee, [talk("A")], `${coffee}  - title: A\n`);
  });
});

describe("the meeting and its sessions", () => {
  it("follow the agenda, and the days of the items with them", () => {
    const text = `meeting:\n  title: Meeting\n  date: 2027-03-09\n  series: Ours\n  chairs: [A. Forti] # and more\n  url: ${event}\nsessions:\n  - title: Storage\n    date: 2027-03-10\n    place: Room 1\ncontributions:\n  - title: A\n    session: storage\n`;
    const agenda = agendaOf([talk("A", { session: "Storage" })], {
      meeting: {
        date: "2027-03-16",
        endDate: "2027-03-18",
        chairs: [{ name: "B. Two" }],
        timezone: "Europe/Zurich",
      },
      sessions: [
        { title: "Storage", date: "2027-03-17", place: "Room 2", conveners: [{ name: "C. Three" }] },
        { title: "Networks", conveners: [] },
      ],
    });
    expect(updated(text, agenda)).toBe(
      `meeting:\n  title: Meeting\n  date: 2027-03-16\n  endDate: 2027-03-18\n  series: Ours\n  chairs: [B. Two] # and more\n  timezone: Europe/Zurich\n  url: ${event}\nsessions:\n  - title: Storage\n    date: 2027-03-17\n    place: Room 2\n    conveners: [C. Three]\n  - title: Networks\ncontributions:\n  - title: A\n    session: storage\n`,
    );
  });

  it("have the next meeting of the agenda, and keep their own if it has none", () => {
    const next = agendaOf([talk("A")], { meeting: { nextMeeting: "2199-04-13" } });
    const text = updated(`${head}\ncontributions:\n  - title: A\n`, next);
    expect(text).toContain("\n  nextMeeting: 2199-04-13\n");
    expect(updated(text, next)).toBe(text);
    expect(updated(text, agendaOf([talk("A")]))).toBe(text);
  });

  it("have a list of sessions if the agenda says something about them", () => {
    const sessions = [{ title: "Storage", start: 540, conveners: [] }];
    expect(updated(`${head}\ncontributions:\n  - title: A\n`, agendaOf([talk("A")], { sessions }))).toBe(
      `${head}\nsessions:\n  - title: Storage\n    start: "09:00"\n\ncontributions:\n  - title: A\n`,
    );
  });
});

describe("a file that cannot follow", () => {
  const remarks = (text: string, agenda: Agenda) => {
    const result = agendaChanges(readMeeting(text), agenda);
    return [...result.changes.map(({ label }) => label), ...result.remarks];
  };

  it.each([
    [
      "an item with a syntax error",
      fileOf("  - title: Rucio: on k8s\n    start: 9\n"),
      "Rucio: on k8s cannot be read and was left as it is.",
    ],
    [
      "another event",
      fileOf("").replace("/123/", "/124/"),
      "The agenda is of another event (indico.cern.ch/event/123) than the file (indico.cern.ch/event/124).",
    ],
    [
      "no meeting head",
      "contributions: []\n",
      "The file has no meeting head that can be read: correct it first.",
    ],
    [
      "lone carriage returns",
      `${head}contributions: []\r# x\n`,
      "The file has lines that end in a carriage return alone: correct them first.",
    ],
  ])("names the reason: %s", (_, text, message) => {
    expect(remarks(text, agendaOf([talk("Rucio: on k8s")]))).toEqual([message]);
  });

  it("leaves the second of two items with one address as it is", () => {
    const items = ["Rucio on k8s", "Twin"].map((title) => `  - title: ${title}\n    url: ${address(1)}\n`);
    expect(remarks(fileOf(items.join("")), agendaOf([talk("Rucio on k8s", { url: address(1) })]))).toEqual([
      "Twin has the address of another item, and was left as it is.",
    ]);
  });

  it("has another day and other titles than an agenda without address, and not only one of these", () => {
    const { url: _, ...meeting } = agendaOf([]).meeting;
    const agenda = (date: string, ...titles: readonly string[]): Agenda => ({
      ...agendaOf(titles.map((title) => talk(title))),
      meeting: { ...meeting, date },
    });
    const text = fileOf("  - title: Old\n    notes: n\n").replace(`  url: ${event}\n`, "");
    const result = agendaChanges(readMeeting(text), agenda("2027-03-16", "New"));
    expect(result).toEqual({
      changes: [],
      remarks: [
        "The agenda is of another meeting (2027-03-16) than the file (2027-03-09): most of its titles differ.",
      ],
      isRefused: true,
    });
    const added = "  - title: New\n";
    expect(updated(text, agenda("2027-03-16", "Old", "New"))).toBe(text.replace("03-09", "03-16") + added);
    expect(updated(text, agenda("2027-03-09", "New"))).toBe(text + added);
  });

  it("keeps values that an alias refers to", () => {
    const text = fileOf('  - title: A\n    start: &s "09:00"\n  - title: B\n    start: *s\n');
    expect(remarks(text, agendaOf([talk("A", { start: 600 }), talk("B", { start: 540 })]))).toEqual([
      "A: 10:00 instead of 09:00: this cannot be changed safely, change it by hand.",
    ]);
    expect(updated(text, agendaOf([talk("A", { start: 540 }), talk("B", { start: 600 })]))).toBe(
      text.replace("*s", '"10:00"'),
    );
  });

  it("keeps comments within a list that changes", () => {
    const text = fileOf("  - title: A\n    speakers:\n      - A. One\n      # not sure\n      - B. Two\n");
    expect(remarks(text, agendaOf([talk("A", { speakers: [{ name: "A. One" }] })]))).toEqual([
      "A: speakers A. One: this cannot be changed safely, change it by hand.",
    ]);
  });
});

describe("items with the same text", () => {
  it("do not keep the others from changing, in a file that was edited too", () => {
    const twin = '  - break: Coffee\n    start: "10:00"\n';
    const lines = `  - title: A\n${twin}  - title: Rucio on k8s\n    start: "14:00"\n    url: ${address(1)}\n`;
    const opened = readMeeting(fileOf(lines));
    const at = opened.text.indexOf(twin);
    const document = opened.edit({ start: at, end: at, text: twin });
    const { changes, remarks } = agendaChanges(document, agendaOf([rucio]));
    expect(remarks).toEqual([]);
    expect(applyEdits(document.text, editsOf(changes))).toBe(
      fileOf(lines.replace(twin, twin + twin)).replace('"14:00"', '"14:20"\n    duration: 20'),
    );
  });
});

describe("lists in brackets", () => {
  it("have entries in braces", () => {
    const text = `meeting: {title: Meeting, date: 2027-03-09, url: "${event}"}\ncontributions: [{title: "A: 1", start: "09:00"}, {break: Coffee}]\n`;
    const agenda = agendaOf([
      talk("A: 1", { start: 600, abstract: "a\nb" }),
      talk("N, 1", { speakers: [{ name: "A. Forti" }] }),
      { kind: "break", title: "Coffee" },
    ]);
    expect(updated(text, agenda)).toBe(
      `meeting: {title: Meeting, date: 2027-03-09, url: "${event}"}\ncontributions: [{title: "A: 1", start: "10:00", abstract: "a\\nb"}, {title: "N, 1", speakers: [A. Forti]}, {break: Coffee}]\n`,
    );
  });
});

describe("findings on request", () => {
  it("have a fix that takes the agenda's version", () => {
    const text = fileOf(
      `  - title: Rucio on k8s\n    start: "14:00"\n    duration: 20\n    url: ${address(1)}\n`,
    );
    const [finding, ...others] = driftOf(readMeeting(text), agendaOf([rucio])).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "differs-from-agenda",
      message: "Rucio on k8s: 14:20 instead of 14:00.",
    });
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe("Rucio on k8s");
    const [fix] = finding?.fixes?.() ?? [];
    expect(applyEdits(text, fix?.edits ?? [])).toBe(text.replace("14:00", "14:20"));
    expect(
      readMeeting(text)
        .findings()
        .map(({ code }) => code),
    ).not.toContain("differs-from-agenda");
  });
});

describe("a session that the agenda renames", () => {
  const page = `${event}sessions/1/`;
  const fileIn = (session: string, name = session): string =>
    `${head}sessions:\n  - title: ${session}\n    url: ${page}\n  - title: Networks\n    url: ${event}sessions/2/\ncontributions:\n`
      .concat(
        `  - title: Gone\n    x-not-in-agenda: true\n    session: ${name} # why\n    url: ${address(9)}\n`,
      )
      .concat(
        `  - title: Ours\n    session: ${name.toUpperCase()}\n  - break: Walk\n    session: "${name}"\n`,
      )
      .concat(`  - title: A\n    session: ${name}\n    url: ${address(1)}\n`);
  const sessionsOf = (...titles: readonly string[]) =>
    titles.map((title, at) => ({ title, url: `${event}sessions/${at + 1}/`, conveners: [] }));

  it("has its new name in all items of the file", () => {
    const agenda = agendaOf([talk("A", { url: address(1), session: "Data" })], {
      sessions: sessionsOf("Data", "Networks"),
    });
    expect(updated(fileIn("Storage"), agenda)).toBe(fileIn("Data").replace("DATA", "Data"));
  });

  it("is the session of no item that the agenda has outside of it", () => {
    const agenda = agendaOf([talk("A", { url: address(1) })], { sessions: sessionsOf("Data", "Networks") });
    expect(updated(fileIn("Storage"), agenda)).toBe(
      fileIn("Data").replace("DATA", "Data").replace("A\n    session: Data\n", "A\n"),
    );
  });

  it("keeps its items if the agenda has another session with the old name", () => {
    const agenda = agendaOf([talk("A", { url: address(1), session: "Storage" })], {
      sessions: sessionsOf("Data", "Storage"),
    });
    expect(updated(fileIn("Storage"), agenda)).toBe(
      fileIn("Data", "Storage").replace("title: Networks", "title: Storage"),
    );
  });

  it("keeps its items, and is marked, if the agenda lacks it", () => {
    const agenda = agendaOf([talk("A", { url: address(1) })], {
      sessions: sessionsOf("", "Networks").slice(1),
    });
    expect(updated(fileIn("Storage"), agenda)).toBe(
      fileIn("Storage").replace("- title: Storage\n", "- title: Storage\n    x-not-in-agenda: true\n"),
    );
  });

  it("has its new name in the items of a slot that the agenda lacks", () => {
    const slots = (name: string, mark = ""): string =>
      `${head}sessions:\n  - title: ${name}\n    url: ${page}\n  - title: Storage\n${mark}    date: 2027-03-10\n    url: ${event}sessions/7/\ncontributions:\n  - title: Ours\n    session: ${name}\n    date: 2027-03-10\n`;
    const agenda = agendaOf([talk("Ours too", { url: address(1) })], { sessions: sessionsOf("Data") });
    const added = `  - title: Ours too\n    url: ${address(1)}\n`;
    expect(updated(slots("Storage") + added, agenda)).toBe(
      slots("Data", "    x-not-in-agenda: true\n") + added,
    );
  });

  it("is added to a new list of sessions if items of the file alone have it", () => {
    const items = `contributions:\n  - title: Ours\n    session: Lunch\n  - title: A\n    session: Old\n    url: ${address(1)}\n`;
    const agenda = agendaOf([talk("A", { url: address(1), session: "Data" })], {
      sessions: sessionsOf("Data"),
    });
    expect(updated(head + items, agenda)).toBe(
      `${head}sessions:\n  - title: Data\n    url: ${page}\n  - title: Lunch\n${items.replace("Old", "Data")}`,
    );
  });
});
