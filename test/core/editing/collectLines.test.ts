import { describe, expect, it } from "vitest";
import { collectLines } from "../../../server/src/core/editing/collectLines";
import { applyEdits } from "../../../server/src/core/text/range";
import { readMeeting } from "../../support/meeting";

const head = `meeting:
  title: Board
  date: 2019-12-10
  chairs: [A. Forti]
  attendees: [B. Scribe, Rolf Jansen]
contributions:
`;

/** The contributions after collecting, which must change nothing a second time. */
function collected(contributions: string, collectedLines: "keep" | "remove" = "keep"): string {
  const text = head + contributions;
  const after = applyEdits(text, collectLines(readMeeting(text), { collectedLines }).edits);
  expect(collectLines(readMeeting(after), { collectedLines })).toEqual({
    edits: [],
    actions: 0,
    decisions: 0,
  });
  expect(readMeeting(after).hasSyntaxErrors()).toBe(false);
  return after.slice(head.length);
}

describe("actions and decisions collected from notes", () => {
  it("become entries of the item", () => {
    const item = `  - title: Storage
    notes: |
      Intro. # no comment
      ACTION 3: B. Scribe to ask the sites by 1 February
      RESOLVED: we meet monthly: on Tuesdays
      - AI (RJ, Scribe) report. DONE
    url: https://example.org # a comment
`;
    expect(collected(item)).toBe(`${item}    decisions:
      - "We meet monthly: on Tuesdays"
    actions:
      - text: Ask the sites
        id: "3"
        owner: B. Scribe
        due: 2020-02-01
      - text: Report
        owners: [Rolf Jansen, B. Scribe]
        status: done
`);
  });

  it("have a due date that is counted from the day of the session", () => {
    const item = `  - title: Storage
    session: Data
    notes: |
      ACTION: ask the sites by Friday
`;
    const sessions = "sessions:\n  - title: Data\n    date: 2019-12-18\n";
    expect(collected(item + sessions)).toBe(`${item}    actions:
      - text: Ask the sites
        due: 2019-12-20
${sessions}`);
  });

  it.each(["keep", "remove"] as const)("stay if they report on an action of the meeting: %s", (lines) => {
    const items = `  - title: Storage
    notes: |
      Action 649.3: RJ to report. Done.

      Action 649.3: done
actions:
  - {id: "649.3", text: Report, owner: RJ}
`;
    expect(collected(items, lines)).toBe(items);
  });

  it.each(["keep", "remove"] as const)("stay if they report on an action by its number: %s", (lines) => {
    const item = `  - title: Storage
    notes: |
      ACTION 3: B. Scribe to ask all sites again
    actions:
      - {text: Ask the sites, id: "3", owner: B. Scribe}
`;
    expect(collected(item, lines)).toBe(item);
  });

  it("are removed from the notes with the setting", () => {
    expect(
      collected(
        `  - title: Storage
    notes: |
      Intro.
      ACTION: B. Scribe to ask the sites

      The rest.
      DECISION: we meet monthly
  - title: Next
`,
        "remove",
      ),
    ).toBe(`  - title: Storage
    notes: |
      Intro.

      The rest.
    decisions:
      - We meet monthly
    actions:
      - text: Ask the sites
        owner: B. Scribe
  - title: Next
`);
  });

  it.each([
    ["quotes", `    notes: "ACTION: B. Scribe to ask"\n`],
    ["one line", `    notes: AI (B. Scribe) ask\n`],
    ["a block", `    notes: |-\n          TODO @scribe ask`],
    ["a folded block", `    notes: >\n      TODO @scribe ask\n`],
    ["an indicator", `    notes: |2\n      TODO @scribe ask\n`],
  ])("are read in each form of a text: %s", (_, notes) => {
    const list = "    actions:\n      - text: Ask\n        owner: B. Scribe";
    expect(collected(`  - title: Storage\n${notes}`)).toContain(list);
    expect(collected(`  - title: Storage\n${notes}`)).toContain(notes);
  });

  it("leave no key without a text", () =>
    expect(collected(`  - title: Storage\n    notes: "ACTION: B. Scribe to ask"\n`, "remove")).toBe(
      "  - title: Storage\n    actions:\n      - text: Ask\n        owner: B. Scribe\n",
    ));

  it("are added to the lists that are there, in their form", () =>
    expect(
      collected(`  - title: Storage
    notes: |
      ACTION: RJ to report
      AGREED: no meeting in August
    decisions: [Meet monthly] # why
    actions:
    - text: Ask
      # a comment
      owner: B. Scribe
`),
    ).toBe(`  - title: Storage
    notes: |
      ACTION: RJ to report
      AGREED: no meeting in August
    decisions: [Meet monthly, No meeting in August] # why
    actions:
    - text: Ask
      # a comment
      owner: B. Scribe
    - text: Report
      owner: Rolf Jansen
`));

  it("are added to an item in braces", () =>
    expect(collected(`  - {title: Storage, notes: "ACTION: RJ to report: soon"}\n`)).toBe(
      `  - {title: Storage, notes: "ACTION: RJ to report: soon", actions: [{text: "Report: soon", owner: Rolf Jansen}]}\n`,
    ));

  it("keep the line ends of the file", () => {
    const text = `${head}  - title: Storage\n    notes: |\n      Intro\n      TODO @scribe ask\n`.replaceAll(
      "\n",
      "\r\n",
    );
    for (const collectedLines of ["keep", "remove"] as const) {
      const after = applyEdits(text, collectLines(readMeeting(text), { collectedLines }).edits);
      expect(after).not.toMatch(/(?<!\r)\n/);
      expect(after).toContain("    actions:\r\n      - text: Ask\r\n        owner: B. Scribe\r\n");
    }
  });

  it("replace a list without entries", () =>
    expect(collected("  - title: A\n    notes: |\n      TODO @scribe ask\n    actions: [] # none\n")).toBe(
      "  - title: A\n    notes: |\n      TODO @scribe ask\n    actions: # none\n      - text: Ask\n        owner: B. Scribe\n",
    ));

  it("are one line at the cursor", () => {
    const text = `${head}  - title: Storage\n    notes: |\n      TODO @scribe ask\n      TODO @scribe write\n`;
    const { edits, actions } = collectLines(readMeeting(text), {
      collectedLines: "remove",
      offset: text.indexOf("write"),
    });
    expect(actions).toBe(1);
    expect(applyEdits(text, edits)).toBe(
      `${head}  - title: Storage\n    notes: |\n      TODO @scribe ask\n    actions:\n      - text: Write\n        owner: B. Scribe\n`,
    );
  });

  const lines = `  - title: Storage
    notes: |
      - ACTION: RJ to read [the doc](https://a.b/c)
        and report \\
        by 1 February
      The rest.
      Action 649.3: report
      Action 650.1: report
`;
  const list = `    actions:
      - text: Read the doc (https://a.b/c) and report
        owner: Rolf Jansen
        due: 2020-02-01
      - text: Report
        id: "649.3"
      - text: Report
        id: "650.1"
`;

  it("have all their lines, addresses and numbers", () => expect(collected(lines)).toBe(lines + list));

  it("are removed with all their lines", () =>
    expect(collected(lines, "remove")).toBe(`  - title: Storage\n    notes: |\n      The rest.\n${list}`));

  it.each(["ACTION: RJ to report by 1 February", "ACTION: RJ to report. Done", "Action 5: report"])(
    "stay in the notes if the entry does not say all: %s",
    (line) => {
      const item = `  - title: Storage\n    notes: |\n      ${line}\n    actions:\n      - text: Report\n`;
      expect(collected(item, "remove")).toBe(item);
    },
  );

  it("have no comment, which stays in the notes", () => {
    const item = "  - title: Storage\n    notes: |\n      ACTION: RJ <!-- private --> to report\n";
    expect(collected(item, "remove")).toBe(
      `${item}    actions:\n      - text: Report\n        owner: Rolf Jansen\n`,
    );
  });
});

