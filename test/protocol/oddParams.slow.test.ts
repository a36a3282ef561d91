/** Params of other types than the protocol's, and places that no text has: the server answers, and continues. */
import { describe, expect, it } from "vitest";
import { inMeeting } from "../support/findings";
import { clients, outline } from "../support/protocol/clients";
import { RawServer } from "../support/protocol/rawServer";
import { open, start, textDocument, uri } from "../support/protocol/session";

const text = inMeeting("  - title: Lazy image pulling\n    themes: [security]\n");

async function withText(): Promise<RawServer> {
  const server = new RawServer();
  await start(server, outline);
  open(server, text);
  return server;
}

async function titles(server: RawServer): Promise<readonly string[]> {
  const { result } = await server.request("textDocument/documentSymbol", { textDocument });
  const lists = result as { children?: { name: string }[] }[];
  return lists.flatMap(({ children = [] }) => children.map(({ name }) => name));
}

/** The server runs, and its text is unchanged. */
async function isWell(server: RawServer): Promise<void> {
  expect(await titles(server)).toEqual(["Lazy image pulling"]);
}

const noPlaces = [
  undefined,
  null,
  7,
  "x",
  [],
  {},
  { line: 1 },
  { line: "1", character: "2" },
  { line: null, character: 0 },
];

describe("a request", () => {
  it.each(noPlaces.map((place) => [place]))("with the place %j is refused with -32602", async (position) => {
    const server = await withText();
    const range = { start: position, end: position };
    const requests: [string, object][] = [
      ["hover", { position }],
      ["completion", { position }],
      ["selectionRange", { positions: position === undefined ? undefined : [position] }],
      ["codeAction", { range, context: { diagnostics: [] } }],
      ["codeAction", { range: position, context: { diagnostics: [] } }],
    ];
    for (const [method, params] of requests) {
      const { error } = await server.request(`textDocument/${method}`, { textDocument, ...params });
      expect([method, error?.code]).toEqual([method, -32602]);
    }
    await isWell(server);
    expect(server.log).toBe("");
  });

  it.each([
    { line: -1, character: -1 },
    { line: 4.7, character: 2.5 },
    { line: 1e300, character: 1e300 },
    { line: -1e300, character: 0.1 },
    { line: 4, character: -7 },
  ])("with the place %j, which no text has, is answered", async (position) => {
    const server = await withText();
    const range = { start: position, end: position };
    const requests: [string, object][] = [
      ["hover", { position }],
      ["completion", { position }],
      ["selectionRange", { positions: [position] }],
      ["codeAction", { range, context: { diagnostics: [] } }],
    ];
    for (const [method, params] of requests) {
      const answer = await server.request(`textDocument/${method}`, { textDocument, ...params });
      expect(answer, method).toHaveProperty("result");
      expect(JSON.stringify(answer.result)).not.toMatch(/\d\.\d|"(?:line|character)":-/);
    }
  });

  it.each([
    [{}],
    [{ data: 7 }],
    [{ data: { uri: 7, version: {} } }],
    [null],
    [[]],
    ["x"],
    [{ title: 3, kind: {} }],
  ])("to resolve %j is answered", async (params) => {
    const server = await withText();
    for (const method of ["codeAction/resolve", "completionItem/resolve"]) {
      const { error, result } = await server.request(method, params);
      expect(error ?? result).toBeDefined();
    }
    await isWell(server);
  });

  it.each([
    [{ diagnostics: 7 }],
    [{ diagnostics: [null] }],
    [{ only: 7 }],
    [{ only: [7] }],
    [{ triggerKind: "x" }],
  ])("for code actions with the context %j is answered", async (context) => {
    const server = await withText();
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const { error, result } = await server.request("textDocument/codeAction", {
      textDocument,
      range,
      context,
    });
    expect(error ?? result).toBeDefined();
    await isWell(server);
  });

  it("about a file that is not open has an empty answer", async () => {
    const server = await withText();
    const other = { textDocument: { uri: "not a uri" }, position: { line: 0, character: 0 } };
    expect((await server.request("textDocument/hover", other)).result).toBeNull();
    expect((await server.request("textDocument/documentSymbol", other)).result).toEqual([]);
    expect((await server.request("textDocument/diagnostic", other)).result).toMatchObject({ items: [] });
    expect((await server.request("wlcgNotes/render", { ...other, to: {}, by: [] })).result).toBeNull();
  });
});

