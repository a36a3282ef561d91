import { describe, expect, it } from "vitest";
import { Workspace } from "../../server/src/entry/workspace";
import { diagnostics, findingsOn } from "../../server/src/features/diagnostics";
import { inMeeting } from "../support/findings";
import { viewOf } from "../support/meeting";

const uri = "file:///a.contributions.yaml";

/** A file that is typed in: `type` inserts at the end of a line, 0-based, and returns the codes a client sees. */
function typist(text: string): { type: (line: number, words: string) => string[]; leave: () => string[] } {
  const workspace = new Workspace("2026-01-15");
  workspace.open(uri, "wlcg-contributions", 1, text);
  let version = 1;
  const seen = (): string[] => {
    const view = workspace.view(uri);
    return view ? diagnostics(view, {}, workspace.typing(uri)).map(({ code }) => String(code)) : [];
  };
  return {
    type: (line, words) => {
      const lines = workspace.view(uri)?.document.text.split("\n") ?? [];
      const at = { line, character: lines[line]?.length ?? 0 };
      workspace.change(uri, ++version, [{ range: { start: at, end: at }, text: words }]);
      return seen();
    },
    leave: () => {
      workspace.rest(uri);
      return seen();
    },
  };
}

describe("while somebody types", () => {
  const text = inMeeting("  - title: a\n    themes:\n");

  it("what is half typed on that line waits, and shows when the cursor leaves", () => {
    const { type, leave } = typist(inMeeting("  - title: a\n    themes: none\n  - title: b\n"));
    expect(type(6, "\n    themes: [sec")).not.toContain("yaml-syntax");
    expect(leave()).toContain("yaml-syntax");
  });

  it("what was found on the line before stays", () => {
    const { type } = typist(text);
    expect(type(4, "b")).toEqual(["untagged-item"]);
  });

  it("what is wrong on other lines shows at once", () => {
    const { type } = typist(inMeeting("  - title: a\n    themes: none\n"));
    expect(type(5, "\n  - title: b\n    themes: [nope]\n    notes: x")).toContain("unknown-theme");
  });

  it("a finding goes as soon as it is cured", () => {
    const { type } = typist(inMeeting("  - title: a\n    themes:\n"));
    expect(type(5, " none")).toEqual([]);
  });

  it("a pasted page is not typing", () => {
    const { type } = typist(inMeeting("  - title: a\n    themes: none\n"));
    expect(type(5, `\n  - title: ${"long ".repeat(60)}`)).toEqual(["untagged-item"]);
  });
});

describe("a diagnostic", () => {
  it("has its severity, its code and the page that explains it", () => {
    const [first] = diagnostics(viewOf(inMeeting("  - title: Harbor\n")), {});
    expect(first).toMatchObject({ severity: 2, code: "untagged-item", source: "wlcg-notes" });
    const view = { ...viewOf(inMeeting("  - title: Harbor\n")), rulesPage: "file:///docs/rules.md" };
    expect(diagnostics(view, {})[0]?.codeDescription?.href).toBe("file:///docs/rules.md#untagged-item");
  });

  it("weighs what the settings say, or is gone", () => {
    const view = viewOf(inMeeting("  - title: Harbor\n"));
    expect(diagnostics(view, { "untagged-item": "hint" })[0]?.severity).toBe(4);
    expect(diagnostics(view, { "untagged-item": "off" })).toEqual([]);
  });

  it("belongs to every line it covers", () => {
    const view = viewOf(inMeeting("  - title: Harbor\n"));
    expect(findingsOn(view, 4).map(({ code }) => code)).toEqual(["untagged-item"]);
    expect(findingsOn(view, 3)).toEqual([]);
  });
});
