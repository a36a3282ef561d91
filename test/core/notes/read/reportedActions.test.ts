import { describe, expect, it } from "vitest";
import { openActions } from "../../../../server/src/core/notes/arrange/decisionsAndActions";
import { onlyItem } from "../../../../server/src/core/notes/oneItem";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { readMeeting } from "../../../support/meeting";

const root = `meeting: {title: T, date: 2026-11-30, attendees: [Roger Jonas, Jeremy Colbourne, Sam Skipper]}
actions:
  - {id: "649.3", text: Report on costs, owners: [RJ, DK], due: 2026-11-20}
contributions:
  - title: Costs
`;

function meetingWith(lines: readonly string[], further = "", actions = root) {
  const notes = lines.map((line) => `      ${line}\n`).join("");
  return notesOf(readMeeting(`${actions}    notes: |\n${notes}${further}`));
}

/** Status and due date of the action of the meeting after these lines of notes. */
function afterLines(...lines: readonly string[]) {
  const notes = meetingWith(lines);
  expect(notes.items[0]?.actions).toEqual([]);
  const [{ text, status, due } = { text: "", status: undefined, due: undefined }] = notes.actions;
  expect(text).toBe("Report on costs");
  return [status, due];
}

describe("an action of the meeting that notes report on", () => {
  it.each([
    ["Action 649.3: RJ, DK to report on costs. Done.", "done", "2026-11-20"],
    ["Action 649.3: RJ, DK to report on costs by 11 Dec", "open", "2026-12-11"],
    ["**649.3** RJ to report on costs by 11 Dec. Ongoing.", "in-progress", "2026-12-11"],
    ["Action 649.3: done", "done", "2026-11-20"],
    ["ACTION 649.3 (RJ): Closed. The slides are on the page.", "done", "2026-11-20"],
    ["- **649.3** \u2013 ongoing, by 11 December", "in-progress", "2026-12-11"],
    ["- 649.2, 649.3: closed on Friday", "done", "2026-11-20"],
    ["649.3 postponed to 11 December", "open", "2026-12-11"],
    ["Action 649.3 is still open, new deadline: 11 December", "open", "2026-12-11"],
    ["Action 649.3: dropped", "dropped", "2026-11-20"],
    ["- [x] 649.3 Report on costs", "done", "2026-11-20"],
    ["- [x] 649.3 Report on costs (RJ)", "done", "2026-11-20"],
    ["- [ ] 649.3 Report on costs", "open", "2026-11-20"],
    ["649.3: report sent. Done.", "done", "2026-11-20"],
    ["649.3: RJ contacted the site, done.", "done", "2026-11-20"],
    ["649.3: RJ: done", "done", "2026-11-20"],
    ["649.3 RJ: in progress", "in-progress", "2026-11-20"],
    ["649.3 Roger: still waiting for the vendor, in progress", "in-progress", "2026-11-20"],
    ["Action 649.3: RJ, DK to report on costs \u2013 dropped, no longer relevant", "dropped", "2026-11-20"],
    ["Action 649.3: RJ, DK to report on costs. Dropped, no longer relevant.", "dropped", "2026-11-20"],
    ["Action 649.3: RJ, DK to report on costs. Ongoing, by 10 December.", "in-progress", "2026-12-10"],
    ["649.3: delayed to 10 December.", "open", "2026-12-10"],
    ["Action 649.3: Delayed to 10 December.", "open", "2026-12-10"],
    ["649.3: to be done by 10 December", "open", "2026-12-10"],
    ["649.3: rescheduled to 10 December", "open", "2026-12-10"],
    ["Action 649.3: the report was due 20 November", "open", "2026-11-20"],
    ["649.3 nodes were drained. Not done.", "open", "2026-11-20"],
    ["649.3 done?", "open", "2026-11-20"],
    ["Action 649.3: done?", "open", "2026-11-20"],
    ["649.3: done by Friday", "open", "2026-12-04"],
    ["649.3 done by RJ", "done", "2026-11-20"],
    ["649.2/649.3: done", "done", "2026-11-20"],
    ["A7 + 649.3 done", "done", "2026-11-20"],
    ["Action 649.2: done. Action 649.3: dropped.", "dropped", "2026-11-20"],
    ["649.2 done; 649.3 dropped", "dropped", "2026-11-20"],
    ["#649.3 in progress, now by 11 December", "in-progress", "2026-12-11"],
    ["649.3: RJ takes over from DK, due 11 December", "open", "2026-12-11"],
    ["649.3: RJ to report by 11 December", "open", "2026-12-11"],
    ["649.3: the vendor answered by 6 November", "open", "2026-11-20"],
    ["- [x] Action 649.3", "done", "2026-11-20"],
    ["Action 649.3: done, 4 December", "done", "2026-11-20"],
    ["Action 649.3: RJ to report on costs", "open", "2026-11-20"],
    ["649.3: the report is not done", "open", "2026-11-20"],
    ["Done for 649.3", "open", "2026-11-20"],
    ["Action 649.31: done", "open", "2026-11-20"],
  ])("has what the line says: %s", (line, status, due) => expect(afterLines(line)).toEqual([status, due]));

  it.each([
    ["- 649.3: RJ to report by 11 December", "open", "2026-12-11"],
    ["- 649.3 RJ to report by 11 December", "open", "2026-12-11"],
    ["- **649.3**: RJ reported. Done.", "done", "2026-11-20"],
  ])("has what an entry of a list of actions says: %s", (line, status, due) =>
    expect(afterLines("ACTIONS:", line)).toEqual([status, due]),
  );

  it.each(["A8: RJ to ask", "A8 RJ to ask", "12.6: RJ to ask", "**12.6** RJ to ask", "12.6 RJ to ask"])(
    "is another one than that of the entry %s",
    (entry) => {
      const id = /A8|12\.6/.exec(entry)?.[0];
      const notes = meetingWith(["ACTIONS:", `- ${entry}`]);
      expect(notes.items[0]?.actions).toMatchObject([{ text: "Ask", id, owners: ["Roger Jonas"] }]);
      expect(notes.actions).toMatchObject([{ status: "open", due: "2026-11-20" }]);
    },
  );

  it("has what the last line says", () =>
    expect(
      afterLines("Action 649.3: done", "", "Action 649.3: reopened, ongoing", "", "649.3: open"),
    ).toEqual(["open", "2026-11-20"]));

  it("is not overdue if it is done, and keeps its status if it has the day on which it was closed", () => {
    const [done] = meetingWith(["Action 649.3: done"]).actions;
    expect(done?.isOverdue).toBe(false);
    const closed = root.replace("due: 2026-11-20", "status: done, closed: 2026-12-02");
    expect(meetingWith(["Action 649.3: ongoing"], "", closed).actions[0]?.status).toBe("done");
  });

  it("is among the actions of the only item that reports on it", () => {
    const notes = meetingWith(["Action 649.3: done"], "  - title: Other\n");
    const actions = notes.items.map((item) => onlyItem(item, notes)[0].actions.map(({ id }) => id));
    expect(actions).toEqual([["649.3"], []]);
  });
});

