import { describe, expect, it } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { outline } from "../support/editorRequests";
import { fixableExamples, unfixableExamples } from "../support/findingExamples";
import { inMeeting } from "../support/findings";
import { viewOf } from "../support/meeting";

function expectOutline(text: string, expected: readonly string[]): void {
  expect(outline(text)).toEqual(expected);
}

describe("document symbols", () => {
  it("show no icons", () => {
    const items = "  - title: $(error) x\n    themes: [$(zap)]\n  - title: $(x) y\n    themes: [\n";
    const symbols = JSON.stringify(outline(inMeeting(items).replace("title: M", "title: $(alert) M")));
    expect(symbols).toContain("$ (error) x ($ (zap))");
    expect(symbols).not.toContain("$(");
  });

  it("are the meeting, and the items with their themes", () => {
    const text = `${inMeeting("  - title: x\n    themes: [security, cncf-landscape]\n  - title: 🙂 y\n  - title: Coffee\n    themes: none\n")}surveys:\n  - question: Which?\ndiscussion:\n  - topic: Next\n    themes:\n      - security/aai\n`;
    expectOutline(text, [
      "M",
      "contributions (3)",
      "  x (security, cncf-landscape)",
      "  🙂 y (no theme)",
      "  Coffee",
      "surveys (1)",
      "  Which? (no theme)",
      "discussion (1)",
      "  Next (security/aai)",
    ]);
  });

  it.each([
    ["an empty file", "", []],
    ["a blank title", "meeting:\n  title: ' '\n", ["meeting"]],
    ["a title over lines", "meeting:\n  title: |\n    a\n    b\n", ["a b"]],
    ["a meeting without a title", "meeting:\n  date: 2019-12-10\n", ["meeting"]],
    [
      "a title that is a number",
      inMeeting("  - {title: 2019, themes: none}\n"),
      ["M", "contributions (1)", "  2019"],
    ],
    [
      "items without a title",
      inMeeting("  - title:\n  -\n"),
      ["M", "contributions (2)", "  Untitled (no theme)", "  Untitled (no theme)"],
    ],
    [
      "the items of a list that occurs twice, each below its own",
      "contributions:\n  - {title: x, themes: none}\ncontributions:\n  - {title: y, themes: none}\n",
      ["contributions (1)", "  x", "contributions (1)", "  y"],
    ],
    [
      "a title over lines on one",
      inMeeting('  - title: "x\\ny\\u202e"\n    themes: none\n'),
      ["M", "contributions (1)", "  x y"],
    ],
    [
      "a file in one flow collection",
      "{meeting: {title: M, date: 2019-12-10}, contributions: [{title: One}]}",
      ["M", "contributions (1)", "  One (no theme)"],
    ],
    [
      "a broken item among others",
      inMeeting("  - title: One\n  - title: Two\n    themes: [sec\n  - title: Three\n"),
      ["M", "contributions (3)", "  One (no theme)", "  Two (cannot be read)", "  Three (no theme)"],
    ],
    [
      "a broken item by its title",
      inMeeting('  - title: "x\n    themes: none\n'),
      ["M", "contributions (1)", "  x (cannot be read)"],
    ],
    [
      "a broken meeting",
      'meeting:\n  title: "M\ncontributions:\n  - {title: x, themes: none}\n',
      ["M", "contributions (1)", "  x"],
    ],
  ])("name %s", (_, text, expected) => expectOutline(text, expected));

  it("lie within one another, and their names within them", () => {
    for (const [, item] of [...fixableExamples, ...unfixableExamples]) {
      for (const symbol of documentSymbols(viewOf(inMeeting(`${item}\n`)))) expectNested(symbol);
    }
  });

  it("select the title, wherever it is in the item", () => {
    const view = viewOf(inMeeting("  # about it\n  - speakers: [a]\n    title: One\n\n  - title: Two\n"));
    const [one] = documentSymbols(view).at(-1)?.children ?? [];
    expect(one && view.positions.getText(one.selectionRange)).toBe("One");
    expect(one && view.positions.getText(one.range)).toBe("speakers: [a]\n    title: One");
  });

  it.each([
    "contributions:\n- \n",
    "contributions:\n  - x\ncontributions:\n- \ncontributions:\n",
    "surveys: [{question: q}]\ncontributions:\n\n\n",
  ])("lie within one another in %j", (text) => {
    for (const symbol of documentSymbols(viewOf(text))) expectNested(symbol);
  });

  it("end where their text ends", () => {
    const view = viewOf(inMeeting("  - title: x\n    notes: |\n      a\n\n\n  # about y\n  - title: y\n"));
    const [first, second] = documentSymbols(view)[1]?.children ?? [];
    expect(first && view.positions.getText(first.range)).toBe("title: x\n    notes: |\n      a");
    expect(second && view.positions.getText(second.selectionRange)).toBe("y");
  });
});

function expectNested({ name, range, selectionRange, children = [] }: DocumentSymbol): void {
  expect(name).not.toBe("");
  for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
    expect(before(range.start, inner.start) && before(inner.end, range.end), name).toBe(true);
  }
  for (const child of children) expectNested(child);
}

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
