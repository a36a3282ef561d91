/** A client's whole session with a server: opens files, asks for everything everywhere, types, and leaves. */

import type { CodeAction, Command } from "vscode-languageserver-types";
import { formatNames } from "../../../server/generated/formatNames";
import type { RawServer } from "./rawServer";

export const uri = "file:///notes/meeting.contributions.yaml";
export const textDocument = { uri };

interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export function open(server: RawServer, text: string, version = 1): void {
  server.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "wlcg-contributions", version, text },
  });
}

export async function start(server: RawServer, capabilities: object, params: object = {}): Promise<void> {
  await server.request("initialize", { processId: null, rootUri: null, capabilities, ...params });
  server.notify("initialized", {});
}

/** Asks every request there is about a text, of every `step`th place in it. */
export async function askEverything(server: RawServer, text: string, step: number): Promise<void> {
  open(server, text);
  await server.request("textDocument/diagnostic", { textDocument });
  for (const method of ["documentSymbol", "foldingRange", "documentLink"])
    await server.request(`textDocument/${method}`, { textDocument });
  const options = { tabSize: 2, insertSpaces: true };
  await server.request("textDocument/formatting", { textDocument, options });
  for (const { id: to } of formatNames)
    await server.request("wlcgNotes/render", { textDocument, to, by: "agenda" });
  await server.request("wlcgNotes/preview", { textDocument, by: "theme" });
  await server.request("wlcgNotes/taggings", { textDocument });
  for (const position of positionsIn(text, step)) await askAt(server, position);
  await type(server, text);
  server.notify("textDocument/didClose", { textDocument });
}

async function askAt(server: RawServer, position: LinePosition): Promise<void> {
  await server.request("textDocument/hover", { textDocument, position });
  await server.request("wlcgNotes/moveItem", { textDocument, position, direction: "down" });
  const cursor = { start: position, end: position };
  await server.request("wlcgNotes/pastedText", { textDocument, range: cursor, text: "a\n  b" });
  await server.request("textDocument/selectionRange", { textDocument, positions: [position] });
  const list = await server.request("textDocument/completion", { textDocument, position });
  const { items } = list.result as { items: readonly object[] };
  for (const item of items.slice(0, 3)) await server.request("completionItem/resolve", item);
  const asked = { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } };
  const { result } = await server.request("textDocument/codeAction", asked);
  for (const action of (result as readonly (CodeAction | Command)[]).slice(-2))
    await runAction(server, action);
}

/** Takes a code action as the client got it: a command is run, a literal resolved. */
async function runAction(server: RawServer, action: CodeAction | Command): Promise<void> {
  if (typeof action.command !== "string") await server.request("codeAction/resolve", action);
  else {
    const { command, arguments: given } = action as Command;
    await server.request("workspace/executeCommand", { command, arguments: given });
  }
}

/** Types a word at the end, letter by letter, with a pull after each, and lets the cursor leave the line. */
async function type(server: RawServer, text: string): Promise<void> {
  const lines = text.split("\n");
  const line = lines.length - 1;
  const from = lines[line]?.length ?? 0;
  for (const [index, letter] of [..."themes: [s"].entries()) {
    const at = { line, character: from + index };
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 + index },
      contentChanges: [{ range: { start: at, end: at }, text: letter }],
    });
    await server.request("textDocument/diagnostic", { textDocument });
  }
  server.notify("wlcgNotes/cursor", { uri, line: 0 });
  await server.request("textDocument/diagnostic", { textDocument });
}

function positionsIn(text: string, step: number): readonly LinePosition[] {
  return text
    .split("\n")
    .flatMap((line, number) =>
      Array.from({ length: line.length + 1 }, (_, character) => ({ line: number, character })),
    )
    .filter((_, index) => index % step === 0);
}