describe("an entry of the item that its notes repeat", () => {
  const entry = (values: string): string => `    actions:\n      - {${values}}\n`;
  const actionOf = (line: string, values: string) => {
    const [item] = meetingWith([line], entry(values)).items;
    expect(item?.actions).toHaveLength(1);
    return [item?.actions[0]?.status, item?.actions[0]?.due];
  };

  it.each([
    ["Action 12: RJ to ask. Done.", 'id: "12", text: Ask, owner: RJ', "done", undefined],
    ["Action 12: RJ to ask by 11 Dec", 'id: "12", text: Ask, owner: RJ', "open", "2026-12-11"],
    ["Action 12: RJ to ask by 11 Dec", 'id: "12", text: Ask, due: 2026-12-18', "open", "2026-12-18"],
    [
      "Action 12: RJ to ask by 11 Dec",
      'id: "12", text: Ask, due: 2026-11-18, since: 2026-11-01',
      "open",
      "2026-12-11",
    ],
    ["Action 12: RJ to ask. Ongoing.", 'id: "12", text: Ask, status: done', "done", undefined],
    ["Action 12: ongoing, by 11 Dec", 'id: "12", text: Ask, due: 2026-12-18', "in-progress", "2026-12-11"],
    ["ACTION: RJ to ask by 11 Dec. Done.", "text: Ask, owner: Roger Jonas", "done", "2026-12-11"],
    ["ACTION: RJ to ask. Done.", "text: Ask, owner: RJ", "done", undefined],
    [
      "ACTION: RJ to ask. Done.",
      "text: Ask, owner: RJ, status: dropped, closed: 2026-12-01",
      "dropped",
      undefined,
    ],
  ])("is one action: %s and %s", (line, values, status, due) =>
    expect(actionOf(line, values)).toEqual([status, due]),
  );
});

it("open actions are sorted by the person, however the name is written", () => {
  const entries = ["ZZ", "J. Colbourne", "Sam Skipper", "JC"].map(
    (owner) => `{text: Ask ${owner}, owner: ${owner}}`,
  );
  const notes = meetingWith(
    ["ACTION: JC to write"],
    `    actions: [${entries.join(", ")}]\n`,
    root.replace(/ {2}- \{id.*\n/, "").replace("actions:\n", ""),
  );
  expect(openActions(notes).map(({ owners }) => owners.join())).toEqual([
    "J. Colbourne",
    "JC",
    "Jeremy Colbourne",
    "Sam Skipper",
    "ZZ",
  ]);
});