describe("lines whose removal would change others", () => {
  const ask = "ACTION: B. Scribe to ask";
  const inNotes = (lines: readonly string[]): string =>
    `  - title: Storage\n    notes: |2\n${lines.map((line) => (line === "" ? "\n" : `      ${line}\n`)).join("")}`;
  /** The lines of the notes after collecting. */
  const left = (lines: readonly string[]): readonly string[] => {
    const [, notes = ""] =
      /notes: [|]2\n([\s\S]*?)(?=\n {4}\w|$)/.exec(collected(inNotes(lines), "remove")) ?? [];
    return notes
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => line.slice(6));
  };

  it.each([
    ["- Storage is full", `- ${ask}`, "  - CERN", "  - RAL", "- Network is fine"],
    ["- Storage is full", "- DECISION: we phone the sites", "  - CERN"],
    ["1. Storage is full", `2. ${ask}`, "   1. CERN", "3. Network"],
    ["- Storage is full", `- ${ask}`, "", "  They are slow."],
    [`${ask}:`, "", "- CERN", "- RAL"],
    [`${ask}:`, "- CERN"],
    ["DECISION: we phone these sites:", "CERN and RAL"],
    [`**${ask}:**`, "CERN and RAL"],
    ["Talk", ask, "---", "next topic"],
    ["Talk", `- ${ask}`, "---", "next topic"],
    ["Talk", ask, "===", "next topic"],
    ["| a | b |", `${ask}`, "|---|---|"],
    ["| a | b |", "|---|---|", "| 1 | 2 |", ask, "| 3 | 4 |"],
    ["Talk", `1. ${ask}`, "2. Network"],
    ["Talk", "", ask, "", "    indented"],
    ["1. One", "", ask, "", "1. Two"],
    ["Talk \\", ask, "more"],
    [ask, "[1]: https://example.org", "", "See [x][1]"],
    ["", ask, "<b>", "words"],
    ["ACTIONS:", ask, "- Bob: write"],
  ])("stay: %j", (...lines) => expect(left(lines)).toEqual(lines));

  it.each([
    [
      ["- Storage is full", `- ${ask}`, "- Network"],
      ["- Storage is full", "- Network"],
    ],
    [
      ["- A", `- ${ask}`, `- ${ask} again`, "  - CERN"],
      ["- A", `- ${ask} again`, "  - CERN"],
    ],
    [
      ["Talk", ask, "- CERN"],
      ["Talk", "- CERN"],
    ],
    [
      ["- Talk", ask, "Next"],
      ["- Talk", "Next"],
    ],
    [
      ["Talk", ask, "", "---", "Next"],
      ["Talk", "", "---", "Next"],
    ],
    [
      ["> Quote", ask, "Next"],
      ["> Quote", "Next"],
    ],
    [
      ["1. One", `2. ${ask}`, "3. Three"],
      ["1. One", "3. Three"],
    ],
    [
      ["# Head", ask, "```", "code", "```"],
      ["# Head", "```", "code", "```"],
    ],
    [["Talk", `${ask}:`, `${ask} again`], ["Talk"]],
  ] as const)("go where they change none: %j", (lines, rest) => expect(left(lines)).toEqual(rest));
});

