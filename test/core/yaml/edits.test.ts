import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/src/core/text/range";
import { quoteIfNeeded } from "../../../server/src/core/yaml/scalars";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

/** The item after the first fix of its first finding of a code. */
function fixedItem(code: string, item: string): string {
  const text = inMeeting(item);
  const finding = readMeeting(text)
    .findings()
    .find((candidate) => candidate.code === code);
  return applyEdits(text, finding?.fixes?.()[0]?.edits ?? []).slice(inMeeting("").length);
}

describe("removing a theme keeps every comment", () => {
  it.each([
    [
      "  - title: x\n    themes:\n      - security # a\n      - security # b\n",
      "  - title: x\n    themes:\n      - security # a\n      # b\n",
    ],
    [
      "  - title: x\n    themes: [ # a\n      security, # b\n      security # c\n    ]\n",
      "  - title: x\n    themes: [ # a\n      security, # b\n       # c\n    ]\n",
    ],
    [
      "  - title: x\n    themes: [security, cncf-landscape, security] # a\n",
      "  - title: x\n    themes: [security, cncf-landscape] # a\n",
    ],
  ])("%s", (item, result) => expect(fixedItem("duplicate-theme", item)).toBe(result));
});

describe("a text becomes the list it was meant to be", () => {
  it.each([
    ["themes: security, storage-integration", "themes: [security, storage-integration]"],
    ["speakers: A. Forti, B. Speaker and C. Chair", "speakers: [A. Forti, B. Speaker, C. Chair]"],
    ['speakers: "A. Forti; B. Speaker"', "speakers: [A. Forti, B. Speaker]"],
    ["speakers: 'A. Forti'", "speakers: ['A. Forti']"],
  ])("%s", (line, result) =>
    expect(fixedItem("wrong-type", `  - title: x\n    ${line}\n`)).toBe(`  - title: x\n    ${result}\n`),
  );

  it("but a sentence keeps its commas", () => {
    const item = "  []\ndiscussion:\n  - topic: x\n    themes: none\n    decisions: Wait, and ask again\n";
    expect(fixedItem("wrong-type", item)).toContain('decisions: ["Wait, and ask again"]');
  });
});

describe("a value becomes what was meant", () => {
  it.each([
    ["start: 9.30", 'start: "09:30"'],
    ["start: 9", 'start: "09:00"'],
    ["start: 0930", 'start: "09:30"'],
    ['start: "9h30"', 'start: "09:30"'],
    ["start: 14 h", 'start: "14:00"'],
    ["url: www.cern.ch", "url: https://www.cern.ch"],
    ["title: #gitops", 'title: "#gitops"'],
  ])("%s", (line, result) => {
    const item = `  - themes: none\n    title: x\n    ${line}\n`.replace(/ {4}title: x\n(?= {4}title)/, "");
    const [code] = readMeeting(inMeeting(item))
      .findings()
      .map((finding) => finding.code);
    expect(fixedItem(code ?? "", item)).toContain(`    ${result}\n`);
  });

  it.each([["start: 25.30"], ["start: 9.75"], ["url: ftp://cern.ch"], ["url: no address"]])(
    "and nothing is guessed for %s",
    (line) => {
      const item = `  - title: x\n    themes: none\n    ${line}\n`;
      const [finding] = readMeeting(inMeeting(item)).findings();
      expect(finding?.fixes?.() ?? []).toEqual([]);
    },
  );
});

describe("a name taken from elsewhere", () => {
  it.each(["12", "1.5", "true", "Null", "0x1F", "1e3"])(
    "stays text where it looks like something else: %s",
    (name) => {
      expect(quoteIfNeeded(name)).toBe(`"${name}"`);
    },
  );

  it.each(["A. Forti", "12 monkeys", "nullable", "été"])(
    "is written without quotes if it is a string: %s",
    (name) => {
      expect(quoteIfNeeded(name)).toBe(name);
    },
  );
});
