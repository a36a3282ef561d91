import { describe, expect, it } from "vitest";
import { arrange } from "../../../../server/src/core/notes/arrange/arrange";
import type { ArrangeBy, Entry } from "../../../../server/src/core/notes/arrange/sections";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { inMeeting } from "../../../support/findings";
import { fixtureKnowledge as knowledge, readFixture as read } from "../../../support/fixtureCatalogue";

/** Each section as its title and entries in short. */
function arranged(text: string, by: ArrangeBy) {
  const { sections } = arrange(notesOf(read(inMeeting(text))), by, knowledge.vocabulary.catalogue);
  return sections.map(({ title, entries }) => [title, ...entries.map(inShort)]);
}

function inShort(entry: Entry): string {
  if (entry.kind === "gap") return `${entry.start}-${entry.end}`;
  if (entry.kind === "break") return `break ${entry.entry.title}`;
  const { item, seeAlso, overlap } = entry;
  const more = [
    ...(seeAlso ? [`see ${seeAlso}`] : []),
    ...(overlap ? [`${overlap.title} until ${overlap.until}`] : []),
  ];
  return [item.title, ...more].join(", ");
}

describe("by theme", () => {
  it("follows the catalogue, with an item in full under the theme it names first", () => {
    const items =
      "  - {title: x, themes: [storage-integration, security/aai, security]}\n  - {title: y, themes: [security]}\n";
    expect(arranged(items, "theme")).toEqual([
      ["Security", "x, see Storage integration", "y"],
      ["Storage integration", "x"],
    ]);
  });

  it("ends with what has no theme: unknown ones, none on purpose, none yet, and what is broken", () => {
    const items =
      "  - {title: y}\n  - {title: z, themes: none}\n  - {title: g, themes: [gnomes]}\n  - {title: b\n  - {title: x, themes: [security]}\n";
    expect(arranged(items, "theme")).toEqual([
      ["Security", "x"],
      ["Other themes", "g"],
      ["Outside the themes", "z"],
      ["No theme yet", "y"],
      ["Could not be read", "b"],
    ]);
  });
});

describe("by agenda", () => {
  const at = (title: string, start: string, duration?: number) =>
    `  - {title: ${title}, start: "${start}"${duration === undefined ? "" : `, duration: ${duration}`}}\n`;

  it("follows the time, with gaps and overlaps", () => {
    const items =
      at("late", "11:00", 10) + at("a", "09:00", 30) + at("b", "09:20", 20) + at("c", "09:40", 20);
    expect(arranged(items, "agenda")).toEqual([["Agenda", "a", "b, a until 570", "c", "600-660", "late"]]);
  });

  it("leaves an item without a start after the item above it, and reports no gap that it may fill", () => {
    const items = `${at("a", "09:00", 30)}  - {title: coffee}\n${at("b", "10:00", 20)}${at("c", "10:30")}${at("d", "11:00")}`;
    expect(arranged(items, "agenda")).toEqual([["Agenda", "a", "coffee", "b", "620-630", "c", "d"]]);
  });

  it("holds an overlap against what runs longest", () => {
    const items =
      at("long", "09:00", 120) + at("short", "09:10", 10) + at("b", "09:30", 15) + at("c", "09:45");
    expect(arranged(items, "agenda")).toEqual([
      ["Agenda", "long", "short, long until 660", "b, long until 660", "c, long until 660"],
    ]);
  });

  it("has surveys and discussion after the contributions", () => {
    const rest = "discussion:\n  - {topic: d}\nsurveys:\n  - {question: q}\n";
    expect(arranged(`  - {title: x}\n${rest}`, "agenda")).toEqual([
      ["Agenda", "x"],
      ["Surveys", "q"],
      ["Discussion", "d"],
    ]);
  });
});

describe("by community", () => {
  it("follows the catalogue, then the alphabet, then what comes from none", () => {
    const items = ["zoo", "cms", "Ants", "ATLAS", "''"]
      .map((name, index) => `  - {title: t${index}, community: ${name}}\n`)
      .join("");
    expect(arranged(`${items}discussion:\n  - {topic: d}\n`, "community")).toEqual([
      ["ATLAS", "t3"],
      ["CMS", "t1"],
      ["Ants", "t2"],
      ["zoo", "t0"],
      ["No community named", "t4"],
      ["Discussion", "d"],
    ]);
  });
});

describe("a meeting without groups", () => {
  const none =
    "  - {title: y, themes: none, start: '10:00'}\n  - {break: Coffee}\n  - {title: z, themes: none, start: '11:00'}\n";

  it.each(["theme", "community"] as const)("is grouped by agenda instead of by %s", (by) => {
    expect(arranged(none, by)).toEqual(arranged(none, "agenda"));
    expect(arranged(none, by)[0]?.[0]).toBe("Agenda");
  });

  it("still shows by theme what has no theme yet", () =>
    expect(arranged("  - {title: y}\n", "theme")).toEqual([["No theme yet", "y"]]));
});
