import { describe, expect, it } from "vitest";
import { codeActions } from "../../server/src/features/codeActions/codeActions";
import { completionLabels, hoverText, outline, textAfterAction } from "../support/editorRequests";
import { withCursor } from "../support/meeting";

const head = `meeting:
  title: Workshop
  date: 2019-12-10
  endDate: 2019-12-11
  chairs: [A. Forti]
sessions:
  - title: Storage
    date: 2019-12-11
    start: "14:00"
    duration: 90
    place: Room 40
    conveners: ["Convener, D."]
contributions:
  - title: Opening
    themes: none
    speakers: [{name: A. Forti, affiliation: CERN}, D. Convener]
`;

describe("completion", () => {
  it("proposes each person once, however the name is written", () =>
    expect(completionLabels(`${head}  - title: x\n    speakers: [<|>]\n`)).toEqual([
      "A. Forti",
      "Convener, D.",
      "name",
      "affiliation",
    ]));

  it("proposes persons for a name and for owners", () => {
    expect(completionLabels(`${head}  - title: x\n    speakers: [{name: <|>}]\n`)).toContain("A. Forti");
    expect(completionLabels(`${head}    actions:\n      - text: x\n        owners: [<|>]\n`)).toContain(
      "A. Forti",
    );
  });

  it("proposes the titles of sessions", () =>
    expect(completionLabels(`${head}  - title: x\n    session: <|>\n`)).toEqual(["Storage"]));

  it("proposes the days of the meeting", () =>
    expect(completionLabels(`${head}  - title: x\n    date: <|>\n`)).toEqual(["2019-12-10", "2019-12-11"]));

  it("proposes the statuses of a meeting and of an action", () => {
    expect(completionLabels(head.replace("  chairs", "  status: <|>\n  chairs"))).toEqual(["draft", "final"]);
    expect(completionLabels(`${head}    actions: [{text: a, status: <|>}]\n`)).toEqual([
      "open",
      "in-progress",
      "done",
      "dropped",
    ]);
  });

  it("proposes the keys of a break only", () => {
    const labels = completionLabels(`${head}  - break: Coffee\n    <|>\n`);
    expect(labels).toContain("duration");
    expect(labels).not.toContain("speakers");
    expect(labels).not.toContain("title");
  });

  it("proposes a break as an entry, but not in a contribution", () => {
    expect(completionLabels(`${head}  - <|>\n`)).toContain("break");
    expect(completionLabels(`${head}    <|>\n`)).not.toContain("break");
  });
});

describe("hover", () => {
  it("shows the details of a session", () =>
    expect(hoverText(`${head}  - title: x\n    session: stor<|>age\n`)?.card).toBe(
      "**Storage**\n\n2019-12-11, 14:00–15:30, Room 40\n\nConveners: Convener, D.",
    ));

  it("counts a person however the name is written", () =>
    expect(hoverText(head.replace("D. Convener", "D. Con<|>vener"))?.card).toContain("Named 2 times"));
});

describe("the outline", () => {
  it("has the items of a session, breaks and parts", () =>
    expect(
      outline(
        `${head}  - title: x\n    session: Storage\n    themes: none\n    parts: [{title: One}]\n  - break: Coffee\n    session: Storage\n  - title: End\n    themes: none\n`,
      ),
    ).toEqual([
      "Workshop",
      "sessions (1)",
      "  Storage",
      "contributions (4)",
      "  Opening",
      "  Storage (session)",
      "    x",
      "      One",
      "    Coffee (break)",
      "  End",
    ]));
});

describe("a break", () => {
  const rewritten = (marked: string): string | undefined => {
    const { view, offset } = withCursor(marked);
    const position = view.positions.positionAt(offset);
    const [action] = codeActions(view, { range: { start: position, end: position }, only: ["refactor"] }, {});
    return action && textAfterAction(action, view);
  };

  it("is made of a contribution, and back", () => {
    const talk = `${head}  - title: Coffee break\n    themes: none\n    start: "10:30"\n`;
    const pause = `${head}  - break: Coffee break\n    start: "10:30"\n`;
    expect(rewritten(talk.replace("Coffee", "Cof<|>fee"))).toBe(pause);
    expect(rewritten(pause.replace("Coffee", "Cof<|>fee"))).toBe(
      `${head}  - title: Coffee break\n    start: "10:30"\n    themes: none\n`,
    );
  });

  it("is not made of a talk", () =>
    expect(rewritten(`${head}  - title: Rucio on Kuber<|>netes\n    themes: none\n`)).toBeUndefined());
});
