import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/src/core/text/range";
import { expectFindings, expectFixes, inMeeting, items } from "../../support/findings";
import { readFixture } from "../../support/fixtureCatalogue";

describe("duplicate-title", () => {
  it("two items of one list", () => {
    const meeting = items`
      - {title: A, themes: none}
                ^ note: First occurrence.
      - {title: a, themes: [security]}
                ^ duplicate-title: Duplicate title.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "duplicate-title", {
      "Rename to “a (2)”": items`
        - {title: A, themes: none}
        - {title: a (2), themes: [security]}
      `,
    });
  });

  it("counts on where a number is taken, and stays in the quotes", () => {
    const meeting = items`
      - {title: A, themes: none}
      - {title: A (2), themes: none}
      - {title: "A", themes: [security]}
    `;
    expectFixes(meeting, "duplicate-title", {
      "Rename to “A (3)”": meeting.replace('"A"', '"A (3)"'),
    });
  });

  it("not two items without themes", () => {
    expectFindings(items`
      - {title: Welcome, themes: none}
      - {title: Welcome, themes: none}
    `);
  });

  it.each(["Coffee break", "Lunch", "Coffee", "Tea break (Room 40)"])("not two breaks: %s", (title) => {
    expectFindings(items`
      - {title: ${title}, themes: none}
      - {title: ${title}, themes: [security]}
    `);
  });

  it.each([
    ["days", "date: 2019-12-10", "date: 2019-12-11"],
    ["days, one of them that of the meeting", "duration: 10", "date: 2019-12-11"],
    ["starts", 'start: "09:00"', 'start: "14:00"'],
    ["sessions", "session: Storage", "session: Network"],
    ["days of their sessions", "session: Storage", "session: Monitoring"],
    ["places", "place: Room 1", "place: Room 2"],
    ["places, one of them that of the session", "session: Storage", "{session: storage, place: Room 2}"],
    ["sessions, without a start", '{session: Storage, start: "09:00"}', "session: Network"],
  ])("not on different %s", (_, ...values) => {
    expect(codesWith(values)).toEqual([]);
    expect(codesWith([...values].reverse())).toEqual([]);
  });

  it.each([
    ["the same day", "date: 2019-12-10", "duration: 10"],
    ["one start", 'start: "09:00"', "duration: 10"],
    ["the same start", 'start: "09:00"', "start: '09:00'"],
    ["the same session", "session: Storage", "session: STORAGE "],
    ["one session", "session: Storage", "duration: 10"],
    ["the same place", "{place: Room 1, duration: 10}", "place: room  1"],
    ["a start that is not a time of day", 'start: "09:00"', "start: soon"],
  ])("with %s", (_, ...values) => {
    expect(codesWith(values)).toContain("duplicate-title");
    expect(codesWith([...values].reverse())).toContain("duplicate-title");
  });

  it("compares an item with all those above it that differ from each other", () => {
    expectFindings(items`
      - {title: A, themes: [security], start: "09:00"}
      - {title: A, themes: [security], start: "10:00"}
                ^ note: First occurrence.
      - {title: A, themes: [security], start: "10:00"}
                ^ duplicate-title: Duplicate title.
    `);
  });

  it("two sessions of one title only if they are at the same time", () => {
    const sessions = (second: string): string =>
      `${inMeeting("  - {title: A, themes: none, session: S}\n")}sessions:\n  - {title: S, start: "09:00"}\n  - {title: S, ${second}}\n`;
    expect(codesIn(sessions('start: "09:00"'))).toEqual(["duplicate-title"]);
    expect(codesIn(sessions('start: "10:00"'))).toEqual([]);
  });

  it.each([
    ["the start", 'start: "09:00"', 'start: "10:00"', 'start: "09:00"'],
    ["the day of the session", "date: 2019-12-12", "date: 2019-12-11", "date: 2019-12-12"],
    ["the title of the session", "title: Monitoring", "title: Monitor", "title: Monitoring"],
  ])("follows an edit of %s", (_, written, ...edits) => {
    let text = meetingWith(['{session: Monitoring, start: "09:00"}', '{date: 2019-12-12, start: "09:00"}']);
    let document = readFixture(text);
    document.findings();
    let before = written;
    let wasReported = true;
    expect(codesIn(text)).toContain("duplicate-title");
    for (const after of edits) {
      const start = text.lastIndexOf(before);
      const edit = { start, end: start + before.length, text: after };
      document = document.edit(edit);
      text = applyEdits(text, [edit]);
      const codes = document.findings().map(({ code }) => code);
      expect(codes).toEqual(codesIn(text));
      expect(codes.includes("duplicate-title")).toBe(!wasReported);
      wasReported = !wasReported;
      before = after;
    }
  });

  it("reads many items of one title in bounded time", () => {
    const many = Array.from(
      { length: 5000 },
      (_, at) => `  - {title: A, themes: [security], session: S${at}}\n`,
    );
    expect(codesIn(inMeeting(many.join("")))).toEqual([]);
  });
});

/** A meeting of two days with an item of one title for each value, and three sessions. */
function meetingWith(values: readonly string[]): string {
  const entries = values.map(
    (value) => `  - {title: A, themes: [security], ${value.replace(/^\{|\}$/g, "")}}\n`,
  );
  return `${inMeeting(entries.join("")).replace("date: 2019-12-10", "date: 2019-12-10\n  endDate: 2019-12-12")}sessions:
  - {title: Storage, date: 2019-12-10, place: Room 1}
  - {title: Network, date: 2019-12-10}
  - {title: Monitoring, date: 2019-12-12}
`;
}

function codesWith(values: readonly string[]): readonly string[] {
  return codesIn(meetingWith(values));
}

function codesIn(text: string): readonly string[] {
  return readFixture(text)
    .findings()
    .map(({ code }) => code);
}
