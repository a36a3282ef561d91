/** Messages out of order, and unknown methods. */
import { describe, expect, it } from "vitest";
import { inMeeting } from "../support/findings";
import { clients, outline } from "../support/protocol/clients";
import { RawServer } from "../support/protocol/rawServer";
import { open, start, textDocument } from "../support/protocol/session";

const position = { line: 4, character: 12 };
const text = inMeeting("  - title: Lazy image pulling\n");
const initialize = { processId: null, rootUri: null, capabilities: {} };

async function running(capabilities: object = outline): Promise<RawServer> {
  const server = new RawServer();
  await start(server, capabilities);
  return server;
}

describe("before initialize", () => {
  it.each(["textDocument/hover", "shutdown", "nonsense", "wlcgNotes/preview"])(
    "%s is refused with -32002",
    async (method) => {
      const server = new RawServer();
      const { error } = await server.request(method, { textDocument, position });
      expect(error).toEqual({ code: -32002, message: "The first request must be `initialize`." });
      expect(await server.request("initialize", initialize)).toHaveProperty("result.capabilities");
    },
  );

  it("notifications are dropped", async () => {
    const server = new RawServer();
    open(server, text);
    await start(server, {});
    expect(await server.request("textDocument/documentSymbol", { textDocument })).toMatchObject({
      result: [],
    });
  });

  it("exit ends it, with 1", async () => {
    const server = new RawServer();
    server.notify("exit");
    expect(await server.ended()).toBe(1);
  });

  it.each([[undefined], [null], [[]], [{}], [{ capabilities: null }], [7]])(
    "initialize with %j is refused with -32602, and a valid one is accepted",
    async (params) => {
      const server = new RawServer();
      const { error } = await server.request("initialize", params);
      expect(error?.code).toBe(-32602);
      expect(await server.request("initialize", initialize)).toHaveProperty("result.capabilities");
    },
  );
});

describe("a server that runs", () => {
  it("rejects a second initialize with -32600, and is not changed", async () => {
    const server = await running();
    open(server, text);
    expect((await server.request("initialize", initialize)).error?.code).toBe(-32600);
    const symbols = await server.request("textDocument/documentSymbol", { textDocument });
    expect(symbols.result).toHaveLength(2);
  });

  it("knows no unknown method: -32601 for a request, no answer for a notification", async () => {
    const server = await running();
    for (const method of ["nonsense", "textDocument/definition", "$/nonsense"])
      expect((await server.request(method, { textDocument })).error?.code).toBe(-32601);
    for (const method of ["nonsense", "$/nonsense", "$/setTrace"]) server.notify(method, {});
    await server.request("textDocument/hover", { textDocument, position });
    expect(server.received.filter((message) => "method" in message)).toEqual([]);
  });

  it.each([[undefined], [{}], [[]], [null], [{ textDocument: null }], [{ textDocument: { uri: 3 } }]])(
    "answers a request with the params %j with its own error",
    async (params) => {
      const server = await running();
      for (const method of ["hover", "completion", "codeAction", "documentSymbol", "diagnostic"])
        expect((await server.request(`textDocument/${method}`, params)).error?.code).toBe(-32602);
      expect((await server.request("wlcgNotes/preview", params)).error?.code).toBe(-32602);
    },
  );

  it("survives invalid notifications", async () => {
    const server = await running();
    open(server, text);
    for (const params of [undefined, null, {}, [], { textDocument }, { textDocument, contentChanges: [{}] }])
      for (const method of ["didOpen", "didChange", "didClose"])
        if (!(method === "didClose" && params)) server.notify(`textDocument/${method}`, params);
    for (const method of ["$/cancelRequest", "wlcgNotes/cursor", "workspace/didChangeConfiguration"])
      for (const params of [undefined, null, {}]) server.notify(method, params);
    const symbols = await server.request("textDocument/documentSymbol", { textDocument });
    expect(symbols.result).toHaveLength(2);
  });
});

describe("after shutdown", () => {
  it("requests are refused with -32600, and exit ends it with 0", async () => {
    const server = await running();
    expect((await server.request("shutdown")).result).toBeNull();
    for (const method of ["textDocument/hover", "shutdown", "initialize", "nonsense"])
      expect((await server.request(method, { textDocument, position })).error?.code).toBe(-32600);
    server.notify("exit");
    expect(await server.ended()).toBe(0);
  });

  it("exit without it ends the server with 1, as does a client that is gone", async () => {
    const server = await running();
    server.notify("exit");
    expect(await server.ended()).toBe(1);
    const left = await running();
    left.end();
    expect(await left.ended()).toBe(1);
  });
});

describe("cancellation", () => {
  it("of waiting requests is answered with -32800; running ones may return their result", async () => {
    const server = await running();
    open(server, inMeeting("  - title: Lazy image pulling\n".repeat(500)));
    const ids = Array.from({ length: 30 }, () =>
      server.ask("textDocument/completion", { textDocument, position }),
    );
    for (const id of ids) server.notify("$/cancelRequest", { id });
    const answers = await Promise.all(ids.map((id) => server.answer(id)));
    const cancelled = answers.filter(({ error }) => error?.code === -32800);
    expect(cancelled.length).toBeGreaterThan(20);
    expect(answers.filter(({ error }) => error !== undefined)).toEqual(cancelled);
    expect(server.received.filter(({ id }) => ids.includes(id as number))).toHaveLength(ids.length);
  });

  it("of what is answered, or was never asked, is nothing", async () => {
    const server = await running();
    const id = server.ask("textDocument/hover", { textDocument, position });
    await server.answer(id);
    for (const gone of [id, 999, "x"]) server.notify("$/cancelRequest", { id: gone });
    expect(await server.request("textDocument/hover", { textDocument, position })).toMatchObject({
      result: null,
    });
  });
});

describe("the encoding of positions", () => {
  it.each([[undefined], [["utf-16"]], [["utf-8", "utf-16"]], [["utf-32", "utf-8"]], [[]]])(
    "is the mandatory utf-16 for a client that offers %j",
    async (positionEncodings) => {
      const server = new RawServer();
      const general = positionEncodings && { positionEncodings };
      const { result } = await server.request("initialize", {
        ...initialize,
        capabilities: { ...clients.plain, ...(general && { general }) },
      });
      expect(result).toMatchObject({ capabilities: { positionEncoding: "utf-16" } });
    },
  );
});
