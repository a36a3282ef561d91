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
      "Replace with themes",
      "Disable unknown-key for this line",
    ]);
  });

  it("offer those of every finding a selection touches", () => {
    const titles = titlesAt("  - <|>title: x\n    themes: [securty]\n    spea<|>ker: A\n");
    expect(titles.slice(0, 2)).toEqual(["Replace with security", "Replace with speakers"]);
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
    expect(titles(all.slice(0, 1))).toEqual(["Replace with security", "Disable unknown-theme for this line"]);
    expect(titles(all.slice(1))).toEqual(["Replace with speakers", "Disable unknown-key for this line"]);
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
        actions.find(({ title }) => title === "Mark as having no theme (themes: none)"),
        view,
      ),
    ).toBe(inMeeting("  - title: Lazy image pulling 🙂\n    themes: none\n    notes: a\n"));
  });
});

describe("the fixes for an untagged item", () => {
  const noTheme = "Mark as having no theme (themes: none)";

  it("are offered on the title, too, if the empty list is on another line", () => {
    const items = "  - title: Harbor reg<|>istry\n    themes: []\n    notes: a\n";
    const { actions, view } = actionsAt(inMeeting(items));
    expect(actions.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Tag with image-distribution\/registries/),
      noTheme,
    ]);
    expect(textAfterAction(actions[0], view)).toContain("    themes: [image-distribution/registries]\n");
    const onNotes = items.replace("<|>", "").replace("notes", "no<|>tes");
    expect(titlesAt(onNotes)).toEqual([]);
  });

  it.each(["Coffee break", "Welcome", "AOB"])("say first that %s has no theme", (title) => {
    const { actions } = actionsAt(inMeeting(`  - title: ${title}<|>\n`));
    expect(actions[0]).toMatchObject({ title: noTheme, isPreferred: true });
  });
});

describe("a light bulb", () => {
  const kindsAt = (items: string) => {
    const { view } = actionsAt(inMeeting(items));
    const start = view.positions.positionAt(inMeeting(items).indexOf("<|>"));
    return codeActions(view, { range: { start, end: start } }, {}).map(({ kind }) => kind);
  };
  const items = "  - title: Harbor\n    notes: a\n  - title: x\n    themes: [security, security]\n    url:\n";

  it.each([
    ["title: Harbor", [tagAllKind]],
    ["notes", []],
    ["title: x", []],
    ["themes", [fixAllKind]],
    ["url", []],
  ])("offers what is to be done on the line of %j, and nothing for the whole file elsewhere", (at, kinds) => {
    const found = kindsAt(items.replace(at, `<|>${at}`)).filter((kind) => kind !== CodeActionKind.QuickFix);
    expect(found).toEqual(kinds);
  });
});

describe("no two actions have the same title", () => {
  it("equal ones are one action for all their findings", () => {
    const { actions } = actionsAt(
      inMeeting("  - {title: x, themes: none, ac<|>tions: [{owner: a}, {due: x}]}\n"),
    );
    const titles = actions.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(
      actions.find(({ title }) => title === "Disable missing-key for this line")?.diagnostics,
    ).toHaveLength(2);
  });

  it("different ones name their column, the one at the cursor first", () => {
    const item = "  - {title: x, themes: none, actions: [{owner: a}, {due<|>: 2020-01-01}]}\n";
    const { actions, view } = actionsAt(inMeeting(item));
    expect(actions.slice(0, 2).map(({ title }) => title)).toEqual(["Add text", "Add text (column 41)"]);
    expect(textAfterAction(actions[0], view)).toContain("{text: What has to be done, due: 2020-01-01}");
    expect(textAfterAction(actions[1], view)).toContain("{text: What has to be done, owner: a}");
  });

  it("different ones of several lines name their line", () => {
    const list = "      - owner: a\n      - owner: b\n";
    const { actions } = actionsAt(inMeeting(`  - title: x\n    themes: none\n    actions:\n<|>${list}<|>`));
    expect(actions.map(({ title }) => title)).toContain("Add text (line 9)");
  });
});

it("an overlap ends with the earlier talk, which may be in another item", () => {
  const talk = (title: string, start: string) =>
    `  - title: ${title}\n    themes: none\n    start: "${start}"\n    duration: 30\n`;
  const text = inMeeting(talk("First", "10:00") + talk("Second", "10:20"));
  const { actions, view } = actionsAt(text.replace("10:20", "10<|>:20"));
  expect(actions.map(({ title, isPreferred = false }) => [title, isPreferred])).toEqual([
    ["Start at 10:30, when “First” ends", true],
    ["Shorten “First” to 20 minutes", false],
    ["Disable schedule-overlap for this line", false],
  ]);
  expect(textAfterAction(actions[0], view)).toBe(text.replace("10:20", "10:30"));
  expect(textAfterAction(actions[1], view)).toBe(text.replace("duration: 30", "duration: 20"));
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
