import { describe, expect, it } from "vitest";
import { codeActions } from "../../../server/src/features/codeActions/codeActions";
import { completion, resolveCompletion } from "../../../server/src/features/completion/completion";
import { hover } from "../../../server/src/features/hover";
import {
  adaptCodeAction,
  adaptCompletion,
  adaptCompletionItem,
  adaptHover,
  adaptResolvedAction,
} from "../../../server/src/lsp/client/adaptAnswers";
import { type ClientSupport, readCapabilities } from "../../../server/src/lsp/client/clientCapabilities";
import { inMeeting } from "../../support/findings";
import { knowledge, viewOf, withCursor } from "../../support/meeting";

const all = readCapabilities({
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
  workspace: { workspaceEdit: { documentChanges: true } },
});
const none = readCapabilities({
  textDocument: {
    completion: { completionItem: { documentationFormat: ["plaintext"] } },
    hover: { contentFormat: ["plaintext"] },
  },
});

function completionsAt(marked: string, support: ClientSupport): Readonly<Record<string, string>> {
  const { view, offset } = withCursor(marked);
  const { items } = adaptCompletion(support, completion(view, view.positions.positionAt(offset)));
  return Object.fromEntries(items.map(({ label, textEdit }) => [label, textEdit?.newText ?? ""]));
}

describe("a client without snippets", () => {
  it("gets keys, whole items and dates as plain text, not a dollar in them", () => {
    const entry = completionsAt(inMeeting("  - <|>\n"), none);
    expect(entry.contribution).toBe("title: \n    speakers: []\n    themes: []\n    notes: |\n      ");
    expect(completionsAt(inMeeting("  - title: x\n    th<|>\n"), none).themes).toBe("themes: []");
    expect(completionsAt("<|>", none).meeting).toBe("meeting:\n  title: \n  date: 2026-01-15");
    for (const text of ["<|>", inMeeting("  - <|>\n"), inMeeting("  - title: x\n    <|>\n")])
      expect(Object.values(completionsAt(text, none)).join("")).not.toContain("$");
  });

  it("matches with the text alone, from the range's start", () => {
    const { view, offset } = withCursor(inMeeting("  - title: x\n    themes: [security/a<|>]\n"));
    const list = completion(view, view.positions.positionAt(offset));
    const item = adaptCompletion(none, list).items.find(({ label }) => label === "security/aai");
    expect(item).not.toHaveProperty("filterText");
    expect(item?.textEdit).toMatchObject({ range: { start: { line: 5, character: 13 } } });
  });

  it("gets plain text", () => {
    const { view, offset } = withCursor("<|>");
    const list = completion(view, view.positions.positionAt(offset));
    expect(
      new Set(adaptCompletion(all, list).items.map(({ insertTextFormat }) => insertTextFormat)),
    ).toContain(2);
    expect(
      new Set(adaptCompletion(none, list).items.map(({ insertTextFormat }) => insertTextFormat)),
    ).toEqual(new Set([1]));
  });
});

describe("a client without versioned edits", () => {
  it("gets the same edits without a version, and no others beside them", () => {
    const view = viewOf(inMeeting("  - title: x\n    themes: [security, security]\n"));
    const at = { line: 5, character: 24 };
    const [action] = codeActions(view, { range: { start: at, end: at } }, {});
    if (!action) throw new Error("There is no fix.");
    expect(adaptResolvedAction(all, action)).toBe(action);
    expect(adaptCodeAction(all, action).edit).toEqual(action.edit);
    const range = { start: { line: 5, character: 21 }, end: { line: 5, character: 31 } };
    expect(adaptCodeAction(none, action).edit).toEqual({
      changes: { [view.uri]: [{ range, newText: "" }] },
    });
  });
});

describe("a client that shows no Markdown", () => {
  it("gets its documentation as plain text", () => {
    const { view, offset } = withCursor(inMeeting("  - title: x\n    themes: [secu<|>rity]\n"));
    const card = hover(view, view.positions.positionAt(offset));
    expect(adaptHover(all, card)).toBe(card);
    expect(adaptHover(none, card)).toMatchObject({ contents: { kind: "plaintext" } });
    expect(adaptHover(none, null)).toBeNull();
    const { items } = completion(view, view.positions.positionAt(offset));
    const item = resolveCompletion(items[0] ?? { label: "" }, knowledge.vocabulary);
    expect(adaptCompletionItem(all, item)).toBe(item);
    expect(adaptCompletionItem(none, item)).toMatchObject({ documentation: { kind: "plaintext" } });
  });
});
