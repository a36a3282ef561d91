/** Days, sessions and breaks in the arrangement by agenda. */
import { describe, expect, it } from "vitest";
import { arrange } from "../../../../server/src/core/notes/arrange/arrange";
import type { Entry } from "../../../../server/src/core/notes/arrange/sections";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { fixtureKnowledge as knowledge, readFixture as read } from "../../../support/fixtureCatalogue";

function sectionsOf(text: string) {
  const { sections } = arrange(notesOf(read(text)), "agenda", knowledge.vocabulary.catalogue);
  return sections.map(({ title, day, session, parallel, entries }) => {
    const times = session && `${session.start ?? ""}-${session.end ?? ""}`;
    const heading = [day, title, times, session?.isContinued && "continued", parallel && `p${parallel}`];
    return [heading.filter(Boolean).join(" "), ...entries.map(inShort)];
  });
}

function inShort(entry: Entry): string {
  if (entry.kind === "gap") return `${entry.start}-${entry.end}`;
  if (entry.kind === "break") return `(${entry.entry.title})`;
  return entry.overlap ? `${entry.item.title} overlaps ${entry.overlap.title}` : entry.item.title;
}

/** @param entries `title; key: value`, or `break: title; …` */
function agenda(entries: readonly string[], sessions: readonly string[] = [], head = "") {
  const map = (line: string) => `  - {${line.replaceAll(";", ",")}}\n`;
  const list = sessions.length > 0 ? `sessions:\n${sessions.map(map).join("")}` : "";
  return `meeting: {title: M, date: 2026-03-03${head}}\n${list}contributions:\n${entries.map(map).join("")}`;
}

const at = (title: string, start: string, duration: number, more = "") =>
  `title: ${title}; start: "${start}"; duration: ${duration}${more}`;
const pause = (title: string, start: string, duration: number, more = "") =>
  `break: ${title}; start: "${start}"; duration: ${duration}${more}`;

describe("breaks", () => {
  it("are between the contributions, and there are no gaps beside them", () => {
    const entries = [at("a", "09:00", 30), pause("Coffee", "10:00", 20), at("b", "11:00", 30)];
    expect(sectionsOf(agenda(entries))).toEqual([["Agenda", "a", "(Coffee)", "b"]]);
  });

  it("are in the session around them, but interrupt parallel sessions", () => {
    const one = [
      at("a", "09:00", 60, "; session: S"),
      pause("Coffee", "10:00", 20),
      at("b", "10:20", 40, "; session: S"),
    ];
    expect(sectionsOf(agenda(one))).toEqual([["S 540-660", "a", "(Coffee)", "b"]]);
    const two = [...one, at("c", "09:00", 60, "; session: T"), at("d", "10:20", 40, "; session: T")];
    expect(sectionsOf(agenda(two))).toEqual([
      ["S 540-600 p1", "a"],
      ["T 540-600 p1", "c"],
      ["Agenda", "(Coffee)"],
      ["S 620-660 continued p2", "b"],
      ["T 620-660 continued p2", "d"],
    ]);
  });

  it("without a time stay where they are in the file", () => {
    const entries = ["title: a", "break: Coffee", "title: b"];
    expect(sectionsOf(agenda(entries))).toEqual([["Agenda", "a", "(Coffee)", "b"]]);
    const inSession = ["title: a; session: S", "break: Coffee", "title: b; session: S"];
    expect(sectionsOf(agenda(inSession))).toEqual([["S -", "a", "(Coffee)", "b"]]);
  });
});

describe("a session that continues", () => {
  /** The place and the conveners of each slot, by its day. */
  const factsOf = (text: string) =>
    arrange(notesOf(read(text)), "agenda", knowledge.vocabulary.catalogue).sections.flatMap(
      ({ day, session }) =>
        session
          ? [
              [
                day ?? "",
                session.place ?? "",
                session.conveners.map(({ name }) => name).join(", "),
                session.notes ?? "",
              ].join("|"),
            ]
          : [],
    );
  const storage = "title: S; place: Room 1; conveners: [A. Forti, B. Two]; x: Words";

  it("on another day has its place and conveners again, and its words once", () => {
    const entries = ["title: a; session: S", "title: b; session: s; date: 2026-03-05"];
    const words = "X: Words";
    for (const date of ["", "; date: 2026-03-03"])
      expect(factsOf(agenda(entries, [storage + date]))).toEqual([
        `2026-03-03|Room 1|A. Forti, B. Two|${words}`,
        "2026-03-05|Room 1|A. Forti, B. Two|",
      ]);
  });

  it("on another day only has them as well", () => {
    expect(factsOf(agenda(["title: b; session: S; date: 2026-03-05"], [storage]))).toEqual([
      "|Room 1|A. Forti, B. Two|X: Words",
    ]);
  });

  it("after an entry outside of it has them again", () => {
    const entries = [
      at("a", "09:00", 30, "; session: S"),
      at("x", "10:00", 30),
      at("b", "11:00", 30, "; session: S"),
    ];
    expect(factsOf(agenda(entries, [storage]))).toEqual([
      "|Room 1|A. Forti, B. Two|X: Words",
      "|Room 1|A. Forti, B. Two|",
    ]);
  });

  it("with an entry for each day has those of the day", () => {
    const sessions = [
      "title: S; date: 2026-03-03; place: Room 1; conveners: [A. Forti]; x: One",
      "title: s; date: 2026-03-04; place: Room 2; conveners: [B. Two]; x: Two",
      "title: S; date: 2026-03-05; place: Room 3",
    ];
    const entries = ["title: a; session: S", "title: b; session: S; date: 2026-03-04"];
    expect(factsOf(agenda(entries, sessions))).toEqual([
      "2026-03-03|Room 1|A. Forti|X: One",
      "2026-03-04|Room 2|B. Two|X: Two",
      "2026-03-05|Room 3||",
    ]);
  });

  it("is not planned on the day of its entry if all its items are on another day", () => {
    const entries = ["title: b; session: S; date: 2026-03-05", "title: a"];
    expect(sectionsOf(agenda(entries, [storage]))).toEqual([
      ["2026-03-03 Agenda", "a"],
      ["2026-03-05 S -", "b"],
    ]);
  });
});

