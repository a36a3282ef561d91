/** Columns are counted in UTF-16, and edits land where they belong, whatever precedes them. */
import { describe, expect, it } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion/completion";
import { documentLinks } from "../../server/src/features/documentLinks";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { hover } from "../../server/src/features/hover";
import { actionsAt, findingLines, textAfterAction } from "../support/editorRequests";
import { inMeeting } from "../support/findings";
import { applyTextEdits, viewOf, withCursor } from "../support/meeting";

describe.each([
  ["emoji", "🙂"],
  ["a family of emoji", "👩‍👩‍👧‍👦🏽"],
  ["a flag", "🇨🇭"],
  ["combining characters", "e\u0301o\u0308"],
  ["Chinese", "中文標題"],
  ["Japanese", "コンテナの話"],
  ["right-to-left text", "שלום"],
  ["an astral letter", "𝒦"],
])("after %s", (_, words) => {
  const line = `  - {title: "${words} on JupyterHub", url: https://a.ch, themes: [securty]}`;
  const text = inMeeting(`${line}\n`);
  const span = (word: string) => ({
    start: { line: 4, character: line.indexOf(word) },
    end: { line: 4, character: line.indexOf(word) + word.length },
  });

  it("a finding marks its word, and its fix replaces that alone", () => {
    expect(findingLines(text)).toEqual(["5: unknown-theme on securty"]);
    const { actions, view } = actionsAt(text.replace("securty", "<|>securty"));
    expect(actions[0]?.diagnostics?.[0]?.range).toEqual(span("securty"));
    expect(textAfterAction(actions[0], view)).toBe(text.replace("securty", "security"));
  });

  it("a hover is about its word", () => {
    for (const word of ["JupyterHub", "securty"]) {
      const { view, offset } = withCursor(text.replace(word, `<|>${word}`));
      expect(hover(view, view.positions.positionAt(offset))?.range).toEqual(span(word));
    }
  });

  it("completion replaces what was typed", () => {
    const { view, offset } = withCursor(text.replace("securty", "stor<|>"));
    const { items } = completion(view, view.positions.positionAt(offset));
    const edit = items.find(({ label }) => label === "storage-integration")?.textEdit as TextEdit;
    expect(applyTextEdits(view, [edit])).toBe(text.replace("securty", "storage-integration"));
  });

  it("links and symbols have the range of their text", () => {
    const view = viewOf(text);
    expect(documentLinks(view)[0]?.range).toEqual(span("https://a.ch"));
    expect(documentSymbols(view)[1]?.children?.[0]).toMatchObject({
      name: `${words} on JupyterHub`,
      selectionRange: span(`"${words} on JupyterHub"`),
    });
  });

  it("quoting, tagging and suppressing keep it", () => {
    const broken = actionsAt(inMeeting(`  - title: ${words}: x<|>\n    themes: none\n`));
    expect(textAfterAction(broken.actions[0], broken.view)).toBe(
      inMeeting(`  - title: "${words}: x"\n    themes: none\n`),
    );
    const untagged = actionsAt(inMeeting(`  - title: ${words}<|>\n`));
    const none = untagged.actions.find(({ title }) => title === "Mark as having no theme (themes: none)");
    expect(textAfterAction(none, untagged.view)).toBe(inMeeting(`  - title: ${words}\n    themes: none\n`));
    const suppress = untagged.actions.find(({ title }) => title.startsWith("Disable"));
    expect(findingLines(textAfterAction(suppress, untagged.view))).toEqual([]);
  });
});
