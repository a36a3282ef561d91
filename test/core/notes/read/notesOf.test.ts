import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Notes, NotesItem } from "../../../../server/src/core/notes/read/notes";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { inMeeting } from "../../../support/findings";
import { knowledge, readMeeting } from "../../../support/meeting";

function of(items: string): Notes {
  return notesOf(readMeeting(inMeeting(items)));
}

function first(items: string): NotesItem {
  const [item] = of(items).items;
  if (!item) throw new Error("There is no item.");
  return item;
}

describe("the notes of a meeting", () => {
  it("are its head and its items as plain values", () => {
    const notes = notesOf(
      readMeeting(
        "meeting:\n  title: M\n  date: 2019-12-10\n  chairs: [A]\n  timezone: Europe/Zurich\ncontributions:\n  - title: x\n    community: atlas\n    start: '09:00'\n    duration: 20\n    themes: [security/aai, gnomes, security/gnomes]\n",
      ),
    );
    expect(notes.meeting).toEqual({
      title: "M",
      date: "2019-12-10",
      chairs: [{ name: "A" }],
      minuteTakers: [],
      attendees: [],
      apologies: [],
      links: [],
      timezone: { name: "Europe/Zurich", isKnown: true },
      line: 2,
      endLine: 5,
    });
    const security = { id: "security", title: "Security" };
    expect(notes.items).toMatchObject([
      {
        key: "contributions-x",
        line: 7,
        endLine: 11,
        community: "ATLAS",
        start: 540,
        end: 560,
        duration: 20,
        tagged: "themes",
        themes: [
          { ref: "security/aai", theme: security, topic: { id: "aai" } },
          { ref: "gnomes" },
          { ref: "security/gnomes", theme: security },
        ],
        isBroken: false,
      },
    ]);
  });

  it("list the errors of readable items, each with its item", () => {
    const notes = notesOf(
      readMeeting(
        "meeting:\n  title: M\n  date: 2019-02-30\ncontributions:\n  - {title: x, speaker: A}\nagenda: []\n",
      ),
    );
    expect(notes.problems.map(({ line, message }) => [line, /^[^.]*/.exec(message)?.[0]])).toEqual([
      [3, "2019-02-30 is not a date of the calendar"],
      [6, expect.stringContaining("`agenda`")],
    ]);
    expect(notes.items[0]).toMatchObject({ isBroken: false, problems: [{ line: 5 }] });
  });

  it("distinguish untagged items from items with `themes: none`", () => {
    const { items } = of("  - {title: x}\n  - {title: y, themes: none}\n  - {title: z, themes: []}\n");
    expect(items.map(({ tagged }) => tagged)).toEqual(["untagged", "none", "untagged"]);
  });

  it("give each item a unique key that does not depend on the items above", () => {
    const items = "  - {title: x}\n  - {title: X!}\n  - {title: 日本}\n  - speakers: [A]\n";
    const keys = (text: string) => of(text).items.map(({ key }) => key);
    expect(keys(items)).toEqual([
      "contributions-x",
      "contributions-x-2",
      "contributions-日本",
      "contributions-untitled",
    ]);
    expect(keys(`  - {title: before}\n${items}`).slice(1)).toEqual(keys(items));
  });

  it("know what is overdue today: open, and due on a day before", () => {
    const due = (action: string) => first(`  - {title: x, actions: [${action}]}\n`).actions[0]?.isOverdue;
    expect(due("{text: a, due: 2026-01-14}")).toBe(true);
    expect(due("{text: a, due: 2026-01-15}")).toBe(false);
    expect(due("{text: a, due: 2026-01-14, status: done}")).toBe(false);
    expect(due("{text: a, due: 2025-02-30}")).toBe(false);
    expect(due("{text: a}")).toBe(false);
  });

  it.each([
    ["of those who responded", "responses: 10", [0.4, 0.2]],
    ["of all answers, if the number of responses is unknown", "code: Q1", [4 / 6, 2 / 6]],
    ["of no more than all, where fewer responded than answered", "responses: 2", [1, 0.5]],
  ])("share the answers out %s", (_, more, shares) => {
    const survey = `surveys:\n  - {question: Q, ${more}, answers: [{answer: a, count: 4}, {answer: b, count: 2}]}\n`;
    const [item] = notesOf(readMeeting(survey)).items;
    expect(item?.survey?.answers.map(({ share }) => share)).toEqual(shares);
  });

  it("give no share of nothing, or to a count that is none", () => {
    const survey =
      "surveys:\n  - {question: Q, answers: [{answer: a, count: 0}, {answer: b, count: -1}, c]}\n";
    const [item] = notesOf(readMeeting(survey)).items;
    expect(item?.survey?.answers).toEqual([{ answer: "a", count: 0 }, { answer: "b" }, { answer: "c" }]);
  });

  it("read what has the wrong type as far as possible", () => {
    const item = first(
      "  - {title: 2019, speakers: A, actions: [Ask], duration: soon, url: 'javascript:x'}\n",
    );
    expect(item).toMatchObject({
      title: "2019",
      speakers: [{ name: "A" }],
      actions: [{ text: "Ask", status: "open" }],
    });
    expect(item).not.toHaveProperty("duration");
    expect(item).not.toHaveProperty("url");
    expect(item.problems.map(({ line }) => line)).toEqual([5, 5, 5, 5, 5]);
  });

  it("resolve aliases", () => {
    expect(first("  - {title: &t x, speakers: [*t]}\n").speakers).toEqual([{ name: "x" }]);
  });
});

