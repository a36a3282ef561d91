import { describe, expect, it } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { selectionRanges } from "../../server/src/features/selectionRanges";
import { inMeeting } from "../support/findings";
import { viewOf, withCursor } from "../support/meeting";

/** What each step outwards selects, from the cursor's word on. */
function selected(marked: string): readonly string[] {
  const { view, offset } = withCursor(marked);
  const [first] = selectionRanges(view, [view.positions.positionAt(offset)]);
  const steps: string[] = [];
  for (let step: SelectionRange | undefined = first; step; step = step.parent)
    steps.push(view.positions.getText(step.range));
  return steps;
}

describe("selection ranges", () => {
  it("go from the word by value, list, pair and item to the file", () => {
    const items = "  - title: x\n    themes: [security/a<|>ai, cncf-landscape]\n";
    const item = items.replace("<|>", "");
    expect(selected(inMeeting(items))).toEqual([
      "aai",
      "security/aai",
      "[security/aai, cncf-landscape]",
      "themes: [security/aai, cncf-landscape]",
      item.trim().slice(2),
      item,
      inMeeting(item),
    ]);
  });

  it.each([
    ["🙂 Caf<|>é 日本", "Café"],
    ["🙂 Cafe\u0301<|>s 日本", "Cafe\u0301s"],
    ["a 日<|>本語 b", "日本語"],
    ["on 𝒦<|>8s", "𝒦8s"],
  ])("take a word with its letters, whatever they are: %s", (title, word) => {
    const quoted = `"${title.replace("<|>", "")}"`;
    expect(selected(inMeeting(`  - title: "${title}"\n`)).slice(0, 2)).toEqual([word, quoted]);
  });

  it("hold in a broken item", () => {
    const steps = selected(inMeeting('  - title: "x on Ru<|>cio\n    themes: none\n'));
    expect(steps).toEqual([
      "Rucio",
      '  - title: "x on Rucio\n    themes: none\n',
      inMeeting('  - title: "x on Rucio\n    themes: none\n'),
    ]);
  });

  it("answer for each position, in the order asked", () => {
    const { view, offset } = withCursor(inMeeting('  - title: "On<|>e\n'));
    const positions = [view.positions.positionAt(offset), { line: 0, character: 0 }];
    const words = selectionRanges(view, positions).map(({ range }) => view.positions.getText(range));
    expect(words).toEqual(["One", "meeting"]);
  });

  it("answer each position, and an empty file", () => {
    expect(
      selectionRanges(viewOf(""), [
        { line: 0, character: 0 },
        { line: 3, character: 2 },
      ]),
    ).toHaveLength(2);
  });

  it("grow at every step, wherever the cursor is", () => {
    const text = inMeeting("  # c\n  - title: é🙂\n    actions: [{text: a}]\n    notes: |\n      b\n");
    const view = viewOf(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const [first] = selectionRanges(view, [view.positions.positionAt(offset)]);
      for (let step = first; step?.parent; step = step.parent) {
        const [inner, outer] = [step.range, step.parent.range].map(
          ({ start, end }) => [view.positions.offsetAt(start), view.positions.offsetAt(end)] as const,
        );
        expect(
          inner &&
            outer &&
            outer[0] <= inner[0] &&
            inner[1] <= outer[1] &&
            outer[1] - outer[0] > inner[1] - inner[0],
        ).toBe(true);
      }
    }
  });
});
