import { describe, expect, it } from "vitest";
import { type Code, codes } from "../../../server/src/core/findings/codes";
import { codeTable } from "../../../server/src/core/findings/codeTable";
import { actionsAt, findingLines, textAfterAction } from "../../support/editorRequests";
import { fixableExamples, unfixableExamples } from "../../support/findingExamples";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

const disable = "wlcg-notes-disable";

describe("a suppression", () => {
  it.each([
    [
      "next-line suppresses only the next line",
      `  # ${disable}-next-line untagged-item\n  - title: x\n  - title: y\n`,
      ["7: untagged-item on y"],
    ],
    [
      "next-line looks past other comments",
      `  # ${disable}-next-line untagged-item\n  # about x\n  - title: x\n`,
      [],
    ],
    [
      "of a code that is reported on request only is never without effect",
      `  # ${disable}-next-line differs-from-agenda\n  - title: x\n    themes: none\n`,
      [],
    ],
    [
      "line suppresses only its own line",
      `  - title: x # ${disable}-line untagged-item\n  - title: y\n`,
      ["6: untagged-item on y"],
    ],
    [
      "item suppresses the whole item",
      `  # ${disable}-item unknown-key, unknown-theme\n  - title: x\n    foo: 1\n    themes: [qqqqqqqq]\n  - title: y\n    themes: none\n    foo: 1\n`,
      ["11: unknown-key on foo"],
    ],
    [
      "file suppresses the whole file",
      `  - title: x\n  - title: y # ${disable}-file untagged-item\n  - title: z\n`,
      [],
    ],
    ["without a code suppresses every code", `  - {title: x, foo: 1} # ${disable}-line\n`, []],
    ["takes several codes", `  - {title: x, foo: 1} # ${disable}-line unknown-key, untagged-item\n`, []],
    ["takes a reason after two dashes", `  - title: x # ${disable}-line untagged-item -- a welcome\n`, []],
    [
      "suppresses no other code",
      `  - {title: x, foo: 1} # ${disable}-line untagged-item\n`,
      ["5: unknown-key on foo"],
    ],
  ])("%s", (_, items, expected) => expect(findingLines(inMeeting(items))).toEqual(expected));

  it("of the first line suppresses findings of the root's keys", () => {
    const text = inMeeting("  - {title: x, themes: none}\n").replace(
      "meeting:\n  title: M\n  date: 2019-12-10",
      "meeting: {title: M, date: 2019-13-10}",
    );
    expect(findingLines(text)).toEqual(["1: invalid-date on 2019-13-10"]);
    expect(findingLines(`# ${disable}-next-line invalid-date\n${text}`)).toEqual([]);
  });

  it("is ignored inside a scalar", () => {
    const items = `  - title: "x # ${disable}-line untagged-item"\n    notes: |\n      # ${disable}-item untagged-item\n`;
    expect(findingLines(inMeeting(items))).toHaveLength(1);
  });
});

describe("an unused suppression", () => {
  it.each([
    [
      "suppresses nothing",
      `  # ${disable}-next-line untagged-item\n  - {title: x, themes: none}\n`,
      `5: # ${disable}-next-line untagged-item = This suppression has no effect.`,
    ],
    [
      "names a code that does not exist",
      `  - title: x # ${disable}-line untagged-item nope\n`,
      `5: nope = Unknown code \`nope\`.`,
    ],
    [
      "names only a code that does not exist",
      `  - {title: x, themes: none} # ${disable}-line nope\n`,
      `5: # ${disable}-line nope = Unknown code \`nope\`.`,
    ],
    [
      "names one code too many",
      `  - title: x # ${disable}-line untagged-item, unknown-key\n`,
      "5: unknown-key = `unknown-key` is not reported here.",
    ],
  ])("is a finding where it %s", (_, items, expected) => {
    const text = inMeeting(items);
    const unused = readMeeting(text)
      .findings()
      .map(
        ({ range, message }) =>
          `${text.slice(0, range.start).split("\n").length}: ${text.slice(range.start, range.end)} = ${message}`,
      );
    expect(unused).toEqual([expected]);
  });

  it("is none while its item is broken", () => {
    const items = `  # ${disable}-next-line untagged-item\n  - title: "x\n`;
    expect(findingLines(inMeeting(items))).toEqual(['6: yaml-syntax on "x']);
    expect(findingLines(inMeeting(`  # ${disable}-file untagged-item\n  - title: "x\n`))).toEqual([
      '6: yaml-syntax on "x',
    ]);
  });

  it.each([
    [`  - title: x # ${disable}-line untagged-item nope\n`, `  - title: x # ${disable}-line untagged-item\n`],
    [
      `  - title: x # ${disable}-line nope, untagged-item # why\n`,
      `  - title: x # ${disable}-line untagged-item # why\n`,
    ],
    [`  - {title: x, themes: none} # ${disable}-line nope\n`, "  - {title: x, themes: none}\n"],
    [`  # ${disable}-item\n  - {title: x, themes: none}\n`, "  - {title: x, themes: none}\n"],
  ])("goes with its fix: %j", (items, fixedItems) => {
    const [finding] = readMeeting(inMeeting(items)).findings();
    const { actions, view } = actionsAt(cursorAt(inMeeting(items), finding?.range.start ?? 0));
    expect(textAfterAction(actions[0], view)).toBe(inMeeting(fixedItems));
  });
});

