import { describe, expect, it } from "vitest";
import { CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import { codeActions, fixAllKind } from "../../../server/src/features/codeActions/codeActions";
import { tagAllKind } from "../../../server/src/features/codeActions/tagAllAction";
import { diagnostics } from "../../../server/src/features/diagnostics/diagnostics";
import { actionsAt, editsOf, textAfterAction } from "../../support/editorRequests";
import { fixableExamples } from "../../support/findingExamples";
import { inMeeting } from "../../support/findings";
import { readMeeting, viewOf } from "../../support/meeting";

function titlesAt(items: string, rules = {}): readonly string[] {
  return actionsAt(inMeeting(items), rules).actions.map(({ title }) => title);
}

describe("code actions", () => {
  it("offer the fixes of the cursor's line, then ways to suppress its findings", () => {
    expect(titlesAt("  - title: x\n    thems<|>: [security]\n    foo: 1\n")).toEqual([
      "Replace with `themes`",
      "Disable unknown-key for this line",
    ]);
  });

  it("offer those of every finding a selection touches", () => {
    const titles = titlesAt("  - <|>title: x\n    themes: [securty]\n    spea<|>ker: A\n");
    expect(titles.slice(0, 2)).toEqual(["Replace with `security`", "Replace with `speakers`"]);
    expect(titles.slice(2)).toEqual([
      "Disable unknown-theme for this line",
      "Disable unknown-key for this line",
    ]);
  });

  it("offer those of the findings that a client names when it asks about the whole file", () => {
    const text = inMeeting("  - title: x\n    themes: [securty]\n    speaker: A\n");
    const view = viewOf(text);
    const all = diagnostics(view, {});
    const range = { start: { line: 0, character: 0 }, end: view.positions.positionAt(text.length) };
    const titles = (named: readonly Diagnostic[], start = range.start) =>
      codeActions(view, { range: { ...range, start }, diagnostics: named, only: ["quickfix"] }, {}).map(
        ({ title }) => title,
      );
    expect(titles(all.slice(0, 1))).toEqual([
      "Replace with `security`",
      "Disable unknown-theme for this line",
    ]);
    expect(titles(all.slice(1))).toEqual(["Replace with `speakers`", "Disable unknown-key for this line"]);
    expect(titles(all)).toHaveLength(4);
    expect(titles([])).toHaveLength(4);
    expect(titles(all.slice(0, 1), { line: 1, character: 0 })).toHaveLength(4);
  });

  it("offer nothing on a valid line", () => {
    expect(titlesAt("  - title: x<|>\n    themes: none\n    foo: 1\n")).toEqual([]);
  });

  it("offer nothing for what the settings turn off", () => {
    expect(titlesAt("  - {tit<|>le: x}\n", { "untagged-item": "off" })).toEqual([]);
  });

  it("put the preferred one first, alone of its kind, and ways to suppress last", () => {
    const { actions } = actionsAt(inMeeting("  - title: Harbor, a container re<|>gistry\n"));
    expect(actions.map(({ isPreferred }) => isPreferred ?? false)).toEqual(
      actions.map((_, rank) => rank === 0),
    );
    expect(actions[0]?.title).toMatch(/^Tag with image-distribution\/registries \(.*Harbor.*\)$/);
    expect(actions.at(-1)?.title).toBe("Disable untagged-item for this line");
  });

  it.each([
    ["<|>  - title: Harbor\n", true],
    ["  - title: Harbor<|>\n", true],
    ["  - title: Harbor\n<|>", false],
  ])("are offered anywhere on the line, and on no other: %j", (items, isThere) => {
    expect(titlesAt(items).length > 0).toBe(isThere);
  });

  it.each([
    [["refactor"], [tagAllKind]],
    [["source"], []],
    [["quickfix.other"], []],
    [["refactor.rewrite", "source.fixAll"], [tagAllKind]],
  ])("are of the kinds asked for: %j", (only, kinds) => {
    const { actions } = actionsAt(inMeeting("  - title: Harbor<|>\n"), {}, only);
    expect(actions.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("have the diagnostic that they fix, and edits of one version", () => {
    const { actions } = actionsAt(inMeeting("  - {title: x, themes: [secu<|>rty]}\n"));
    expect(actions.map(({ diagnostics }) => diagnostics?.map(({ code }) => code))).toEqual(
      actions.map(() => ["unknown-theme"]),
    );
    expect(actions.map(({ kind }) => kind)).toEqual(actions.map(() => CodeActionKind.QuickFix));
    expect(actions[0]?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
  });

  it.each([
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["emoji in front", (text: string) => text.replace("title: x", 'title: "👩‍🔬 é 日本"')],
  ])("edit the right place with %s", (_, change) => {
    const before = change(inMeeting("  - {title: x, themes: [securty]}\n"));
    const { actions, view } = actionsAt(before.replace("securty", "sec<|>urty"));
    expect(textAfterAction(actions[0], view)).toBe(before.replace("securty", "security"));
  });

  it("tag an item by its matching words, or intentionally with none", () => {
    const { actions, view } = actionsAt(inMeeting("  - title: Lazy image<|> pulling 🙂\n    notes: a\n"));
    expect(actions[0]?.title).toMatch(/^Tag with image-distribution.* \(.*image.*\)$/);
    expect(actions[0]?.isPreferred).toBe(true);
    expect(textAfterAction(actions[0], view)).toMatch(
      /🙂\n {4}themes: \[image-distribution.*\]\n {4}notes: a\n$/,
    );
    expect(
      textAfterAction(
        actions.find(({ title }) => title === "Mark as having no theme (`themes: none`)"),
        view,
      ),
    ).toBe(inMeeting("  - title: Lazy image pulling 🙂\n    themes: none\n    notes: a\n"));
  });
});

describe("fix-all", () => {
  const items = "  - <|>title: x # c\n    themes: [security, security]\n  - title: y\n    thems: none\n";

  it.each([[fixAllKind], [CodeActionKind.SourceFixAll], [CodeActionKind.Source]])(
    "comes when %s is asked for",
    (kind) => {
      const { actions, view } = actionsAt(inMeeting(items), {}, [kind]);
      const all = actions.filter((action) => action.kind === fixAllKind);
      expect(all).toHaveLength(1);
      expect(textAfterAction(all[0], view)).toBe(
        inMeeting(items).replace("<|>", "").replace("security, security", "security"),
      );
    },
  );

  it("is neither a quick fix, nor offered if there is nothing to fix", () => {
    expect(titlesAt(items)).not.toContain("Apply all safe fixes");
    const valid = actionsAt(inMeeting("  - <|>title: x\n    themes: [securty]\n"), {}, [fixAllKind]);
    expect(valid.actions).toEqual([]);
  });

  it("applies all that is safe at once, and leaves the rest", () => {
    const faulty = inMeeting(
      "  - title: x   # one\n    themes: [security, security]\n  - title: Harbor\n  - title: y\n    themes: none\n    duration: '20'\n",
    );
    const { actions, view } = actionsAt(`<|>${faulty}`, {}, [fixAllKind]);
    expect(textAfterAction(actions[0], view)).toBe(
      faulty.replace("[security, security]", "[security]").replace("'20'", "20"),
    );
  });

  it.each([...fixableExamples])("leaves nothing safe to fix, and breaks nothing: %s in %j", (_, item) => {
    const text = inMeeting(item);
    const { actions, view } = actionsAt(`<|>${text}`, {}, [fixAllKind]);
    const fixed = textAfterAction(actions[0], view);
    const after = actionsAt(`<|>${fixed}`, {}, [fixAllKind]);
    expect(after.actions.map((action) => textAfterAction(action, after.view))).toEqual([]);
    expect(codesOf(fixed).length).toBeLessThanOrEqual(codesOf(text).length);
    expect(actions.length > 0).toBe(fixed !== text);
  });

  it("also fixes what a fix reveals, in one step and as small edits", () => {
    const faulty = inMeeting(
      "  - title: x\n    themes: [Storage integration, storage-integration, security, security/aai] # c\n  - Coffee\n  - title: y # c\n    themes: none\n",
    );
    const { actions, view } = actionsAt(`<|>${faulty}`, {}, [fixAllKind]);
    expect(textAfterAction(actions[0], view)).toBe(
      faulty
        .replace("[Storage integration, storage-integration, security, ", "[storage-integration, ")
        .replace("- Coffee", "- title: Coffee"),
    );
    expect(editsOf(actions[0]).map(({ range }) => range.end.line - range.start.line)).not.toContain(1);
  });

  it("does not fix what the settings disable", () => {
    expect(actionsAt(inMeeting(items), { "duplicate-theme": "off" }, [fixAllKind]).actions).toEqual([]);
  });
});

function codesOf(text: string): readonly string[] {
  return readMeeting(text)
    .findings()
    .map(({ code }) => code);
}
