/** What VS Code does with Enter, while a list is open and the user types. */
import { expect, it, vi } from "vitest";
import type { CancellationToken, CompletionContext, CompletionItem, Position, TextDocument } from "vscode";
import { completionMiddleware } from "../../client/src/completion";

vi.mock("vscode", () => {
  class SnippetString {
    value = "";
    appendText(text: string): this {
      this.value += text;
      return this;
    }
  }
  return { CompletionItemKind: { Property: 9 }, SnippetString };
});

const unused = {} as CancellationToken & CompletionContext;

/** The list's only item, requested at the `|` of the line, which is `later` when the server answers. */
async function itemAt(line: string, later: string): Promise<CompletionItem> {
  let text = line.replace("|", "");
  const document = { lineAt: () => ({ text }) } as unknown as TextDocument;
  const position = { line: 0, character: line.indexOf("|") } as Position;
  const item = { label: "A. Forti", insertText: "A. Forti" } as CompletionItem;
  const next = async (): Promise<CompletionItem[]> => {
    text = later;
    return [item];
  };
  await completionMiddleware(document, position, unused, unused, next);
  return item;
}

it.each([
  ["    speakers: [A. F|]", "    speakers: [A. F]"],
  ["    speakers: [A. F|]", "    speakers: [A. Forti]"],
  ["    speakers: [A. F| ]", "    speakers: [A. Forti ]"],
])("takes Enter for the item in brackets: %s, then %s", async (line, later) => {
  expect((await itemAt(line, later)).insertText).toEqual({ value: "A. Forti" });
});

it("leaves Enter to the line elsewhere", async () => {
  expect((await itemAt("    community: AT|", "    community: ATL]")).insertText).toBe("A. Forti");
});