describe("lines with comments between them", () => {
  const before = "  - title: Storage\n    notes: |\n      - Read the page\n";
  const indented = (lines: readonly string[]): string =>
    lines.map((line) => (line === "" ? "\n" : `      ${line}\n`)).join("");
  const phone = "    actions:\n      - text: Phone the sites\n        owner: B. Scribe\n";

  it.each([
    ["ACTION: B. Scribe to phone", "  <!-- s -->", "  the sites"],
    ["ACTION: B. Scribe to phone <!-- s", "  t -->", "  the sites"],
    ["ACTION: B. Scribe to phone", "  <!-- s", "", "  t -->", "  <!-- u -->", "  the sites"],
    ["ACTION: B. Scribe to phone", "  - <!-- s -->", "  the sites"],
    ["ACTION: B. Scribe to phone \\", "<!-- s -->", "the sites"],
    ["ACTION: B. Scribe to phone <!-- s", "--> the sites"],
  ])("are one action, and stay in the notes: %j", (...lines) => {
    const item = before + indented(lines);
    expect(collected(item)).toBe(item + phone);
    expect(collected(item, "remove")).toBe(item + phone);
  });

  it.each([
    ["<!-- s -->", "", "  the sites"],
    ["<!-- a", "b -->the sites"],
    ["- <!-- s -->", "  the sites"],
    ["<!-- s -->", "the sites"],
  ])("are no longer than without the comment: %j", (...lines) => {
    const item = before + indented(["ACTION: B. Scribe to phone", ...lines]);
    expect(collected(item)).toBe(`${item}    actions:\n      - text: Phone\n        owner: B. Scribe\n`);
  });
});

