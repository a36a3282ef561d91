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

describe("a line that starts with a look-alike character", () => {
  it.each(["\u2013 title: y", "\u2022 Coffee", "* title: y", "2. title: y", "-\u00a0title: y"])(
    "is an item in the column of the items: %s",
    (line) =>
      expect(blocksOf(`contributions:\n  - title: x\n    themes: none\n  ${line}\n`)).toEqual([
        "key contributions contributions:",
        "item contributions - title: x",
        `item contributions ${line}`,
      ]),
  );

  it.each(["\u2013 title: y", "\u2022 Coffee", "* title: y", "2. title: y"])(
    "is text if it is deeper: %s",
    (line) =>
      expect(
        blocksOf(`contributions:\n  - Coffee\n   ${line}\n  - title: x\n    notes: |\n      ${line}\n`),
      ).toEqual([
        "key contributions contributions:",
        "item contributions - Coffee",
        "item contributions - title: x",
      ]),
  );

  it("is text below a key that has no list of items", () =>
    expect(blocksOf("meeting:\n  \u2013 title: y\nother:\n  \u2022 x\n")).toEqual([
      "key meeting:",
      "key other:",
    ]));

  it("continues its item if it is indented by no-break spaces or tabs", () =>
    expect(
      blocksOf("contributions:\n  - title: x\n\u00a0\u00a0\u00a0\u00a0themes: none\n\t\tnotes: y\n"),
    ).toEqual(["key contributions contributions:", "item contributions - title: x"]));

  it.each(["\u201csurveys\u201d:", "surveys\uff1a", "surveys\u00a0:", "\ufeffsurveys:"])(
    "is a key of the file: %s",
    (line) =>
      expect(splitIntoBlocks(`contributions:\n  - title: x\n${line}\n  - question: y\n`).at(-1)?.list).toBe(
        "surveys",
      ),
  );
});
