import { describe, expect, it } from "vitest";
import { splitIntoBlocks } from "../../../server/src/core/document/splitIntoBlocks";
import { readMeeting } from "../../support/meeting";

/** The blocks of a text by kind, with the first line of each. */
function blocksOf(text: string): readonly string[] {
  return splitIntoBlocks(text).map(({ kind, start }) => {
    const [line = ""] = text.slice(start).split("\n");
    return `${kind} ${line.trim()}`;
  });
}

const notes = "contributions:\n  - title: A\n    notes: |\n      x\n";
const last = "  - title: B\n";

describe("below the notes of an item", () => {
  it.each([
    "Dear all,",
    "the minutes:",
    "the minutes: are here",
    "Summary:",
    "- point",
    "Dear all,\n\n- point: one\n  - sub point\n\nCheers,",
    "Dear all,\n# Heading\n---\nMario",
    "themes: none",
  ])("%j at the margin is part of the item", (lines) =>
    expect(blocksOf(`${notes}${lines}\n${last}`)).toEqual([
      "key contributions:",
      "item - title: A",
      "item - title: B",
    ]),
  );

  it.each(["discussion:", "surveys: []", "x-room: 5", "discusion:", "d", "discus", "x-"])(
    "%j at the margin is a key of the file",
    (line) => expect(blocksOf(`${notes}${line}\n`).at(-1)).toBe(`key ${line}`),
  );

  it("a root key may be indented", () =>
    expect(blocksOf(`${notes}  discussion:\n  - topic: B\n`).slice(2)).toEqual([
      "key discussion:",
      "item - topic: B",
    ]));
});

describe("below an item without a text at its end", () => {
  const item = "contributions:\n  - title: A\n    themes: none\n";
  it.each(["participants:", "words", "Note: words"])("%j is a key of the file", (line) =>
    expect(blocksOf(`${item}${line}\n`).at(-1)).toBe(`key ${line}`),
  );
  it.each(["two words", "two words: x", "duration: 20"])("%j is part of the item", (line) =>
    expect(blocksOf(`${item}${line}\n`)).toHaveLength(2),
  );
});

describe("a merge conflict", () => {
  it("is part of one block, and the items below it are in the list that begins in it", () => {
    const conflict = "<<<<<<< HEAD\ndiscussion:\n=======\ndiscussion:\n>>>>>>> b\n";
    const blocks = splitIntoBlocks(`${notes}${conflict}  - topic: C\n`);
    expect(blocks.map(({ kind, list }) => [kind, list])).toEqual([
      ["key", "contributions"],
      ["item", "contributions"],
      ["item", "discussion"],
    ]);
  });
});

describe("while a root key is typed below the last item", () => {
  const text =
    "meeting:\n  title: M\n  date: 2019-12-10\ncontributions:\n  - title: A\n    notes: |\n      x\n";
  it.each(["d", "di", "disc", "discus", "discussio", "discussion", "discussion:", "s", "surveys:"])(
    "%j leaves the findings of the item",
    (typed) => {
      const codes = readMeeting(text + typed)
        .findings()
        .map(({ code }) => code);
      expect(codes).toContain("untagged-item");
    },
  );
});
