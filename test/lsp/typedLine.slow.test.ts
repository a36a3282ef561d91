/** When what is new on the line that is being typed is reported. */
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";
import { Client } from "../../server/src/lsp/client/client";
import { readCapabilities } from "../../server/src/lsp/client/clientCapabilities";
import { DiagnosticsService } from "../../server/src/lsp/workspace/diagnosticsService";
import { Workspace } from "../../server/src/lsp/workspace/workspace";
import { inMeeting } from "../support/findings";
import { knowledge } from "../support/meeting";
import { RawServer } from "../support/protocol/rawServer";
import { open as openIn, start, textDocument } from "../support/protocol/session";

const uri = "file:///meeting.contributions.yaml";
const end = { line: 5, character: 16 };
const text = inMeeting("  - title: x\n    themes: none\n  - title: y\n    themes: none\n");

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** A client that gets findings as they come; `published` are their codes, as last reported. */
async function desk() {
  const connection = createConnection(new PassThrough(), new PassThrough());
  const workspace = new Workspace(knowledge.today);
  const service = new DiagnosticsService(new Client(connection), readCapabilities({}), workspace);
  let published: readonly unknown[] = [];
  vi.spyOn(connection, "sendDiagnostics").mockImplementation((params: PublishDiagnosticsParams) => {
    published = params.diagnostics.map(({ code }) => code);
    return Promise.resolve();
  });
  workspace.open(uri, 1, text);
  service.changed(uri);
  await service.reader.fullyRead(uri);
  const type = async (written: string): Promise<void> => {
    workspace.change(uri, 2, [{ range: { start: end, end }, text: written }]);
    service.changed(uri);
    await service.reader.fullyRead(uri);
  };
  return {
    service,
    type,
    published: () => published,
    hours: () => vi.advanceTimersByTime(10_000_000),
    seconds: (count: number) => vi.advanceTimersByTime(count * 1000),
  };
}

describe("what is new on the typed line", () => {
  it("waits for a pause if the cursor is not reported", async () => {
    const { type, published, hours } = await desk();
    await type("\n  - ");
    expect(published()).toEqual([]);
    hours();
    expect(published()).toEqual(["wrong-type"]);
  });

  it("waits as long as the cursor is known to be there, and shows once it leaves", async () => {
    const { service, type, published, hours } = await desk();
    service.cursorMoved({ uri, line: 5 });
    await type("\n  - ");
    service.cursorMoved({ uri, line: 6 });
    hours();
    expect(published()).toEqual([]);
    service.cursorMoved({ uri, line: 7 });
    expect(published()).toEqual(["wrong-type"]);
  });

  it("waits on a line of one piece as well", async () => {
    const { service, type, published, hours } = await desk();
    service.cursorMoved({ uri, line: 5 });
    await type(" x");
    hours();
    expect(published()).toEqual([]);
    service.cursorMoved({ uri, line: -1 });
    expect(published()).toEqual(["wrong-type"]);
  });

  it("an item without themes is reported once the cursor leaves the item", async () => {
    const { service, type, published, hours } = await desk();
    await type("\n  - title: z\n    speakers: [A]");
    service.cursorMoved({ uri, line: 7 });
    hours();
    expect(published()).toEqual([]);
    service.cursorMoved({ uri, line: 6 });
    hours();
    expect(published()).toEqual([]);
    service.cursorMoved({ uri, line: 3 });
    expect(published()).toEqual(["untagged-item"]);
  });

  it("an item without themes is reported after a longer pause if the cursor is not reported", async () => {
    const { type, published, seconds } = await desk();
    await type("\n  - title: z\n    speaker: A");
    seconds(2);
    expect(published()).toEqual(["unknown-key"]);
    seconds(9);
    expect(published()).toEqual(["untagged-item", "unknown-key"]);
  });

  it("shows after a rest where the cursor is elsewhere, as after a fix", async () => {
    const { service, type, published, hours } = await desk();
    service.cursorMoved({ uri, line: 1 });
    await type(" x");
    expect(published()).toEqual([]);
    hours();
    expect(published()).toEqual(["wrong-type"]);
  });

  it("shows after a rest where the cursor is in another file", async () => {
    const { service, type, published, hours } = await desk();
    service.cursorMoved({ uri: "file:///other.contributions.yaml", line: 5 });
    await type(" x");
    hours();
    expect(published()).toEqual(["wrong-type"]);
  });
});

describe("a save", () => {
  const edit = { range: { start: end, end }, text: " x" };
  const diagnostic = {};

  async function typed(capabilities: object): Promise<RawServer> {
    vi.useRealTimers();
    const server = new RawServer();
    await start(server, { textDocument: { diagnostic, ...capabilities } });
    openIn(server, text);
    server.notify("wlcgNotes/cursor", { uri: textDocument.uri, line: 5 });
    server.notify("textDocument/didChange", {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [edit],
    });
    return server;
  }

  async function count(server: RawServer): Promise<number> {
    const { result } = await server.request("textDocument/diagnostic", { textDocument });
    return (result as { items: readonly unknown[] }).items.length;
  }

  it("shows everything", async () => {
    const server = await typed({});
    expect(await count(server)).toBe(0);
    server.notify("textDocument/didSave", { textDocument });
    expect(await count(server)).toBe(1);
  });

  it("by the person shows everything, one of the editor's own nothing", async () => {
    const server = await typed({ synchronization: { willSave: true, didSave: true } });
    server.notify("textDocument/willSave", { textDocument, reason: 2 });
    expect(await count(server)).toBe(0);
    server.notify("textDocument/willSave", { textDocument, reason: 1 });
    expect(await count(server)).toBe(1);
  });

  it.each([
    [{}, { save: true }],
    [{ synchronization: { willSave: true, didSave: true } }, { willSave: true }],
  ])("is requested in the way that the client supports: %j", async (capabilities, published) => {
    vi.useRealTimers();
    const server = new RawServer();
    const params = { processId: null, rootUri: null, capabilities: { textDocument: capabilities } };
    const { result } = await server.request("initialize", params);
    expect(result).toMatchObject({
      capabilities: { textDocumentSync: { openClose: true, change: 2, ...published } },
    });
  });
});
