/** What VS Code does with Enter, while a list is open and the user types. */
import { expect, it, vi } from "vitest";
import {
  type CancellationToken,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type Position,
  Range,
  type TextDocument,
} from "vscode";
import { completionMiddleware } from "../../client/src/completion";

vi.mock("vscode", () => {
  class SnippetString {
    value = "";
    appendText(text: string): this {
      this.value += text;
      return this;
    }
  }
  class Range {
    constructor(readonly start: Position) {}
  }
  return { CompletionItemKind: { Property: 9 }, Range, SnippetString };
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
  ["    actions: [{owner: A. F|}]", "    actions: [{owner: A. F}]"],
  ["    actions: [{owner: A. F|}]", "    actions: [{owner: A. Forti}]"],
  ["    x-people: [A. F| ]", "    x-people: [A. Forti ]"],
])("takes Enter for the item in brackets: %s, then %s", async (line, later) => {
  expect((await itemAt(line, later)).insertText).toEqual({ value: "A. Forti" });
});

it.each(["    community: AT|", "    speakers: [A. Forti|]"])(
  "leaves Enter to the line elsewhere: %s",
  async (line) => {
    expect((await itemAt(line, "    community: ATL]")).insertText).toBe("A. Forti");
  },
);

/** The list of one item for the `|` of the line, for the text from a column. */
async function listAt(line: string, column: number, item: CompletionItem): Promise<CompletionList> {
  const document = { lineAt: () => ({ text: line.replace("|", "") }) } as unknown as TextDocument;
  const position = { line: 0, character: line.indexOf("|") } as Position;
  const start = { line: 0, character: column } as Position;
  const list: CompletionList = {
    isIncomplete: false,
    items: [{ ...item, range: new Range(start, position) }],
  };
  await completionMiddleware(document, position, unused, unused, async () => list);
  return list;
}

it.each([
  ["    speakers: A. Forti|", 14, "A. Forti", "[A. Forti]", "A. Forti"],
  ["    speakers: A. F|", 14, "A. Forti", "[A. Forti]", "[A. Forti]"],
  ["    start: 10:00|", 11, "10:00", '"10:00"', "10:00"],
  ["    start: 1|", 11, "10:00", '"10:00"', '"10:00"'],
])(
  "inserts no brackets or quotes around a complete word: %s",
  async (line, column, label, text, inserted) => {
    const list = await listAt(line, column, { label, insertText: text });
    expect(list.isIncomplete).toBe(true);
    expect(list.items[0]?.insertText).toBe(inserted);
  },
);

it("asks once for items that are inserted as they are", async () => {
  const list = await listAt("    community: AT|", 15, { label: "ATLAS", insertText: "ATLAS" });
  expect(list.isIncomplete).toBe(false);
});
