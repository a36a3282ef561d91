import { describe, expect, it } from "vitest";
import { splitIntoBlocks } from "../../../server/src/core/document/splitIntoBlocks";

/** The blocks of a text: kind, list and first line. */
function blocksOf(text: string): readonly string[] {
  return splitIntoBlocks(text).map(({ kind, list, start }) =>
    [kind, list, text.slice(start, text.indexOf("\n", start)).trim()].filter(Boolean).join(" "),
  );
}

describe("an item without its dash", () => {
  it.each(["speakers:", "speakers: # c", "speakers: &a", "speakers: !!seq", '"speakers" : &a # c'])(
    "has the list below `%s` in the column of its keys",
    (key) =>
      expect(blocksOf(`contributions:\n  title: x\n  ${key}\n  - A\n  - B\nsurveys:\n`)).toEqual([
        "key contributions contributions:",
        "key surveys surveys:",
      ]),
  );

  it("ends where a dash follows a key with a value", () =>
    expect(blocksOf("contributions:\n  title: x\n  themes: none\n  - title: y\n")).toEqual([
      "key contributions contributions:",
      "item contributions - title: y",
    ]));
});

describe("text at the margin, between items,", () => {
  const items = (line: string) => `contributions:\n  - title: x\n${line}\n  - title: y\n`;

  it.each(["words # see:", "words # see: this", "Note: words", 'Note: "words" # c', "- moved:", "C#: x"])(
    "leaves the items below in their list: %s",
    (line) => expect(blocksOf(items(line)).at(-1)).toBe("item contributions - title: y"),
  );

  it.each(["Aside:", "Aside: # c", '"Aside":', "&a Aside:"])("starts its own list: %s", (line) =>
    expect(blocksOf(items(line)).at(-1)).toBe("item - title: y"),
  );

  it("is no new block where it is one item of words", () =>
    expect(blocksOf("contributions:\n- Coffee\n - and tea\n- title: y\n")).toEqual([
      "key contributions contributions:",
      "item contributions - Coffee",
      "item contributions - title: y",
    ]));
});
