import { describe, expect, it } from "vitest";
import { CodeActionKind } from "vscode-languageserver-types";
import { fixAllKind } from "../../server/src/features/codeActions";
import { actionsAt, taken } from "../support/asks";
import { inMeeting } from "../support/findings";

function titlesAt(items: string, rules = {}): readonly string[] {
  return actionsAt(inMeeting(items), rules).actions.map(({ title }) => title);
}

describe("code actions", () => {
  it("offer the cures of what is on the cursor's line, then ways to silence it", () => {
    expect(titlesAt("  - title: x\n    thems<|>: [security]\n    foo: 1\n")).toEqual([
      "Replace with `themes`",
      "Silence unknown-key here",
    ]);
  });

  it("offer those of every finding a selection touches", () => {
    const titles = titlesAt("  - <|>title: x\n    themes: [securty]\n    spea<|>ker: A\n");
    expect(titles.slice(0, 2)).toEqual(["Replace with `security`", "Replace with `speakers`"]);
    expect(titles.slice(2)).toEqual(["Silence unknown-theme here", "Silence unknown-key here"]);
  });

  it("offer nothing on a sound line", () => {
    expect(titlesAt("  - title: x<|>\n    themes: none\n    foo: 1\n")).toEqual([]);
  });

  it("offer nothing for what the settings turn off", () => {
    expect(titlesAt("  - {tit<|>le: x}\n", { "untagged-item": "off" })).toEqual([]);
  });

  it("carry the diagnostic they cure, and edits of one version", () => {
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
    expect(taken(actions[0], view)).toBe(before.replace("securty", "security"));
  });

  it("tag an item with what gave it away, or with none on purpose", () => {
    const { actions, view } = actionsAt(inMeeting("  - title: Lazy image<|> pulling 🙂\n    notes: a\n"));
    expect(actions[0]?.title).toMatch(/^Tag with image-distribution.* \(.*image.*\)$/);
    expect(actions[0]?.isPreferred).toBe(true);
    expect(taken(actions[0], view)).toMatch(/🙂\n {4}themes: \[image-distribution.*\]\n {4}notes: a\n$/);
    expect(
      taken(
        actions.find(({ title }) => title === "No theme on purpose"),
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
      expect(taken(all[0], view)).toBe(
        inMeeting(items).replace("<|>", "").replace("security, security", "security"),
      );
    },
  );

  it("does not come among quick fixes, nor where nothing is safe to fix", () => {
    expect(titlesAt(items)).not.toContain("Fix all that is safe to fix");
    const sound = actionsAt(inMeeting("  - <|>title: x\n    themes: [securty]\n"), {}, [fixAllKind]);
    expect(sound.actions).toEqual([]);
  });

  it("leaves alone what the settings turn off", () => {
    expect(actionsAt(inMeeting(items), { "duplicate-theme": "off" }, [fixAllKind]).actions).toEqual([]);
  });
});