describe("days", () => {
  it("are headings only if there are several, and follow the calendar", () => {
    const entries = [at("b", "09:00", 30, "; date: 2026-03-04"), at("a", "14:00", 30)];
    expect(sectionsOf(agenda(entries))).toEqual([
      ["2026-03-03 Agenda", "a"],
      ["2026-03-04 Agenda", "b"],
    ]);
    expect(sectionsOf(agenda([at("a", "14:00", 30)], [], ", endDate: 2026-03-04"))).toEqual([
      ["Agenda", "a"],
    ]);
  });

  it("follow from the session, and an item of another day continues it", () => {
    const entries = ["title: a; session: s", "title: b; session: S; date: 2026-03-05", "title: c"];
    expect(sectionsOf(agenda(entries, ["title: S; date: 2026-03-04"]))).toEqual([
      ["2026-03-03 Agenda", "c"],
      ["2026-03-04 S -", "a"],
      ["2026-03-05 S - continued", "b"],
    ]);
  });

  it("have no gaps, overlaps or order in common", () => {
    const entries = [at("a", "09:00", 600), at("b", "09:00", 30, "; date: 2026-03-04")];
    expect(sectionsOf(agenda(entries))).toEqual([
      ["2026-03-03 Agenda", "a"],
      ["2026-03-04 Agenda", "b"],
    ]);
  });

  it("hold what does not parse with the entry above it", () => {
    const text = `${agenda([at("a", "09:00", 30), at("b", "09:00", 30, "; date: 2026-03-04")])}  - title: c: d\n`;
    expect(sectionsOf(text)).toEqual([
      ["2026-03-03 Agenda", "a"],
      ["2026-03-04 Agenda", "b", "c: d"],
    ]);
  });
});

describe("sessions", () => {
  it("are in time order with the items outside of them", () => {
    const entries = [
      at("b", "11:00", 30, "; session: T"),
      at("a", "09:00", 60, "; session: S"),
      "title: a2; session: S",
      at("hello", "08:30", 30),
      at("between", "10:00", 60),
      "title: end",
    ];
    expect(sectionsOf(agenda(entries))).toEqual([
      ["Agenda", "hello"],
      ["S 540-600", "a", "a2"],
      ["Agenda", "between", "end"],
      ["T 660-690", "b"],
    ]);
  });

  it("are parallel on one day at overlapping times only", () => {
    const entries = [
      at("a", "09:00", 60, "; session: S"),
      at("b", "09:30", 60, "; session: T"),
      at("c", "10:30", 60, "; session: U"),
      at("d", "09:30", 60, "; session: V; date: 2026-03-04"),
    ];
    expect(sectionsOf(agenda(entries))).toEqual([
      ["2026-03-03 S 540-600 p1", "a"],
      ["2026-03-03 T 570-630 p1", "b"],
      ["2026-03-03 U 630-690", "c"],
      ["2026-03-04 V 570-630", "d"],
    ]);
  });

  it("have the times that are written, and gaps and overlaps within themselves only", () => {
    const entries = [
      at("a", "09:00", 30, "; session: S"),
      at("b", "09:15", 30, "; session: S"),
      at("c", "10:00", 30, "; session: S"),
      at("d", "09:00", 30, "; session: T"),
    ];
    const sessions = ['title: S; start: "08:50"; duration: 130', "title: T"];
    expect(sectionsOf(agenda(entries, sessions))).toEqual([
      ["S 530-660 p1", "a", "b overlaps a", "585-600", "c"],
      ["T 540-570 p1", "d"],
    ]);
    expect(sectionsOf(agenda(entries, sessions, ", status: final"))[0]).not.toContain("585-600");
  });

  it("in different rooms do not overlap, and neither do items", () => {
    const entries = [at("a", "09:00", 60, "; place: A"), at("b", "09:30", 60, "; place: B")];
    expect(sectionsOf(agenda(entries))).toEqual([["Agenda", "a", "b"]]);
  });

  it("with two entries of their own are two slots", () => {
    const entries = [at("a", "09:00", 30, "; session: S"), at("b", "14:00", 30, "; session: S")];
    const sessions = ['title: S; start: "09:00"; place: A', 'title: S; start: "14:00"; place: B'];
    expect(sectionsOf(agenda(entries, sessions))).toEqual([
      ["S 540-570", "a"],
      ["S 840-870 continued", "b"],
    ]);
  });

  it("without contributions are listed if they say more than a title", () => {
    const sessions = ['title: Tutorial; start: "10:00"; duration: 60', "title: Nothing"];
    expect(sectionsOf(agenda([at("a", "09:00", 30), at("b", "11:00", 30)], sessions))).toEqual([
      ["Agenda", "a"],
      ["Tutorial 600-660"],
      ["Agenda", "b"],
    ]);
  });
});
