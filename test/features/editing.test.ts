/** The requests of the commands of the editor: their answers with LSP positions. */
import { describe, expect, test } from "vitest";
import { taggings } from "../../server/src/features/codeActions/tagAllAction";
import { moveItem } from "../../server/src/features/moveItem";
import { pastedText } from "../../server/src/features/pastedText";
import { applyTextEdits, viewOf } from "../support/meeting";

const head = "meeting:\n  title: T\n  date: 2026-01-14\ncontributions:\n";
const one = "  - title: Tokens instead of X.509 certificates\n";
const two = "  - title: Coffee\n";

describe("moving an item", () => {
  test("returns the edits and the lines that it moves", () => {
    const view = viewOf(head + one + two);
    const move = moveItem(view, { line: 4, character: 6 }, "down");
    expect(move).toMatchObject({ version: 1, lines: 1 });
    expect("edits" in move && applyTextEdits(view, move.edits)).toBe(head + two + one);
  });

  test.each([
    [0, "up", "The cursor is not in an item."],
    [4, "up", "This item is the first of its list."],
    [5, "down", "This item is the last of its list."],
  ] as const)("of line %i %s: %s", (line, direction, reason) => {
    expect(moveItem(viewOf(head + one + two), { line, character: 3 }, direction)).toEqual({ reason });
  });
});

test("a paste below notes returns the indented text, and null elsewhere", () => {
  const view = viewOf(`${head}${two}    notes: |\n      \n`);
  const at = (line: number, character: number) => ({
    start: { line, character },
    end: { line, character },
  });
  expect(pastedText(view, at(6, 6), "a\nb")).toBe("a\n      b");
  expect(pastedText(view, at(4, 11), "a\nb")).toBeNull();
});

describe("the suggestions for all untagged items", () => {
  test("count those without one, and name each item", () => {
    const view = viewOf(head + one + two);
    const { untagged, items, version } = taggings(view);
    expect([untagged, version]).toEqual([2, 1]);
    expect(items.map(({ title, themes }) => [title, themes])).toEqual([
      ["Tokens instead of X.509 certificates", ["security/aai"]],
    ]);
    expect(applyTextEdits(view, items[0]?.edits ?? [])).toBe(
      `${head}${one}    themes: [security/aai]\n${two}`,
    );
  });

  test("are none if all items have themes", () => {
    expect(taggings(viewOf(`${head}${two}    themes: none\n`))).toMatchObject({ untagged: 0, items: [] });
  });
});
