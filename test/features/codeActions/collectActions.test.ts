import { describe, expect, it } from "vitest";
import {
  collectedEntries,
  collectKind,
  collectLineKind,
} from "../../../server/src/features/codeActions/collectActions";
import { actionsAt, textAfterAction } from "../../support/editorRequests";
import { applyTextEdits, viewOf } from "../../support/meeting";

const text = `meeting:
  title: Board
  date: 2019-12-10
  chairs: [A. Forti]
contributions:
  - title: Storage
    themes: none
    notes: |
      The action of the force.
      ACTION: A. Forti to ask the sites by Friday
      AGREED: no meeting in August
`;

function actionsOn(words: string, only: readonly string[] = ["refactor"]) {
  return actionsAt(text.replace(words, `<|>${words}`), {}, only);
}

describe("collecting actions and decisions", () => {
  it.each([
    ["The action", []],
    ["ACTION", ["Make it an action"]],
    ["no meeting", ["Make it a decision"]],
    ["title: Storage", []],
  ])("is offered on such a line: %s", (words, titles) => {
    const { actions } = actionsOn(words, [collectLineKind]);
    expect(actions.map(({ title }) => title)).toEqual(titles);
  });

  it("makes one line an entry", () => {
    const { actions, view } = actionsOn("ask the sites");
    expect(textAfterAction(actions[0], view)).toBe(
      `${text}    actions:\n      - text: Ask the sites\n        owner: A. Forti\n        due: 2019-12-13\n`,
    );
  });

  it("is a source action for the file, with the same edits as the request", () => {
    const { actions, view } = actionsOn("title: Storage", ["source"]);
    expect(actions.map(({ kind, title }) => [kind, title])).toEqual([
      [collectKind, "Collect actions and decisions"],
    ]);
    const { edits, ...counts } = collectedEntries(view, "keep");
    expect(counts).toEqual({ version: 1, actions: 1, decisions: 1 });
    expect(applyTextEdits(view, edits)).toBe(textAfterAction(actions[0], view));
  });

  it("is offered beside the action for a line in a menu of all kinds", () =>
    expect(actionsAt(text.replace("ACTION", "<|>ACTION"), {}, ["refactor", "source"]).actions).toHaveLength(
      2,
    ));

  it("removes the lines with the setting", () => {
    const view = viewOf(text);
    const after = applyTextEdits(view, collectedEntries(view, "remove").edits);
    expect(after).toContain("    notes: |\n      The action of the force.\n    decisions:\n");
    expect(collectedEntries(viewOf(after), "remove").edits).toEqual([]);
  });
});
