import { expect, it } from "vitest";
import type { MessageConnection } from "vscode-jsonrpc/node";
import { badInputs } from "../support/badInput";
import { startServer } from "../support/server";

interface Report {
  readonly items: readonly {
    readonly code: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

const uri = "file:///a.contributions.yaml";
const textDocument = { uri };
/** What a client would open: text, and no more of it than VS Code itself takes. */
const readable = badInputs.flatMap(([name, { content, expected }]) =>
  typeof content === "string" && content.length < 20_000_000 ? [{ name, text: content, says: expected }] : [],
);

/**
 * Places where an editor may ask: the start, within the head, an item's title, the end, beyond the end;
 * in megabytes of text the title alone, as all of them cost the same there.
 */
function placesIn(text: string): readonly { readonly line: number; readonly character: number }[] {
  if (text.length > 1_000_000) return [{ line: 4, character: 12 }];
  const lines = text.split("\n");
  const last = lines.length - 1;
  return [
    { line: 0, character: 0 },
    { line: 1, character: 3 },
    { line: 4, character: 12 },
    { line: last, character: lines[last]?.length ?? 0 },
    { line: last + 5, character: 7 },
  ];
}

/** Asks for everything an editor asks for. Rejects where one request fails. */
async function askAll(server: MessageConnection, text: string): Promise<void> {
  const position = { line: 0, character: 0 };
  const requests: (readonly [method: string, params: object])[] = [
    ["documentSymbol", {}],
    ["foldingRange", {}],
    ["documentLink", {}],
    ["formatting", { options: { tabSize: 2, insertSpaces: true } }],
    ["selectionRange", { positions: placesIn(text) }],
    [
      "codeAction",
      { range: { start: position, end: { line: 20, character: 0 } }, context: { diagnostics: [] } },
    ],
    [
      "codeAction",
      {
        range: { start: position, end: position },
        context: { diagnostics: [], only: ["source.fixAll.wlcgNotes"] },
      },
    ],
    ...placesIn(text).flatMap((place): [string, object][] => [
      ["hover", { position: place }],
      ["completion", { position: place }],
    ]),
  ];
  for (const [method, params] of requests)
    await server.sendRequest(`textDocument/${method}`, { textDocument, ...params });
}

it("answers every request on every bad input, edits included, and lives on", async () => {
  // so much that one item may have ten megabytes
  const server = await startServer("server.js", ["--stdio"], { initializationOptions: { maxFileSize: 300 } });
  for (const { name, text, says: expected } of readable) {
    await server.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "wlcg-contributions", version: 1, text },
    });
    const { items } = await server.sendRequest<Report>("textDocument/diagnostic", { textDocument });
    const places = items.map(
      ({ code, range: { start } }) => `${start.line + 1}:${start.character + 1} ${code}`,
    );
    expect([name, ...places]).toEqual([
      name,
      ...expected.map((line) => line.replace(/^(\d+:\d+): .*\[(.*)\]$/s, "$1 $2")),
    ]);
    await askAll(server, text);
    await server.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# \n" },
      ],
    });
    await server.sendRequest("textDocument/diagnostic", { textDocument });
    await server.sendNotification("textDocument/didClose", { textDocument });
  }
  expect(await server.sendRequest("shutdown")).toBeNull();
}, 60_000);