it.each([
  ["write `<!-- x -->` in the page", "Write `<!-- x -->` in the page"],
  ["write ``<!-- x -->`` and `code`", "Write ``<!-- x -->`` and code"],
  ["write \\<!-- x --> in the page", "Write \\<!-- x --> in the page"],
])("an entry has no comment that its line shows: %s", (line, text) => {
  const item = `  - title: Storage\n    notes: |\n      ACTION: ${line}\n      DECISION: ${line}\n`;
  expect(collected(item)).toBe(
    `${item}    decisions:\n      - ${text}\n    actions:\n      - text: ${text}\n`,
  );
});

describe("the address of a link is in the entry", () => {
  it.each([
    ["[e](<https://x.y/a b>)", "e (https://x.y/a%20b)"],
    ["[e]( <https://x.y/a b>  'c d' )", "e (https://x.y/a%20b)"],
    ['[d](https://x.y/a "ti)tle")', "d (https://x.y/a)"],
    ["[d](https://x.y/a (title))", "d (https://x.y/a)"],
    [String.raw`[d](https://x.y/a "a \" b")`, "d (https://x.y/a)"],
    ["[f](<mailto:a@x.y>)", "f (a@x.y)"],
    ["[g](<page of x>)", "g"],
    ["[h][1]", "h (https://x.y/c%20d)"],
  ])("%s", (link, text) => {
    const item = `  - title: Storage\n    notes: |\n      DECISION: see ${link} now\n\n      [1]: <https://x.y/c d>\n`;
    expect(collected(item)).toBe(`${item}    decisions:\n      - See ${text} now\n`);
  });
});

describe("the blank lines at the end of notes", () => {
  it.each([
    ["the last item", ""],
    ["another item", "  - title: B\n    themes: none\n"],
  ])("stay in the notes of %s, where the cursor is", (_, next) => {
    const item = "  - title: A\n    themes: none\n    notes: |\n      DECISION: meet weekly\n      \n";
    expect(collected(item + next)).toBe(`${item}    decisions:\n      - Meet weekly\n${next}`);
  });

  it("without indentation are below the entries", () => {
    const item = "  - title: A\n    themes: none\n    notes: |\n      DECISION: meet weekly\n";
    expect(collected(`${item}\n  - title: B\n`)).toBe(
      `${item}    decisions:\n      - Meet weekly\n\n  - title: B\n`,
    );
  });
});

describe("collecting", () => {
  const repeated = (count: number, lineOf: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => lineOf(at)).join("");
  const part = (at: number): string =>
    `      - title: P${at}\n        notes: |\n          TODO: do number ${at}\n`;

  /** Milliseconds of processor time for so many lines. */
  const timeFor = (count: number, itemOf: (count: number) => string): number => {
    const document = readMeeting(head + itemOf(count));
    document.units();
    const before = process.cpuUsage().user;
    for (const collectedLines of ["keep", "remove"] as const)
      expect(collectLines(document, { collectedLines }).edits).not.toEqual([]);
    return (process.cpuUsage().user - before) / 1000;
  };

  it.each([
    [
      "lines of one item",
      (count: number) =>
        `  - title: A\n    notes: |\n      Words\n${repeated(count, (at) => `      DECISION: do number ${at}\n`)}`,
    ],
    ["parts", (count: number) => `  - title: A\n    parts:\n${repeated(count / 4, part)}`],
  ])("takes about eight times the time for eight times as many %s", { timeout: 120_000 }, (_, itemOf) => {
    timeFor(200, itemOf);
    expect(timeFor(1600, itemOf)).toBeLessThan(24 * timeFor(200, itemOf) + 1000);
  });
});
