import { describe, expect, it } from "vitest";
import { withoutTypedLine } from "../../../server/src/core/analysis/withoutTypedLine";
import { notesOf } from "../../../server/src/core/notes/read/notesOf";
import { lineAt } from "../../../server/src/core/text/range";
import { inMeeting } from "../../support/findings";
import { knowledge, readMeeting } from "../../support/meeting";

/** @param items with `<|>` on the line that is being typed */
function shown(items: string) {
  const marked = inMeeting(items);
  const document = readMeeting(marked.replace("<|>", ""));
  const stable = withoutTypedLine(document, knowledge, lineAt(document.text, marked.indexOf("<|>")));
  const lines = (text: string): number => text.split("\n").length;
  expect(lines(stable.text)).toBe(lines(document.text));
  return { notes: notesOf(stable), isAsItIs: stable === document };
}

const validItem = "  - title: One\n    themes: [security]\n";

describe("the notes while a line is typed", () => {
  it.each([
    ["a key", `${validItem}    com<|>\n`],
    ["a bracket that is open yet", `${validItem}    speakers: [A<|>\n    start: "09:00"\n`],
    ["a quote that is open yet", `${validItem}    community: "AT<|>\n    start: "09:00"\n`],
    ["a second value", `${validItem}    community: "AT" x<|>\n`],
    ["a line too far left", `${validItem}    notes: |\n     one\n   tw<|>\n`],
  ])("keep the item at its place: %s", (_, items) => {
    const [item] = shown(items).notes.items;
    expect(item).toMatchObject({ title: "One", isBroken: false, themes: [{ theme: { id: "security" } }] });
  });

  it("take a title as it is meant", () => {
    const { notes } = shown(`${validItem}  - title: Rucio: the ne<|>\n`);
    expect(notes.items.map(({ title, isBroken }) => [title, isBroken])).toEqual([
      ["One", false],
      ["Rucio: the ne", false],
    ]);
  });

  it("mark what is broken on another line", () => {
    const { notes, isAsItIs } = shown(`${validItem}    com\n    start: "09:0<|>0"\n`);
    expect(isAsItIs).toBe(true);
    expect(notes.items[0]).toMatchObject({ isBroken: true });
  });

  it("are those of the file where the line can be read", () => {
    expect(shown(`${validItem}    comm<|>unity: ATLAS\n  - title: a: b\n`).isAsItIs).toBe(true);
  });
});
