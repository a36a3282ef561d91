import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tagAllEdit } from "../../../server/src/features/codeActions/tagAllAction";
import { findingLines, textAfterAction } from "../../support/editorRequests";
import { inMeeting } from "../../support/findings";
import { viewOf } from "../../support/meeting";

/** The text once all its untagged items are tagged. */
function tagged(text: string): string {
  const view = viewOf(text);
  return textAfterAction({ title: "", edit: tagAllEdit(view, true) }, view);
}

describe("tagging all, whatever the agenda", () => {
  const title = fc.constantFrom(
    "Harbor registry",
    "Coffee",
    "A CSI driver for EOS",
    '"JupyterHub: 🙂"',
    "日本語 Rook",
    "'it''s Kueue'",
  );
  const layout = fc.constantFrom(
    (words: string) => `  - title: ${words}\n`,
    (words: string) => `  - {title: ${words}, speakers: [A]} # c\n`,
    (words: string) => `  - title: ${words} # c\n    themes:\n    notes: |\n      a: b\n`,
    (words: string) => `  -   speakers:\n        - A\n      title: ${words}\n\n`,
    (words: string) => `  # above\n  - title: ${words}\n    themes: []\n`,
    (words: string) => `  - title: ${words}\n    themes: none\n`,
    (words: string) => `  - title: ${words}\n    themes: [sec\n`,
  );
  const agenda = fc.array(
    fc.tuple(title, layout).map(([words, lay]) => lay(words)),
    { minLength: 1, maxLength: 6 },
  );

  it("adds themes and nothing else, and is done after once", () => {
    fc.assert(
      fc.property(agenda, fc.constantFrom("\n", "\r\n"), (items, eol) => {
        const text = inMeeting(items.join("")).replaceAll("\n", eol);
        const after = tagged(text);
        expect(tagged(after)).toBe(after);
        expect(withoutThemes(after)).toEqual(withoutThemes(text));
        expect(otherCodes(after)).toEqual(otherCodes(text));
        if (eol === "\r\n") expect(after.replaceAll(eol, "")).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 200 },
    );
  });
});

/** The non-blank text of a valid item without its themes, so that only themes may differ. */
function withoutThemes(text: string): string {
  return text.replaceAll(/,? ?themes:(?: \[[a-z0-9/, -]*\])?|\s/g, "");
}

function otherCodes(text: string): readonly string[] {
  const codes = findingLines(text).map((finding) => finding.replace(/^\d+: (\S+).*$/s, "$1"));
  return codes.filter((code) => code !== "untagged-item");
}
