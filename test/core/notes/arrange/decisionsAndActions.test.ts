import { describe, expect, it } from "vitest";
import {
  listedActions,
  listedDecisions,
  openActions,
} from "../../../../server/src/core/notes/arrange/decisionsAndActions";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { readMeeting } from "../../../support/meeting";

const notes = `    notes: |
      ACTION 3: B. Scribe to ask the sites by 1 February
      DECISION: Meet monthly
`;

function read(entries: string) {
  const head = "meeting: {title: Board, date: 2019-12-10}\ncontributions:\n  - title: Storage\n";
  const all = notesOf(readMeeting(head + notes + entries));
  const [item] = all.items;
  if (!item) throw new Error("no item");
  return {
    open: openActions(all).map(({ text }) => text),
    listed: [...listedActions(item).map(({ text }) => text), ...listedDecisions(item)],
  };
}

describe("the lists below an item", () => {
  it("have no line of the notes", () => expect(read("")).toEqual({ open: ["Ask the sites"], listed: [] }));

  it("have no entry that a line of the notes says", () => {
    const entries = `    decisions: [Meet monthly.]
    actions:
      - {text: Ask the sites, id: "3", owner: "Scribe, B.", due: 2020-02-01}
`;
    expect(read(entries)).toEqual({ open: ["Ask the sites"], listed: [] });
  });

  it("have an entry of which more is known, and no second action with its number", () => {
    const entries = `    actions: [{text: Ask all sites, id: "3", owner: B. Scribe, status: in-progress}]\n`;
    expect(read(entries)).toEqual({ open: ["Ask all sites"], listed: ["Ask all sites"] });
  });
});

describe("an action that is carried over", () => {
  it("is one action, although a line of notes reports on its number", () => {
    const actions = `actions: [{text: Ask all sites, id: "3", owner: B. Scribe, status: in-progress}]\n`;
    expect(read(actions)).toEqual({ open: ["Ask all sites"], listed: [] });
  });
});

describe("open actions", () => {
  it("are in the order of their numbers, then of the first owners", () => {
    const owners = ["Zoe", "adam", "Ádám", "Öztürk", "Adam", "Olsen", "Scribe, B."];
    const actions = [
      ...owners.map((owner) => `- {text: "${owner}", owner: "${owner}"}`),
      ...["A10", "A2"].map((id) => `- {text: ${id}, id: ${id}, owner: Zoe}`),
    ];
    expect(read(`actions:\n${actions.join("\n")}\n`).open).toEqual([
      "Ask the sites",
      ...["A2", "A10", "adam", "Adam", "Ádám", "Scribe, B.", "Olsen", "Öztürk", "Zoe"],
    ]);
  });
});
