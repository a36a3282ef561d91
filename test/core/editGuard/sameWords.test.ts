import { describe, expect, it } from "vitest";
import { changesNothingElse } from "../../../server/src/core/editGuard/editGuard";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

/** True if the guard allows the replacement of one text of the items by another. */
function allows(items: string, old: string, text: string): boolean {
  const before = inMeeting(items);
  const start = before.indexOf(old);
  expect(start).toBeGreaterThan(0);
  return changesNothingElse([{ start, end: start + old.length, text }], readMeeting(before));
}

const title = "  - title: A\n    themes: none\n";
const answers = "surveys:\n  - question: Q\n    themes: none\n    answers:\n";

describe("an edit that moves a key into another value", () => {
  const items = `${title}    abstract: One two\n    notes: Three\n`;
  const old = "abstract: One two\n    notes: Three";

  it.each([
    ["with all of its words", "notes: |\n      Three\n\n      Abstract: One two", true],
    ["without one of its words", "notes: |\n      Three\n\n      Abstract: One", false],
    ["without its name", "notes: |\n      Three\n\n      One two", false],
    ["and drops the words that were there", "notes: |\n      Abstract: One two", false],
    ["and leaves it out", "notes: Three", false],
  ])("%s", (_, text, isAllowed) => expect(allows(items, old, text)).toBe(isAllowed));
});

describe("an edit that reshapes a value", () => {
  it.each([
    ["into another kind of entry", "- K: 12", "- {answer: K, count: 12}", true],
    [
      "into two entries",
      "- K: 12\n        S: 3",
      "- {answer: K, count: 12}\n      - {answer: S, count: 3}",
      true,
    ],
  ])("%s", (_, old, text, isAllowed) =>
    expect(allows(`${title}${answers}      ${old}\n`, old, text)).toBe(isAllowed),
  );

  it("keeps the other entries", () => {
    const items = `${title}${answers}      - {answer: Z, count: 1}\n      - K: 12\n        S: 3\n`;
    expect(
      allows(items, "- {answer: Z, count: 1}\n      - K: 12\n        S: 3", "- {answer: K, count: 12}"),
    ).toBe(false);
  });

  it("keeps its alias", () => {
    const items = `${title}    speakers:\n      - &a X\n      - name: *a\n`;
    expect(allows(items, "name: *a", "*a")).toBe(true);
    expect(allows(items, "name: *a", "X")).toBe(false);
  });

  it("keeps the name of a person, without the key before it", () =>
    expect(allows(`${title}    speakers:\n      - name: A. Forti\n`, "name: A. Forti", "A. Forti")).toBe(
      true,
    ));
});

describe("a word that names a key", () => {
  it.each([
    ["may go with its key", "name: A. Forti", "A. Forti", true],
    ["stays in a value", "name: A. Text", "A.", false],
    ["stays in a value that has it twice", "name: Name the speaker", "the speaker", false],
    ["stays in a key with other words", "first name: A. Forti", "A. Forti", false],
    ["and `yes` stay in a longer value", "name: Yes and A", "and A", false],
  ])("%s", (_, old, text, isAllowed) =>
    expect(allows(`${title}    speakers:\n      - ${old}\n`, old, text)).toBe(isAllowed),
  );

  it("goes with a value that only confirms it", () => {
    const items = "  - title: A\n    themes:\n      - security: true\n";
    expect(allows(items, "security: true", "security")).toBe(true);
    expect(allows(items.replace("true", "aai"), "security: aai", "security")).toBe(false);
  });
});

describe("an edit that removes a key whose value is a placeholder", () => {
  const action = `${title}    actions:\n      - text: none\n        owner: A\n`;
  it.each([
    ["`community: none`", `${title}    community: none\n`, "    community: none\n", true],
    ["`notes: tbd`", `${title}    notes: tbd\n`, "    notes: tbd\n", true],
    [
      "`slides: none`, a key that the format does not have",
      `${title}    slides: none\n`,
      "    slides: none\n",
      true,
    ],
    ["`themes: none`, which is a value", title, "    themes: none\n", false],
    ["`place: tbd`, which is a value", `${title}    place: tbd\n`, "    place: tbd\n", false],
    ["`notes: no`, which may be an answer", `${title}    notes: no\n`, "    notes: no\n", false],
    ["the text of an action", action, "text: none\n        ", false],
  ])("%s", (_, items, old, isAllowed) => expect(allows(items, old, "")).toBe(isAllowed));

  it("keeps the title of an item", () =>
    expect(allows("  - title: tbd\n    themes: none\n", "title: tbd\n    ", "")).toBe(false));
});

describe("an edit that removes a key", () => {
  it.each([
    ["that occurs twice", `${title}    start: "09:00"\n    start: "10:00"\n`, '    start: "10:00"\n', true],
    ["that occurs once", `${title}    start: "09:00"\n    duration: 5\n`, '    start: "09:00"\n', false],
    ["without a value", `${title}    abstract:\n    duration: 5\n`, "    abstract:\n", true],
  ])("%s", (_, items, old, isAllowed) => expect(allows(items, old, "")).toBe(isAllowed));

  it("of the root moves its words to the meeting, or is not allowed", () => {
    const before = inMeeting(`${title}participants: [A. Forti]\n`);
    const date = before.indexOf("\ncontributions:");
    const removal = { start: before.indexOf("participants"), end: before.length, text: "" };
    const added = (text: string) => ({ start: date, end: date, text });
    const document = readMeeting(before);
    expect(changesNothingElse([added("\n  context: |\n    Participants: A. Forti"), removal], document)).toBe(
      true,
    );
    expect(changesNothingElse([added("\n  context: |\n    Participants: A."), removal], document)).toBe(
      false,
    );
    expect(changesNothingElse([removal], document)).toBe(false);
  });
});
