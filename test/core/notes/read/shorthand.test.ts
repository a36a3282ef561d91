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
    ["below backticks that are a code span", ["```kubectl``` is new", "ACTION: ask"], ["Ask"]],
    ["below a fence that is closed", ["```", "``` x", "ACTION: no", "~~~", "````", "ACTION: ask"], ["Ask"]],
    ["in a paragraph of an entry", ["- one", "  two", "", "    ACTION: ask"], ["Ask"]],
    ["not in code below a list", ["- one", "", "two", "", "    ACTION: no"], []],
  ])("are found %s", (_, lines, texts) =>
    expect((actionsIn(...lines) ?? []).map(({ text }) => text)).toEqual(texts),
  );

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
    ["[ ] SÅ: call Dell", "- [ ] **Action:** SÅ: call Dell"],
    ["[x] SÅ: call Dell", "- [x] **Action:** SÅ: call Dell"],
    ["  [ ] ACTION: call Dell", "  - [ ] **Action:** call Dell"],
    ["- [ ] SÅ: call Dell", "- [ ] **Action:** SÅ: call Dell"],
    ["1. [ ] SÅ: call Dell", "1. [ ] **Action:** SÅ: call Dell"],
    ["[ ] call Dell", "[ ] call Dell"],
  ])("have a box in a list only: %s", (line, expected) =>
    expect(itemWith(["a", "", line])?.notes).toBe(`a\n\n${expected}`),
  );

  it.each([
    ["DECISION: meet monthly", "Meet monthly"],
    ["Decision 12: meet monthly", "Decision 12: Meet monthly"],
    ["* **RESOLVED:** meet *monthly*", "Meet monthly"],
    ["AGREED: [meet](https://example.org) monthly", "Meet (https://example.org) monthly"],
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
      "- **Action (B. Scribe):** ask **all** sites by Friday *(due 2019-12-13)*\n\n**Decision:** we meet",
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

  it.each([
    ["an address", ["ACTION: RJ to read [the doc](https://a.b/c)"], "Read the doc (https://a.b/c)"],
    [
      "an address with marks",
      ["TODO read [it](https://a.b/c_(d)_*e*_f)"],
      "Read it (https://a.b/c_(d)_*e*_f)",
    ],
    ["an address with a title", ['TODO read [it](<https://a.b/c> "C")'], "Read it (https://a.b/c)"],
    ["an address that is the text", ["TODO read [https://a.b](https://a.b)"], "Read https://a.b"],
    ["an address without brackets", ["TODO read <https://a.b/_c_>"], "Read https://a.b/_c_"],
    ["a mail address", ["TODO write to [us](mailto:a@b.ch)"], "Write to us (a@b.ch)"],
    [
      "a reference",
      ["TODO read [the doc][1] and [2]", "", "[1]: https://a.b/c"],
      "Read the doc (https://a.b/c) and [2]",
    ],
    ["no address of a script", ["TODO read [it](javascript:alert)"], "Read it"],
    ["the next line", ["- ACTION: RJ to read the doc", "  and report"], "Read the doc and report"],
    ["two lines", ["ACTION: RJ to read", "  the doc", "  and report", "Other"], "Read the doc and report"],
    [
      "the line after a backslash",
      ["TODO read the doc\\", "and report \\", "soon", "x"],
      "Read the doc and report soon",
    ],
    ["the line after a label", ["ACTION:", "  RJ to read the doc"], "Read the doc"],
    ["no list below it", ["- TODO read the doc", "  - and report"], "Read the doc"],
    ["no line at the margin", ["- TODO read the doc", "and report"], "Read the doc"],
    ["no paragraph below it", ["TODO read the doc", "", "  and report"], "Read the doc"],
    ["no backslash at the end", ["TODO read the doc\\", "", "and report"], "Read the doc"],
  ])("have %s", (_, lines, text) =>
    expect(itemWith(lines)?.actions.map((action) => action.text)).toEqual([text]),
  );

  it("have owner, due date and status of all their lines", () => {
    const lines = [
      "- ACTION: read the doc (RJ)",
      "  and report by Friday",
      "- ACTION:",
      "  DK to ask. Done.",
    ];
    const item = itemWith(lines);
    expect(item?.actions).toMatchObject([
      { text: "Read the doc (RJ) and report", owners: ["Rolf Jansen"], due: "2019-12-13" },
      { text: "Ask", owners: ["Dana Keller"], status: "done" },
    ]);
    expect(item?.notes).toBe(
      "- **Action:** read the doc (RJ)\n  and report by Friday *(due 2019-12-13)*\n- **Action:**\n  DK to ask. Done.",
    );
  });

  it("are two if the next line has another label", () =>
    expect(itemWith(["TODO read the doc\\", "AGREED: meet\\", "monthly"])).toMatchObject({
      actions: [{ text: "Read the doc" }],
      decisions: ["Meet monthly"],
    }));

  it.each([
    ["`kubectl get pods` on all nodes", "kubectl get pods on all nodes"],
    ["**`rucio`** is the name", "rucio is the name"],
    ["https://a.b is the page", "https://a.b is the page"],
    ["<https://a.b> is the page", "https://a.b is the page"],
    ["eBPF on all nodes", "eBPF on all nodes"],
    ["k8s on all nodes", "k8s on all nodes"],
    ["cvmfs_config on all nodes", "cvmfs_config on all nodes"],
    ["cern.ch is the domain", "cern.ch is the domain"],
    ["and/or use it", "and/or use it"],
    ["e-mail the list", "E-mail the list"],
    ["*ask* the list", "Ask the list"],
    ["[the list](https://a.b) is it", "The list (https://a.b) is it"],
    ["élargir la liste", "Élargir la liste"],
  ])("begin with a capital letter if their first word is an ordinary one: %s", (line, text) => {
    expect(itemWith([`DECISION: ${line}`])?.decisions).toEqual([text]);
    expect(actionsIn(`ACTION: ${line}`)).toMatchObject([{ text }]);
  });

  it.each([
    ["numbers", ["Action 649.3: report", "Action 650.1: report"], 2],
    ["due dates", ["ACTION: RJ to report by 1 February", "ACTION: RJ to report by 1 March"], 2],
    ["owners", ["ACTION: RJ to report", "ACTION: DK to report", "ACTION: report"], 2],
    ["numbers, as only one has a number", ["Action 649.3: report", "ACTION: report"], 1],
    ["nothing", ["Action 649.3: RJ to report", "Action 649.3: RJ to report"], 1],
  ])("with the same text are one unless they have other %s", (_, lines, count) =>
    expect(actionsIn(...lines)).toHaveLength(count),
  );

  it("have the values of all lines that say the same", () =>
    expect(
      actionsIn(
        "ACTION: report",
        "Action 5: RJ to report",
        "- [x] ACTION: DK, RJ: report by Friday",
        "TODO ask",
      ),
    ).toMatchObject([
      { text: "Report", id: "5", owners: ["Rolf Jansen", "Dana Keller"], due: "2019-12-13", status: "done" },
      { text: "Ask" },
    ]));

  it("are two decisions with two numbers", () => {
    const lines = ["Decision 12: meet", "Decision 13: meet", "DECISION: meet"];
    const entries = "    decisions: ['Decision 12: Meet']\n";
    expect(itemWith(lines, entries)?.decisions).toEqual(["Decision 12: Meet", "Decision 13: Meet"]);
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
