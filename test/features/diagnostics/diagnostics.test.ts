import { describe, expect, it } from "vitest";
import { DiagnosticSeverity, DiagnosticTag, type Position } from "vscode-languageserver-types";
import { builtInCatalogue } from "../../../server/generated/catalogue";
import { diagnostics } from "../../../server/src/features/diagnostics/diagnostics";
import type { View } from "../../../server/src/features/shared/view";
import { Workspace } from "../../../server/src/lsp/workspace/workspace";
import { inMeeting } from "../../support/findings";
import { viewOf } from "../../support/meeting";

function withRules(view: View): View {
  return { ...view, rulesPage: "file:///docs/rules.md" };
}

describe("diagnostics", () => {
  it("carry code, source, severity and the page that explains it", () => {
    const [first] = diagnostics(withRules(viewOf(inMeeting("  - {title: x, themes: [securty]}\n"))), {});
    expect(first).toMatchObject({
      code: "unknown-theme",
      source: "wlcg-notes",
      severity: DiagnosticSeverity.Error,
    });
    expect(first?.codeDescription?.href).toMatch(/rules\.md#unknown-theme$/);
  });

  it("have the severity of the settings, or are off", () => {
    const view = viewOf(inMeeting("  - {title: x}\n"));
    expect(diagnostics(view, { "untagged-item": "hint" })[0]?.severity).toBe(DiagnosticSeverity.Hint);
    expect(diagnostics(view, { "untagged-item": "off" })).toEqual([]);
  });

  it("name the other place, and grey out what is not needed", () => {
    const view = viewOf(
      inMeeting(
        "  - {title: x, themes: none}\n  - {title: x, themes: [security]} # wlcg-notes-disable-line untagged-item\n",
      ),
    );
    const [title, unused] = diagnostics(view, {});
    expect(title?.relatedInformation?.[0]?.location.range.start).toEqual({ line: 4, character: 12 });
    expect(unused?.tags).toEqual([DiagnosticTag.Unnecessary]);
  });

  it.each([
    ["emoji", "🙂 👩‍🔬"],
    ["combining characters", "e\u0301"],
    ["Chinese and Japanese", "日本語の題"],
    ["an astral letter", "𝒦8s"],
  ])("count columns in UTF-16 after %s", (_, title) => {
    const view = viewOf(inMeeting(`  - {title: "${title}", themes: [securty]}\n`));
    const range = diagnostics(view, {})[0]?.range;
    const character = `  - {title: "${title}", themes: [`.length;
    expect(range).toEqual({ start: { line: 4, character }, end: { line: 4, character: character + 7 } });
  });
});

const uri = "file:///meeting.contributions.yaml";

/** A file with a cursor at which text is typed, one character per change. */
class Typist {
  readonly #workspace = new Workspace("2026-01-15");
  #offset: number;
  #version = 1;

  constructor(marked: string) {
    this.#workspace.useCatalogue(builtInCatalogue);
    this.#offset = marked.indexOf("<|>");
    this.#workspace.open(uri, 1, marked.replace("<|>", ""));
  }

  types(text: string): this {
    for (const character of text) this.#change(0, character);
    return this;
  }

  deletes(count: number): this {
    for (let done = 0; done < count; done++) this.#change(1, "");
    return this;
  }

  pastes(text: string): this {
    this.#change(0, text);
    return this;
  }

  /** The cursor moves on its line, or to another one before the server hears of it. */
  moves(by: number): this {
    this.#offset += by;
    return this;
  }

  #change(removed: number, text: string): void {
    this.#read();
    const positions = this.#workspace.view(uri)?.positions;
    if (!positions) throw new Error("The file is not open.");
    const range = {
      start: positions.positionAt(this.#offset - removed),
      end: positions.positionAt(this.#offset),
    };
    this.#workspace.change(uri, ++this.#version, [{ range, text }]);
    this.#offset += text.length - removed;
  }

  /** As the server does between two keystrokes. */
  #read(): void {
    this.#workspace.document(uri)?.readSome(() => false);
  }

  /** The cursor goes elsewhere, or the typed rests. */
  leaves(): this {
    this.#workspace.endTyping(uri);
    return this;
  }

  /** The cursor goes to another line of the item. */
  leavesLine(): this {
    this.#workspace.endTyping(uri, "line");
    return this;
  }

  get position(): Position {
    return this.#workspace.view(uri)?.positions.positionAt(this.#offset) ?? { line: 0, character: 0 };
  }

  /** Inserts at several places at once. */
  changes(insertions: readonly (Position & { readonly text: string })[]): void {
    const changes = insertions.map(({ text, ...start }) => ({ range: { start, end: start }, text }));
    this.#workspace.change(uri, ++this.#version, changes);
  }

  get sees(): readonly string[] {
    this.#read();
    const view = this.#workspace.view(uri);
    return view
      ? diagnostics(view, {}, { typed: this.#workspace.typed(uri) }).map(({ code }) => String(code))
      : [];
  }
}

describe("while the user types", () => {
  it("what is new on the typed line waits until the cursor leaves it", () => {
    const typist = new Typist(inMeeting("  - title: x\n    themes: none\n    <|>\n")).types("speaker");
    expect(typist.sees).toEqual([]);
    expect(typist.leaves().sees).toEqual(["yaml-syntax"]);
  });

  it("nothing shows at any keystroke of a whole item", () => {
    const typist = new Typist(inMeeting("  - {title: w, themes: none}\n<|>"));
    for (const character of '  - title: "A talk"\n    themes: [security, cncf-landscape]\n    duration: 20') {
      expect(typist.types(character).sees).toEqual([]);
    }
    expect(typist.leaves().sees).toEqual([]);
  });

  it("what was known on the line stays", () => {
    const typist = new Typist(inMeeting("  - {title: x, themes: [securty<|>]}\n"));
    expect(typist.types("y").sees).toEqual(["unknown-theme"]);
    expect(typist.types(", qqqq").sees).toEqual(["unknown-theme"]);
    expect(typist.leaves().sees).toEqual(["unknown-theme", "unknown-theme"]);
  });

  it("a fixed finding disappears immediately", () => {
    expect(
      new Typist(inMeeting("  - {title: x, themes: [securt<|>]}\n")).deletes(1).types("ity").sees,
    ).toEqual([]);
  });

  it("what is found on other lines shows at once", () => {
    const typist = new Typist(
      inMeeting("  - {title: x, themes: none}\n  - title: y\n    themes: none\n    <|>\n"),
    );
    const other = new Typist(
      inMeeting("  - title: y<|>\n    themes: none\n  - {title: x, themes: [security]}\n"),
    );
    expect(typist.types("url").sees).toEqual([]);
    expect(other.deletes(1).types("x").sees).toEqual(["duplicate-title"]);
  });

  it("the line above shows once Enter has ended it", () => {
    const typist = new Typist(inMeeting("  - title: x\n    themes: [securty]<|>\n"));
    expect(typist.types("\n    ").sees).toEqual(["unknown-theme"]);
  });

  it("what is pasted over lines shows but for its last line", () => {
    const typist = new Typist(inMeeting("<|>")).pastes("  - title: x\n    themes: [securty]\n    foo: 1");
    expect(typist.sees).toEqual(["unknown-theme"]);
    expect(typist.leaves().sees).toEqual(["unknown-theme", "unknown-key"]);
  });

  it("a pasted page is not typed", () => {
    const typist = new Typist(inMeeting("<|>")).pastes(`  - title: ${"long ".repeat(60)}`);
    expect(typist.sees).toEqual(["untagged-item"]);
  });

  it.each([
    ["in front of its line", "  - title: x\n<|>    themes: [securty]\n", "\n"],
    ["in front of it", "  - title: x\n    themes: <|>[securty]\n", "\n      "],
    ["in front of it, on Windows", "  - title: x\n    themes: <|>[securty]\n", "\r\n      "],
  ])("what was known stays where Enter moves it down: %s", (_, items, enter) => {
    const typist = new Typist(inMeeting(items)).pastes(enter);
    expect(typist.sees).toEqual(["unknown-theme"]);
    expect(typist.leaves().sees).toEqual(["unknown-theme"]);
  });

  it("what was known stays where Backspace joins its line to the one above", () => {
    const typist = new Typist(inMeeting("  - title: x\n\n<|>    themes: [securty]\n"));
    expect(typist.deletes(1).sees).toEqual(["unknown-theme"]);
  });

  it("a deferred finding stays deferred when Enter moves it down", () => {
    const typist = new Typist(inMeeting("  - title: x\n    themes: none\n<|>\n"));
    typist.types("    speaker").moves(-"    speaker".length);
    expect(typist.types("\n").sees).toEqual([]);
    expect(typist.leaves().sees).toEqual(["yaml-syntax"]);
  });

  it("what is typed after Enter is new, whatever the line above was known for", () => {
    const typist = new Typist(inMeeting("  - title: x\n    themes:\n      - securty<|>\n"));
    expect(typist.types("\n      - qqqq").sees).toEqual(["unknown-theme"]);
    expect(typist.leaves().sees).toEqual(["unknown-theme", "unknown-theme"]);
  });

  it("what the item lacks waits until the cursor leaves the item", () => {
    const typist = new Typist(inMeeting("  - {title: w, themes: none}\n<|>"));
    typist.types("  - speakers: [A]\n    actions:\n      - text: Ask\n        ");
    expect(typist.sees).toEqual([]);
    expect(typist.leavesLine().sees).toEqual([]);
    expect(typist.leaves().sees).toEqual(["missing-key", "action-without-owner"]);
  });

  it("what the item above lacks shows once the next one begins", () => {
    const typist = new Typist(inMeeting("<|>")).types("  - title: x\n");
    expect(typist.sees).toEqual([]);
    expect(typist.types("  - ").sees).toEqual(["untagged-item"]);
    expect(typist.types("title: y").sees).toEqual(["untagged-item"]);
  });

  it.each([
    "meeting:\n  title: x\n  date: 2019-12-10\n",
    "meeting:\n  ",
    "meeting:\n  title: x\n  date: 2019-12-10\ncontributions:\n",
    "contributions:\n  ",
  ])("a file shows nothing at any keystroke of its head: %j", (text) => {
    const typist = new Typist("<|>");
    for (const character of text) expect(typist.types(character).sees).toEqual([]);
    expect(typist.leaves().sees).not.toEqual([]);
  });

  it("the parts of a whole item that are still empty wait", () => {
    const typist = new Typist(inMeeting("<|>"));
    typist.pastes("  - title: \n    speakers: []\n    themes: []\n    notes: |\n      ");
    expect(typist.leavesLine().sees).toEqual([]);
    expect(typist.leaves().sees).toEqual(["wrong-type"]);
  });

  it("what the item was known to lack stays", () => {
    const typist = new Typist(inMeeting("  - title: x\n    speakers: [A]<|>\n"));
    expect(typist.types("\n    ").sees).toEqual(["untagged-item"]);
    expect(typist.types("notes: y").leavesLine().sees).toEqual(["untagged-item"]);
  });

  it("what an item lacks after its key was removed waits, too", () => {
    const typist = new Typist(inMeeting("  - title: x\n    themes: none<|>\n    notes: a\n"));
    expect(typist.deletes(16).leavesLine().sees).toEqual([]);
    expect(typist.leaves().sees).toEqual(["untagged-item"]);
  });

  it("what the item above was known to lack stays where Backspace joins an item to it", () => {
    const typist = new Typist(inMeeting("  - title: x\n  - <|>speakers: [A]\n"));
    expect(typist.sees).toEqual(["untagged-item", "missing-key"]);
    expect(typist.deletes(2).types("  ").sees).toEqual(["untagged-item"]);
  });

  it("an item of a file that is read as a whole waits as well", () => {
    const typist = new Typist(inMeeting("  - title: &a x\n    themes: none\n  - title: *a\n    <|>\n"));
    expect(typist.sees).toEqual(["untagged-item", "duplicate-title"]);
    const other = new Typist(inMeeting("  - title: &a x\n    themes: none\n  - notes: *a\n    <|>\n"));
    expect(other.types("speakers: [A]").sees).toEqual(["missing-key"]);
  });

  it("several small changes of one line are typed", () => {
    const typist = new Typist(inMeeting("  - title: x\n    themes: [<|>]\n"));
    const { line } = typist.position;
    typist.changes([
      { line, character: 13, text: "qqqq" },
      { line, character: 4, text: " " },
    ]);
    expect(typist.sees).toEqual([]);
    expect(typist.leaves().sees).toEqual(["yaml-syntax"]);
  });
});
