import { describe, expect, it } from "vitest";
import { FoldingRangeKind } from "vscode-languageserver-types";
import { folding } from "../../server/src/features/folding";
import { viewOf } from "../support/meeting";

/** Each fold as `first line … last line`, by its first line. */
function expectFolds(text: string, expected: readonly string[]): void {
  const lines = text.split(/\r?\n/);
  const folds = [...folding(viewOf(text))].sort((a, b) => a.startLine - b.startLine);
  expect(
    folds.map(({ startLine, endLine }) => `${lines[startLine]?.trim()} … ${lines[endLine]?.trim()}`),
  ).toEqual(expected);
}

describe("folding", () => {
  it.each([["\n"], ["\r\n"]])(
    "folds keys, items, values over lines and comments, with line ends %j",
    (eol) => {
      const text =
        "# one\n# two\nmeeting:\n  title: M\n  context: |\n    a\n\n    b\n\ncontributions:\n  # about x\n  - title: x\n    themes:\n      - security\n      - cncf-landscape\n  - title: y\n\nsurveys: []\n";
      expectFolds(text.replaceAll("\n", eol), [
        "# one … # two",
        "meeting: … b",
        "context: | … b",
        "contributions: … - title: y",
        "- title: x … - cncf-landscape",
        "themes: … - cncf-landscape",
      ]);
    },
  );

  it("folds a broken item", () => {
    expectFolds(
      'meeting:\n  title: M\ncontributions:\n  - title: "x\n    themes: none\n  - title: y\n    themes: none\n',
      [
        "meeting: … title: M",
        "contributions: … themes: none",
        '- title: "x … themes: none',
        "- title: y … themes: none",
      ],
    );
  });

  it("folds the items around a broken one", () => {
    expectFolds("contributions:\n  - title: One\n    themes: [sec\n  - title: Two\n    themes: none\n", [
      "contributions: … themes: none",
      "- title: One … themes: [sec",
      "- title: Two … themes: none",
    ]);
  });

  it("folds a collection over lines", () => {
    expectFolds("meeting: {\n  title: M,\n}\n", ["meeting: { … }"]);
  });

  it("folds nothing on one line, nor in an empty file", () => {
    expectFolds("meeting: {title: M}\n# one\n", []);
    expectFolds("", []);
  });

  it("marks the folds that are comments", () => {
    const kinds = folding(viewOf("# a\n# b\nmeeting:\n  title: M\n")).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === FoldingRangeKind.Comment)).toHaveLength(1);
  });
});
