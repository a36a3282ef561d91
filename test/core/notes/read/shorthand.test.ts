import { describe, expect, it } from "vitest";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { readMeeting } from "../../../support/meeting";

const head = `meeting:
  title: Board
  date: 2019-12-10
  nextMeeting: 2020-01-14
  chairs: [A. Forti]
  attendees: [B. Scribe, "Keller, Dana", {name: Rolf Jansen, affiliation: CERN}]
contributions:
  - title: Storage
`;

/** The item of a meeting with these notes, one line each. */
function itemWith(lines: readonly string[], further = "") {
  const notes = lines.map((line) => `      ${line}\n`).join("");
  const [item] = notesOf(readMeeting(`${head}    notes: |\n${notes}${further}`)).items;
  return item;
}

function actionsIn(...lines: readonly string[]) {
  return itemWith(lines)?.actions.map(({ isOverdue: _, ...action }) => action);
}

describe("actions and decisions in notes", () => {
  it.each([
    ["ACTION: B. Scribe to ask by 1 February", { owners: ["B. Scribe"], due: "2020-02-01" }],
    ["AI (Scribe) ask by Friday", { owners: ["B. Scribe"], due: "2019-12-13" }],
    ["Action 649.3: RJ, DK to ask", { id: "649.3", owners: ["Rolf Jansen", "Dana Keller"] }],
    ["Action on B. Scribe: ask before the next meeting", { owners: ["B. Scribe"], due: "2020-01-14" }],
    ["TODO @scribe ask by end of January", { owners: ["B. Scribe"], due: "2020-01-31" }],
    ["- [ ] @jansen ask in two weeks", { owners: ["Rolf Jansen"], due: "2019-12-24" }],
    ["- [x] **Action**: Dana Keller to ask", { owners: ["Dana Keller"], status: "done" }],
    ["**A12**: ask (Forti). Ongoing", { id: "A12", owners: ["A. Forti"], status: "in-progress" }],
    ["Action : ask avant le 15 janvier", { due: "2020-01-15" }],
    ["ACTION (WLCG operations): ask", { owners: ["WLCG operations"] }],
  ])("have owner, number, due date and status: %s", (line, values) =>
    expect(actionsIn(line)).toEqual([{ text: "Ask", owners: [], status: "open", ...values }]),
  );

  it.each([
    ["DECISION: meet monthly", "Meet monthly"],
    ["Decision 12: meet monthly", "Decision 12: Meet monthly"],
    ["* **RESOLVED:** meet *monthly*", "Meet monthly"],
    ["AGREED: [meet](https://example.org) monthly", "Meet monthly"],
  ])("are decisions: %s", (line, text) => expect(itemWith([line])?.decisions).toEqual([text]));

  it.each([
    "The action of the force",
    "Action items from last meeting were reviewed",
    "It was decided long ago to use XRootD",
    "Agreed with Bob that it can wait",
    "## Actions",
    "Decisions:",
    "Todo list",
    "AI is used for the classification",
    "> ACTION: A. Forti to ask",
    "| ACTION: | A. Forti to ask |",
    "ACTION: none",
  ])("are not found in ordinary prose: %s", (line) => {
    const item = itemWith([line]);
    expect([item?.actions, item?.decisions, item?.notes]).toEqual([[], [], line]);
  });

  it("are not found in code and comments", () =>
    expect(
      actionsIn("```", "ACTION: ask", "```", "", "    TODO ask", "", "<!--", "ACTION: ask", "-->"),
    ).toEqual([]));

  it("have a label in the notes, and the day of a due date", () =>
    expect(itemWith(["- AI (Scribe) ask **all** sites by Friday", "RESOLVED: we meet"])?.notes).toBe(
      "- **Action (B. Scribe):** ask **all** sites by Friday *(due 2019-12-13)*\n**Decision:** we meet",
    ));

  it("count once if they are entries too", () => {
    const lines = ["ACTION: A. Forti to ask the sites", "RESOLVED: we meet", "resolved: We meet."];
    const item = itemWith(lines, "    decisions: [We meet!]\n    actions:\n      - text: ask the Sites.\n");
    expect(item?.actions.map(({ text }) => text)).toEqual(["ask the Sites."]);
    expect(item?.decisions).toEqual(["We meet!"]);
  });

  it("are two if they have other owners", () =>
    expect(actionsIn("ACTION: RJ to report", "ACTION: DK to report", "ACTION: RJ to report")).toHaveLength(
      2,
    ));

  it("of a part belong to its item", () => {
    const parts = "    parts:\n      - title: Part\n        notes: |\n          ACTION: RJ to report\n";
    const item = itemWith(["Prose"], parts);
    expect(item?.actions.map(({ text }) => text)).toEqual(["Report"]);
    expect(item?.parts[0]?.notes).toBe("**Action:** RJ to report");
  });
});

describe("due dates in notes", () => {
  const file = (item: string) => `meeting:
  title: Workshop
  date: 2019-12-10
sessions:
  - title: Storage
    date: 2019-12-18
contributions:
  - title: Talk
${item}    notes: |
      ACTION: ask by Friday
    parts:
      - title: Part
        notes: |
          ACTION: report by Friday
`;

  it.each([
    ["its own day", "    session: Storage\n    date: 2019-12-24\n", "2019-12-27"],
    ["that of its session", "    session: storage\n", "2019-12-20"],
    ["that of the meeting", "", "2019-12-13"],
    ["that of the meeting, as its own is no date", "    date: soon\n", "2019-12-13"],
  ])("are counted from the day of an item: %s", (_, item, due) => {
    const [read] = notesOf(readMeeting(file(item))).items;
    expect(read?.actions.map((action) => action.due)).toEqual([due, due]);
    expect(read?.notes).toBe(`**Action:** ask by Friday *(due ${due})*`);
    expect(read?.parts[0]?.notes).toBe(`**Action:** report by Friday *(due ${due})*`);
  });
});

describe("labels with a date or a condition in brackets", () => {
  it.each([
    ["Action (RJ, due 20 January): ask", "**Action (Rolf Jansen):** ask *(due 2020-01-20)*"],
    ["ACTION (RJ; 2020-01-24): ask", "**Action (Rolf Jansen):** ask *(due 2020-01-24)*"],
    ["AGREED (subject to funding): we meet.", "**Decision:** we meet (subject to funding)"],
    ["=> ACTION: ask", "**Action:** ask"],
  ])("keep it in the notes: %s", (line, shown) => expect(itemWith([line])?.notes).toBe(shown));
});