describe("the notes of a broken meeting", () => {
  it("include the readable keys of a broken item, at its place, and mark it", () => {
    const { items } = of(
      "  - title: x\n  # why\n  - title: Rucio: the next steps\n    notes: kept\n  - title: z\n",
    );
    expect(items.map(({ title, isBroken, line }) => ({ title, isBroken, line }))).toEqual([
      { title: "x", isBroken: false, line: 5 },
      { title: "Rucio: the next steps", isBroken: true, line: 7 },
      { title: "z", isBroken: false, line: 9 },
    ]);
    expect(items[1]?.source).toBe("- title: Rucio: the next steps\n  notes: kept");
    expect(items[1]?.problems).toMatchObject([{ line: 7 }]);
  });

  it.each([
    ["- title: 'x' y", "'x' y"],
    ['- {title: "a", speakers: [', "a"],
    ["- {speakers: [A], title: b, url: [", "b"],
    ["- title: [a", "[a"],
    ["- Rucio: the: next", ""],
    ["- *x y", "*x y"],
    ["- speakers: [A", ""],
  ])("guess the title of %s", (text, title) => {
    expect(first(`  ${text}\n`)).toMatchObject({ isBroken: true, title });
  });

  it("keep a broken head's title and date, and its text", () => {
    const notes = notesOf(
      readMeeting("meeting:\n  title: M\n  date: 2019-12-10\n  chairs: [A\ncontributions:\n  - title: x\n"),
    );
    expect(notes.meeting).toMatchObject({ title: "M", date: "2019-12-10", chairs: [] });
    expect(notes.unread).toMatchObject([{ line: 1, endLine: 4, problems: [{ line: 4 }] }]);
    expect(notes.items).toMatchObject([{ title: "x" }]);
  });

  it("mark an item whose aliases lead nowhere", () => {
    expect(first("  - {title: x, speakers: [*unknown]}\n")).toMatchObject({ title: "x", isBroken: true });
  });

  it.each(["", "\0", "[", "- a\n- b\n", "meeting: [\ncontributions: {", "contributions:\n  - \n  -\n"])(
    "do not fail on %j",
    (text) => {
      expect(notesOf(readMeeting(text)).themes).toHaveLength(knowledge.vocabulary.catalogue.themes.length);
    },
  );

  it("do not fail on anything", () => {
    const part = fc.constantFrom(
      ..."meeting:|contributions:|surveys:|discussion:|\n|  - |    |title: x|themes: |none|[|]|{|}|: |&a |*a|'|\"|# |answers: |actions: |count: 1|\t|\r\n|!!set |? ".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        expect(Array.isArray(notesOf(readMeeting(parts.join(""))).items)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
