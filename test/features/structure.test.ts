import { describe, expect, it } from "vitest";
import type { DocumentSymbol, SelectionRange } from "vscode-languageserver-types";
import { documentLinks } from "../../server/src/features/documentLinks";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { folding } from "../../server/src/features/folding";
import { selectionRanges } from "../../server/src/features/selectionRanges";
import { textIn } from "../support/features";
import { inMeeting } from "../support/findings";
import { viewOf, withCursor } from "../support/meeting";

/** `contributions (2)` and below it `  k8s introduction: security`. */
function outline(text: string): string[] {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail ? `: ${detail}` : ""}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(documentSymbols(viewOf(text)), "");
}

describe("document symbols", () => {
  it("are the meeting, the lists, and the items with their themes", () => {
    const text = `meeting:
  title: pre-GDB
  date: 2019-12-10
contributions:
  - title: One 🙂
    themes: [security/aai, cncf-landscape]
  - title: Coffee
    themes: none
  - title: Two
surveys:
  - question: Which?
    themes: [security]
discussion:
  - topic: And now?
`;
    expect(outline(text)).toEqual([
      "pre-GDB",
      "contributions: 3",
      "  One 🙂: security/aai, cncf-landscape",
      "  Coffee",
      "  Two: no theme",
      "surveys: 1",
      "  Which?: security",
      "discussion: 1",
      "  And now?: no theme",
    ]);
  });

  it("select the title, within the item's range", () => {
    const view = viewOf(inMeeting("  # about it\n  - speakers: [a]\n    title: One\n\n  - title: Two\n"));
    const [one] = documentSymbols(view).at(-1)?.children ?? [];
    expect(one && textIn(view, one.selectionRange)).toBe("One");
    expect(one && textIn(view, one.range)).toBe("speakers: [a]\n    title: One");
  });

  it("keep a broken item by its line, and the others as they are", () => {
    expect(
      outline(inMeeting("  - title: One\n  - title: Two\n    themes: [sec\n  - title: Three\n")),
    ).toEqual(["M", "contributions: 3", "  One: no theme", "  Two: cannot be read", "  Three: no theme"]);
  });

  it("are the same for a file in one flow collection", () => {
    expect(outline("{meeting: {title: M, date: 2019-12-10}, contributions: [{title: One}]}")).toEqual([
      "M",
      "contributions: 1",
      "  One: no theme",
    ]);
  });

  it("are none of an empty file", () => {
    expect(outline("")).toEqual([]);
  });
});

/** `1-3` for a fold, lines 1-based. */
function folds(text: string): string[] {
  return folding(viewOf(text)).map(
    ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ""}`,
  );
}

describe("folding", () => {
  it("folds keys, items, their longer values, and runs of comments", () => {
    const text = `# a
# b
meeting:
  title: M
  date: 2019-12-10
contributions:
  - title: One
    notes: |
      x
      y

  - title: Two
    speakers:
      - A
`;
    expect(folds(text).sort()).toEqual(
      ["1-2 comment", "12-14", "13-14", "3-5", "6-14", "7-10", "8-10"].sort(),
    );
  });

  it("folds a broken item, and the ones around it", () => {
    expect(folds(inMeeting("  - title: One\n    themes: [sec\n  - title: Two\n    themes: none\n"))).toEqual(
      expect.arrayContaining(["5-6", "7-8"]),
    );
  });
});

describe("selection ranges", () => {
  it("grow from the word to the file, each within the next", () => {
    const { view, offset } = withCursor(
      inMeeting("  - title: One\n    themes: [security, cncf-land<|>scape]\n"),
    );
    const [innermost] = selectionRanges(view, [view.positions.positionAt(offset)]);
    const texts: string[] = [];
    for (let at: SelectionRange | undefined = innermost; at; at = at.parent)
      texts.push(textIn(view, at.range));
    expect(texts[0]).toBe("cncf-landscape");
    expect(texts).toContain("[security, cncf-landscape]");
    expect(texts).toContain("themes: [security, cncf-landscape]");
    expect(texts.at(-1)).toBe(view.document.text);
    for (const [index, text] of texts.slice(1).entries()) expect(text).toContain(texts[index]);
  });

  it("answer for each position asked, in broken text too", () => {
    const { view, offset } = withCursor(inMeeting('  - title: "On<|>e\n'));
    const position = view.positions.positionAt(offset);
    const found = selectionRanges(view, [position, { line: 0, character: 0 }]);
    expect(found.map(({ range }) => textIn(view, range))).toEqual(["One", "meeting"]);
  });
});

describe("document links", () => {
  it.each([
    ["url: https://a.ch/x", ["https://a.ch/x"]],
    ["notes: (see https://a.ch/x).", ["https://a.ch/x"]],
    ["notes: '[x](https://a.ch/x_(y)), http://b.ch'", ["https://a.ch/x_(y)", "http://b.ch"]],
    ["notes: 🙂 https://a.ch", ["https://a.ch"]],
    ["notes: javascript:alert(1) ftp://a.ch", []],
  ])("in %s", (line, targets) => {
    const view = viewOf(inMeeting(`  - title: x\n    ${line}\n`));
    const links = documentLinks(view);
    expect(links.map(({ target }) => target)).toEqual(targets);
    expect(links.map(({ range }) => textIn(view, range))).toEqual(targets);
  });
});