describe("Disable … for this line", () => {
  const examples = codeTable.flatMap(({ code, examples: [{ lines }] }) => [
    [code, `${lines.join("\n")}\n`] as const,
  ]);
  const fixtures = [...fixableExamples, ...unfixableExamples, ...examples];

  it("is tested for every code that it can suppress", () => {
    const tried = new Set(fixtures.map(([code]) => code));
    expect(codes.filter((code) => !tried.has(code))).toEqual([]);
  });

  describe.each(["\n", "\r\n"])("with line ends %j", (eol) => {
    it.each(fixtures)("%s in %j: removes exactly that finding, and adds none", (_, item) => {
      const next = item.startsWith("surveys") || !item.endsWith("\n") ? "" : "  - title: After\n";
      const text = inMeeting(`  - title: Before\n    themes: none\n${item}${next}`).replaceAll("\n", eol);
      const lines = findingLines(text);
      for (const finding of readMeeting(text).findings()) {
        const { actions, view } = actionsAt(cursorAt(text, finding.range.start));
        const disabling = actions.filter(({ title }) => title === `Disable ${finding.code} for this line`);
        if (isSpoken(finding.code)) expect(disabling).toEqual([]);
        else expect(disabling.length, finding.code).toBeGreaterThan(0);
        for (const action of disabling) {
          const quiet = textAfterAction(action, view);
          const line = text.slice(0, finding.range.start).split("\n").length;
          const others = lines.filter((one) => !one.startsWith(`${line}: ${finding.code} `));
          expect(findingLines(quiet).map(withoutLine), quiet).toEqual(others.map(withoutLine));
          expect(quiet.replaceAll(eol, "")).not.toMatch(/[\r\n]/);
        }
      }
    });
  });

  it("works for each of two findings on one line, one after the other", () => {
    let text = inMeeting("  - {title: x, foo: 1}\n");
    for (const code of ["untagged-item", "unknown-key"]) {
      const { actions, view } = actionsAt(cursorAt(text, text.indexOf("{title")));
      text = textAfterAction(
        actions.find(({ title }) => title === `Disable ${code} for this line`),
        view,
      );
    }
    expect(findingLines(text)).toEqual([]);
  });

  it.each([["a byte order mark", "\uFEFFcontributions: []\n", "\uFEFF# ", "contributions: []\n"]])(
    "is inserted after characters that are not indentation: %s",
    (_, text, before, after) => {
      const [finding] = readMeeting(text).findings().slice(-1);
      const { actions, view } = actionsAt(cursorAt(text, finding?.range.start ?? 0));
      const action = actions.find(({ title }) => title === `Disable ${finding?.code} for this line`);
      expect(textAfterAction(action, view)).toBe(`${before}${disable}-next-line ${finding?.code}\n${after}`);
      expect(findingLines(textAfterAction(action, view))).toHaveLength(findingLines(text).length - 1);
    },
  );

  it.each([
    ["in a block of text", "  - title: x\n    themes: none\n    notes: |\n      a\u202eb\n"],
    ["in a text over several lines", '  - title: "x\n      a\u202eb"\n    themes: none\n'],
    ["in a plain text over several lines", "  - title: x\n      a\u202eb\n    themes: none\n"],
  ])("is not offered %s, where a comment would be text", (_, items) => {
    const text = inMeeting(items);
    const { actions } = actionsAt(cursorAt(text, text.indexOf("\u202e")));
    expect(actions.map(({ title }) => title)).toEqual(["Remove the invisible characters"]);
  });

  it("is offered on the line after a block of text", () => {
    const items = "  - title: x\n    themes: none\n    notes: |\n      a\n    fo<|>o: 1\n";
    expect(actionsAt(inMeeting(items)).actions.map(({ title }) => title)).toEqual([
      "Move it to the notes",
      "Disable unknown-key for this line",
    ]);
  });
});

/** A syntax error cannot be suppressed, and an unused suppression is removed instead. */
function isSpoken(code: Code): boolean {
  return code === "yaml-syntax" || code === "look-alike-character" || code === "unused-suppression";
}

function withoutLine(finding: string): string {
  return finding.replace(/^\d+: /, "");
}

function cursorAt(text: string, offset: number): string {
  return `${text.slice(0, offset)}<|>${text.slice(offset)}`;
}
