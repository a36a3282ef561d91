import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { applyEdits } from "../../../server/src/core/text/range";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

/** The item after the first fix of its first syntax error; nothing where it has no fix. */
function fixed(item: string): string | undefined {
  const text = inMeeting(item);
  const finding = readMeeting(text)
    .findings()
    .find(({ code }) => code === "yaml-syntax");
  if (!finding) throw new Error("The item parses.");
  const [fix] = finding.fixes?.() ?? [];
  if (!fix) return undefined;
  const after = applyEdits(text, fix.edits);
  expect(parseDocument(after).errors).toEqual([]);
  return after.slice(inMeeting("").length);
}

const title = "  - title: x\n";

describe("a value is quoted after", () => {
  it.each([
    ["a key in quotes", '  - "title": a: b\n', '  - "title": "a: b"\n'],
    ["an anchor before its key", "  - &a title: a: b\n", '  - &a title: "a: b"\n'],
    [
      "two dashes",
      `${title}    decisions:\n      - - title: a: b\n`,
      `${title}    decisions:\n      - - title: "a: b"\n`,
    ],
  ])("%s", (_, before, after) => expect(fixed(before)).toBe(after));

  it("and with a `#` in its own quotes", () =>
    expect(fixed(`${title}    notes: "a # b" c\n`)).toBe(`${title}    notes: '"a # b" c'\n`));

  it("but never a whole item with a key", () => expect(fixed('  - "key": ? z\n')).toBeUndefined());

  it("nor a comment", () =>
    expect(fixed(`${title}    notes: words\n      - # c\n      , d\n`) ?? "").not.toContain('"# c"'));
});

describe("a bracket is closed", () => {
  it.each([
    [
      "on a line that begins with a comma",
      "  - {title: Rucio\n    , themes: [security}\n",
      "  - {title: Rucio\n    , themes: [security]}\n",
    ],
    ["after an explicit key", `${title}    ? themes: [security\n`, `${title}    ? themes: [security]\n`],
    ["after an anchor", `${title}    themes: &a [security\n`, `${title}    themes: &a [security]\n`],
    ["after a key in quotes", `${title}    "themes": [security\n`, `${title}    "themes": [security]\n`],
    ["after a `#` in quotes", `${title}    speakers: ["A #1", B\n`, `${title}    speakers: ["A #1", B]\n`],
    [
      "after a `#` in quotes on a line below",
      `${title}    speakers: [\n      A, 'B #2'\n    notes: y\n`,
      `${title}    speakers: [\n      A, 'B #2']\n    notes: y\n`,
    ],
    ["before a comment", `${title}    speakers: [A, it's # c\n`, `${title}    speakers: [A, it's] # c\n`],
    [
      "after a `#` that follows a no-break space, which is text",
      `${title}    speakers: [A\u00a0# x, B\n`,
      `${title}    speakers: [A\u00a0# x, B]\n`,
    ],
    [
      "after a quote with an escaped one in it",
      `${title}    speakers: ['it''s [x]', B\n`,
      `${title}    speakers: ['it''s [x]', B]\n`,
    ],
  ])("%s", (_, before, after) => expect(fixed(before)).toBe(after));
});

describe("a tab becomes spaces below the head of a text with", () => {
  it.each(["| # c", "!!str |", "|2-"])("%s", (head) =>
    expect(fixed(`${title}    notes: ${head}\n\ta: b\n`)).toBe(`${title}    notes: ${head}\n      a: b\n`),
  );
});
