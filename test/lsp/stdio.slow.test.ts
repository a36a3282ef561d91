import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { inMeeting } from "../support/findings";

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const uri = "file:///meeting.contributions.yaml";
const text = inMeeting("  - title: Lazy image pulling\n  - title: y\n    themes: none\n");

interface Diagnostic {
  readonly code: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface Published {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

let child: ChildProcess;
let client: MessageConnection;

beforeEach(() => {
  child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  if (!child.stdout || !child.stdin) throw new Error("The server has no streams.");
  client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
});

afterEach(async () => {
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  client.dispose();
  child.kill();
});

async function start(capabilities: object): Promise<{ capabilities: Record<string, unknown> }> {
  const result = await client.sendRequest<{ capabilities: Record<string, unknown> }>("initialize", {
    processId: null,
    rootUri: null,
    capabilities,
  });
  await client.sendNotification("initialized", {});
  return result;
}

const open = (content: string) =>
  client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "wlcg-contributions", version: 1, text: content },
  });

const change = (version: number, range: object, inserted: string) =>
  client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [{ range, text: inserted }],
  });

describe("the server over stdio", () => {
  it("answers pulls, and with unchanged if nothing changed", async () => {
    const { capabilities } = await start({ textDocument: { diagnostic: {} } });
    expect(capabilities.diagnosticProvider).toBeDefined();
    await open(text);
    const first = await client.sendRequest<{ kind: string; resultId: string; items: Diagnostic[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    expect(first.items.map(({ code }) => code)).toEqual(["untagged-item"]);
    const again = await client.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      previousResultId: first.resultId,
    });
    expect(again).toEqual({ kind: "unchanged", resultId: first.resultId });
  });

  it.each([
    [undefined],
    [null],
    [7],
    [{ rules: 3, catalogue: [] }],
    [{ rules: { "untagged-item": "loud" } }],
  ])("starts without initializationOptions, and with invalid ones: %j", async (initializationOptions) => {
    const capabilities = { textDocument: { diagnostic: {} } };
    await client.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities,
      ...(initializationOptions !== undefined && { initializationOptions }),
    });
    await client.sendNotification("initialized", {});
    await open(text);
    const { items } = await client.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    expect(items.map(({ code }) => code)).toEqual(["untagged-item"]);
  });

  it("pushes where the client cannot pull, and follows incremental changes", async () => {
    const pushed: { version: number; codes: string[] }[] = [];
    client.onNotification("textDocument/publishDiagnostics", (params: Published) => {
      pushed.push({ version: params.version, codes: params.diagnostics.map(({ code }) => code) });
    });
    await start({});
    await open(text);
    await change(
      2,
      { start: { line: 4, character: 29 }, end: { line: 4, character: 29 } },
      "\n    themes: [security]",
    );
    await client.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    expect(pushed.slice(0, 2)).toEqual([
      { version: 1, codes: ["untagged-item"] },
      { version: 2, codes: [] },
    ]);
  });

  it("holds back what is being typed until the typing rests", async () => {
    await start({ textDocument: { diagnostic: {} } });
    await open(inMeeting("  - title: x\n    themes: [security]\n"));
    await change(2, { start: { line: 5, character: 21 }, end: { line: 5, character: 22 } }, "");
    const pull = () =>
      client.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
    expect((await pull()).items).toEqual([]);
    await client.sendNotification("wlcgNotes/cursor", { uri, line: 0 });
    expect((await pull()).items.map(({ code }) => code)).toEqual(["yaml-syntax"]);
  });

  it("offers fixes bound to the version of the text", async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    await start({ textDocument: { codeAction }, workspace: { workspaceEdit: { documentChanges: true } } });
    await open(text);
    const range = { start: { line: 4, character: 12 }, end: { line: 4, character: 12 } };
    const actions = await client.sendRequest<
      { title: string; edit: { documentChanges: { textDocument: { version: number } }[] } }[]
    >("textDocument/codeAction", { textDocument: { uri }, range, context: { diagnostics: [] } });
    expect(actions[0]?.title).toMatch(/^Tag with image-distribution/);
    expect(actions[0]?.edit.documentChanges[0]?.textDocument.version).toBe(1);
  });

  it("works out the edit of tag-all when it is chosen, and for the text it was offered for alone", async () => {
    await start({ textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } });
    await open(inMeeting("  - title: Harbor, a container registry\n"));
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } };
    const context = { diagnostics: [], only: ["refactor"] };
    const [action] = await client.sendRequest<{ edit?: object }[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context,
    });
    expect(action).not.toHaveProperty("edit");
    const { edit } = await client.sendRequest<{ edit?: object }>("codeAction/resolve", action);
    expect(JSON.stringify(edit)).toContain("themes: [image-distribution/registries]");
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: inMeeting("") }],
    });
    expect(await client.sendRequest("codeAction/resolve", action)).not.toHaveProperty("edit");
  });

  it("gives notes to show and to export", async () => {
    await start({});
    await open(text);
    const params = { textDocument: { uri }, by: "agenda" };
    const shown = await client.sendRequest<{ html: string; places: object[] }>("wlcgNotes/preview", params);
    expect(shown.html).toContain("Lazy image pulling");
    expect(shown.places).toHaveLength(3); // the head and two items
    expect(await client.sendRequest("wlcgNotes/render", { ...params, to: "markdown" })).toMatchObject({
      text: expect.stringContaining("Lazy image pulling") as unknown,
      isBroken: false,
    });
    const end = text.split("\n").length - 1;
    const change = (version: number, from: number, typed: string) =>
      client.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [
          {
            range: { start: { line: end, character: from }, end: { line: end, character: from } },
            text: typed,
          },
        ],
      });
    await change(2, 0, "    com");
    expect(await client.sendRequest("wlcgNotes/preview", params)).toMatchObject({
      html: expect.not.stringContaining("could not be read") as unknown,
    });
    await client.sendNotification("wlcgNotes/cursor", { uri, line: 0 });
    expect(await client.sendRequest("wlcgNotes/preview", params)).toMatchObject({
      html: expect.stringContaining("could not be read") as unknown,
    });
    const gone = { textDocument: { uri: "file:///gone.yaml" } };
    expect(await client.sendRequest("wlcgNotes/preview", gone)).toBeNull();
    expect(await client.sendRequest("wlcgNotes/render", gone)).toBeNull();
  });

  it("answers every request for a file that is not open, and for an empty one", async () => {
    await start({});
    await open("");
    const position = { line: 3, character: 7 };
    for (const asked of [uri, "file:///other.contributions.yaml"]) {
      const textDocument = { uri: asked };
      for (const method of ["completion", "hover"])
        await client.sendRequest(`textDocument/${method}`, { textDocument, position });
      for (const method of ["documentSymbol", "foldingRange", "documentLink"])
        expect(await client.sendRequest(`textDocument/${method}`, { textDocument })).toEqual([]);
      await client.sendRequest("textDocument/formatting", {
        textDocument,
        options: { tabSize: 2, insertSpaces: true },
      });
      await client.sendRequest("textDocument/selectionRange", { textDocument, positions: [position] });
    }
  });
});