describe("a change", () => {
  const change = (server: RawServer, version: unknown, contentChanges: unknown): void =>
    server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  const whole = inMeeting("  - title: z\n    themes: none\n");

  it("with null or nothing for a range is the whole text", async () => {
    for (const range of [null, undefined]) {
      const server = await withText();
      change(server, 2, [{ range, rangeLength: null, text: whole }]);
      expect(await titles(server)).toEqual(["z"]);
    }
  });

  it.each([
    [undefined],
    [null],
    [{ text: whole }],
    ["x"],
    [[null]],
    [[7]],
    [[{}]],
    [[{ text: 7 }]],
    [[{ text: null, range: null }]],
    [[{ text: "x", range: 7 }]],
    [[{ text: "x", range: {} }]],
    [[{ text: "x", range: { start: { line: 0 }, end: { line: 0 } } }]],
    [[{ text: whole }, { text: 7 }]],
  ])("that is malformed, %j, does not change the text, and is logged", async (contentChanges) => {
    const server = await withText();
    change(server, 2, contentChanges);
    await isWell(server);
    const { params } = await server.messageThat(({ method }) => method === "window/logMessage");
    expect(JSON.stringify(params)).toContain("malformed");
  });

  it.each([
    [
      { line: -5, character: -5 },
      { line: 0, character: 0 },
    ],
    [
      { line: 0.9, character: 0.9 },
      { line: 0, character: 0 },
    ],
    [
      { line: -1e300, character: 3 },
      { line: 0, character: 0.5 },
    ],
  ])("at %j inserts at the start", async (start_, end) => {
    const server = await withText();
    change(server, 2, [{ range: { start: start_, end }, text: "# first\n" }]);
    const { result } = await server.request("textDocument/documentSymbol", { textDocument });
    expect(result).toMatchObject([{ range: { start: { line: 1 } } }, {}]);
  });

  it.each([[null], [undefined], ["2"], [-1], [2.5], [1e300], [{}]])(
    "with the version %j is taken, and edits for it name a version or none",
    async (version) => {
      const server = new RawServer();
      await start(server, clients.rich);
      open(server, text);
      change(server, version, [{ text: inMeeting("  - title: Harbor registry\n") }]);
      const at = { line: 4, character: 12 };
      const params = { textDocument, range: { start: at, end: at }, context: { diagnostics: [] } };
      const { result } = await server.request("textDocument/codeAction", params);
      const [first] = result as { edit: { documentChanges: [{ textDocument: { version: unknown } }] } }[];
      const expected = typeof version === "number" && version !== 2.5 ? version : null;
      expect(first?.edit.documentChanges[0].textDocument.version).toBe(expected);
    },
  );
});

describe("a notification", () => {
  const odd = [undefined, null, 7, "x", [], {}, { textDocument: null }, { textDocument: { uri: 7 } }];
  const methods = [
    "initialized",
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
    "textDocument/willSave",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "wlcgNotes/cursor",
    "$/setTrace",
    "window/workDoneProgress/cancel",
  ];

  it.each(methods)("%s with params of any type stops nothing", async (method) => {
    const server = await withText();
    for (const params of odd) server.notify(method, params);
    server.notify(method, {
      changes: [null, {}, { uri: 7 }],
      event: { added: 7, removed: [null] },
      settings: [],
    });
    await isWell(server);
  });

  it.each([[undefined], [null], [7], [{}]])(
    "of an opened file with the text %j opens nothing",
    async (content) => {
      const server = await withText();
      const other = "file:///other.contributions.yaml";
      server.notify("textDocument/didOpen", { textDocument: { uri: other, version: 1, text: content } });
      const params = { textDocument: { uri: other } };
      expect((await server.request("textDocument/documentSymbol", params)).result).toEqual([]);
      await isWell(server);
    },
  );
});
