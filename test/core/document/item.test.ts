/** Who reads an item reads the same: notes, calendar, coverage, diagnostics. */
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../server/src/core/coverage/coverageOf";
import { Item } from "../../../server/src/core/document/item";
import { arrange } from "../../../server/src/core/notes/arrange/arrange";
import { timeOf } from "../../../server/src/core/notes/arrange/notesText";
import { calendarOf } from "../../../server/src/core/notes/calendar";
import { notesMarkdown } from "../../../server/src/core/notes/markdown/markdown";
import { notesOf } from "../../../server/src/core/notes/read/notesOf";
import { examplesIn } from "../../../server/src/core/suggest/examplesIn";
import { outline } from "../../support/editorRequests";
import { inMeeting } from "../../support/findings";
import { knowledge, readMeeting } from "../../support/meeting";

function readingsOf(text: string) {
  const document = readMeeting(text);
  const lines = calendarOf(document).text.replaceAll("\r\n ", "").split("\r\n");
  const eventValue = (name: string): string | undefined =>
    // of the first talk, whose event is below that of the meeting, otherwise of the calendar
    [...lines.slice(lines.indexOf("BEGIN:VEVENT", lines.indexOf("BEGIN:VEVENT") + 1)), ...lines]
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1);
  return { document, notes: notesOf(document), eventValue, leftOut: calendarOf(document).skipped };
}

/** `code: message` of each finding. */
function found(items: string): readonly string[] {
  return readMeeting(inMeeting(items))
    .findings()
    .map(({ code, message }) => `${code}: ${message}`);
}

describe("aliases", () => {
  it("are followed in the meeting's head, by notes, calendar and coverage", () => {
    const { document, notes, eventValue } = readingsOf(
      'meeting:\n  title: &t Kubernetes\n  date: &d 2019-12-10\n  place: *t\n  series: *d\ncontributions:\n  - {title: x, start: "09:00"}\n',
    );
    expect(notes.meeting).toMatchObject({ title: "Kubernetes", place: "Kubernetes", series: "2019-12-10" });
    expect([eventValue("NAME"), eventValue("LOCATION")]).toEqual(["Kubernetes", "Kubernetes"]);
    expect(coverageOf([document]).meetings[0]).toMatchObject({ title: "Kubernetes", date: "2019-12-10" });
  });

  it("are followed in an item, by notes, calendar, coverage and counts", () => {
    const { document, notes, eventValue } = readingsOf(
      inMeeting(
        '  - title: &a A. Forti\n    speakers: [*a, &b B. Other, *b]\n    community: &c ATLAS\n    start: "09:00"\n    themes: [&s security, *s]\n    url: &u https://cern.ch\n    actions: [{text: x, owner: *b}]\n    notes: *u\n',
      ),
    );
    const [item] = notes.items;
    expect(item?.speakers.map((person) => person.name)).toEqual(["A. Forti", "B. Other", "B. Other"]);
    expect(item?.actions[0]?.owners).toEqual(["B. Other"]);
    expect(eventValue("DESCRIPTION")).toBe("Speakers: A. Forti\\, B. Other\\, B. Other\\nhttps://cern.ch");
    expect(coverageOf([document]).communities).toEqual(["ATLAS"]);
    expect(document.nameCountsSoFar().people.get("B. Other")).toBe(3);
  });

  it("are followed in a list of speakers", () => {
    const { notes, eventValue } = readingsOf(
      inMeeting('  - {title: x, start: "09:00", themes: none, speakers: [&a A. Forti, *a]}\n'),
    );
    expect(notes.items[0]?.speakers).toEqual([{ name: "A. Forti" }, { name: "A. Forti" }]);
    expect(eventValue("DESCRIPTION")).toBe("Speakers: A. Forti\\, A. Forti");
  });

  it("give a start to the agenda, the diagnostics and the calendar", () => {
    const items =
      '  - {title: A, themes: none, notes: &s "09:00", start: *s, duration: 30}\n  - {title: B, themes: none, start: "09:20"}\n';
    const { notes, eventValue, leftOut } = readingsOf(inMeeting(items));
    expect(notes.items.map(({ start }) => start)).toEqual([540, 560]);
    expect(found(items)).toEqual(["schedule-overlap: Overlaps “A”, which ends at 09:30."]);
    expect([eventValue("DTSTART"), leftOut]).toEqual(["20191210T090000", []]);
  });
});

describe("a duration of 24 hours", () => {
  const items =
    '  - {title: A, themes: none, start: "09:20", duration: 1440}\n  - {title: B, themes: none, start: "10:00"}\n';

  it("ends at the same time in the diagnostics, the agenda and the calendar", () => {
    const { document, notes, eventValue } = readingsOf(inMeeting(items));
    expect(found(items)).toEqual(["schedule-overlap: Overlaps “A”, which ends at 09:20 the next day."]);
    expect(notes.items[0] && timeOf(notes.items[0])).toBe("09:20–09:20 the next day");
    const agenda = arrange(notes, "agenda", document.vocabulary.catalogue);
    expect(notesMarkdown(notes, agenda)).toContain("Starts before “A” is over, at 09:20 the next day.");
    expect(eventValue("DTEND")).toBe("20191211T092000");
  });

  it.each(["1441", "20000", "0", "-5", ".inf", ".nan", "'30'"])("but not one of %s", (duration) => {
    const text = items.replace("1440", duration);
    const { document, notes, eventValue } = readingsOf(inMeeting(text));
    expect(found(text).filter((finding) => finding.startsWith("schedule-overlap"))).toEqual([]);
    expect([notes.items[0]?.end, notes.items[0]?.duration, eventValue("DTEND")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(coverageOf([document]).total.minutes).toBe(0);
  });
});

describe("of a key that occurs twice", () => {
  it("the last value counts, for all", () => {
    const items =
      '  - {title: A, title: B, start: "09:00", start: "10:00", themes: none, themes: [security]}\n';
    const { document, notes, eventValue } = readingsOf(inMeeting(items));
    expect(notes.items[0]).toMatchObject({ title: "B", start: 600, tagged: "themes" });
    expect([eventValue("SUMMARY"), eventValue("DTSTART")]).toEqual(["B", "20191210T100000"]);
    expect(outline(document.text).at(-1)).toBe("  B (security)");
    expect([...examplesIn(document.text, knowledge.vocabulary)].flat()).toEqual([
      { title: "B", themes: ["security"] },
    ]);
  });
});

it("an item that is a text has that title, for all", () => {
  const { document, notes } = readingsOf(inMeeting("  - Coffee\n"));
  expect(notes.items[0]?.title).toBe("Coffee");
  expect(outline(document.text).at(-1)).toBe("  Coffee (no theme)");
  expect(coverageOf([document]).columns[0]?.title).toBe("Coffee");
});

it("ranges are those of the value, or of the key without one", () => {
  const [item] = readMeeting(inMeeting('  - title:\n    start: "09:00"\n')).items();
  const ranges = item?.withUnit((unit) => new Item(unit)).rangeOf("start");
  const text = (range = { start: 0, end: 0 }) => item?.block.text.slice(range.start, range.end);
  expect([text(item?.summary.titleRange), text(ranges)]).toEqual(["title", '"09:00"']);
});
