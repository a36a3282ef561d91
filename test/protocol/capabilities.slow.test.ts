/** For each capability that a client may lack, the answers stay within what it said it supports. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CodeAction, Command, CompletionItem, Diagnostic } from "vscode-languageserver-types";
import { inMeeting } from "../support/findings";
import { clients } from "../support/protocol/clients";
import { MessageValidator } from "../support/protocol/judge";
import { RawServer } from "../support/protocol/rawServer";
import { askEverything, open, start, textDocument, uri } from "../support/protocol/session";

const sample = readFileSync(
  new URL("../../sample/2019-12-10-kubernetes-pre-gdb.contributions.yaml", import.meta.url),
  "utf8",
);
const text = `${inMeeting(
  "  - title: Harbor registry\n  - title: Harbor registry\n    speaker: A\n    themes: [security]\n",
)}discussion:\n  - topic: z\n    themes: none\n  # wlcg-notes-disable-next-line unknown-key\n  - topic: w\n    themes: none\n`;

/** A copy of the capabilities of the rich client without those at these paths. */
function without(...paths: readonly string[]): object {
  const copy: Record<string, unknown> = structuredClone({
    ...clients.rich,
    window: { workDoneProgress: true },
  });
  for (const path of paths) {
    const steps = path.split("/");
    const last = steps.pop() ?? "";
    const holder = steps.reduce<Record<string, unknown> | undefined>(
      (at, step) => at?.[step] as Record<string, unknown> | undefined,
      copy,
    );
    if (holder) delete holder[last];
  }
  return copy;
}

async function serverOf(capabilities: object, content = text): Promise<RawServer> {
  const server = new RawServer();
  await start(server, capabilities);
  open(server, content);
  return server;
}

async function ask<T>(server: RawServer, method: string, params: object = {}): Promise<T> {
  const { result, error } = await server.request(`textDocument/${method}`, { textDocument, ...params });
  expect(error).toBeUndefined();
  return result as T;
}

const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
const actions = (server: RawServer) =>
  ask<(CodeAction | Command)[]>(server, "codeAction", { range, context: { diagnostics: [] } });
const completions = async (server: RawServer, position = { line: 5, character: 2 }) =>
  (await ask<{ items: CompletionItem[] }>(server, "completion", { position })).items;
const found = async (server: RawServer) => (await ask<{ items: Diagnostic[] }>(server, "diagnostic")).items;

/** Each a capability that a client may lack, by its path. */
const lackable = [
  "general",
  "window",
  "workspace",
  "workspace/configuration",
  "workspace/didChangeConfiguration",
  "workspace/didChangeWatchedFiles",
  "workspace/workspaceFolders",
  "workspace/workspaceEdit",
  "workspace/workspaceEdit/documentChanges",
  "workspace/workspaceEdit/changeAnnotationSupport",
  "workspace/diagnostics",
  "textDocument",
  "textDocument/synchronization",
  "textDocument/diagnostic",
  "textDocument/publishDiagnostics",
  "textDocument/publishDiagnostics/relatedInformation",
  "textDocument/completion",
  "textDocument/completion/completionItem",
  "textDocument/completion/completionItem/snippetSupport",
  "textDocument/completion/completionItem/resolveSupport",
  "textDocument/hover",
  "textDocument/codeAction",
  "textDocument/codeAction/codeActionLiteralSupport",
  "textDocument/codeAction/dataSupport",
  "textDocument/codeAction/resolveSupport",
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
];

describe.each(lackable)("a client without %s", (path) => {
  it("gets nothing that the protocol does not allow, and no request that it cannot take", async () => {
    const server = new RawServer();
    await start(server, without(path));
    await askEverything(server, sample, 401);
    await askEverything(server, text, 53);
    await server.request("shutdown");
    const judge = new MessageValidator("3.17");
    const faults = server.received.flatMap((message) =>
      judge.faults(message, "method" in message ? undefined : server.pendingMethods.get(message.id)),
    );
    expect([...new Set(faults)]).toEqual([]);
    expect(server.received.filter((message) => "error" in message)).toEqual([]);
    const requests = new Set(server.received.filter((one) => "id" in one).map(({ method }) => method));
    for (const [method, needed] of Object.entries(needs))
      if (needed.some((one) => one.startsWith(path))) expect(requests).not.toContain(method);
  }, 60_000);
});

/** What the server may ask for, by the capabilities of which it needs one. */
const needs: Readonly<Record<string, readonly string[]>> = {
  "workspace/configuration": ["workspace/configuration"],
  "workspace/diagnostic/refresh": ["workspace/diagnostics"],
  "window/workDoneProgress/create": ["window"],
  "wlcgNotes/preview/refresh": ["experimental"],
};

describe("code actions", () => {
  it("are commands for a client without literals, which lead to an edit of that client", async () => {
    const server = await serverOf({ workspace: { applyEdit: true } });
    const [first] = (await actions(server)) as Command[];
    expect(first).toMatchObject({
      title: expect.stringMatching(/^Tag with/),
      command: "wlcgNotes.applyEdit",
    });
    const { command, arguments: given } = first ?? {};
    const run = () => server.request("workspace/executeCommand", { command, arguments: given });
    expect((await run()).result).toBeNull();
    const { params } = await server.messageThat(({ method }) => method === "workspace/applyEdit");
    expect(JSON.stringify(params)).toContain("themes: [image-distribution/registries]");
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text }],
    });
    expect((await run()).error?.code).toBe(-32801);
    expect(server.received.filter(({ method }) => method === "workspace/applyEdit")).toHaveLength(1);
  });

  it("are none for a client that applies no edits either, and are not offered", async () => {
    const server = new RawServer();
    const { result } = await server.request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(JSON.stringify(result)).not.toMatch(/codeAction|applyEdit/);
    server.notify("initialized", {});
    open(server, text);
    expect(await actions(server)).toEqual([]);
  });

  it.each([
    ["nothing", undefined],
    ["another", { command: "editor.action.quit" }],
    ["no arguments", { command: "wlcgNotes.applyEdit" }],
    ["odd arguments", { command: "wlcgNotes.applyEdit", arguments: [7, null] }],
    ["null for arguments", { command: "wlcgNotes.applyEdit", arguments: [null] }],
  ])("as a command of %s are refused", async (_, params) => {
    const server = await serverOf({ workspace: { applyEdit: true } });
    expect((await server.request("workspace/executeCommand", params)).error?.code).toBe(-32602);
  });

  it("carry a preference, data and annotations where the client takes them", async () => {
    const rich = JSON.stringify(await actions(await serverOf(without())));
    expect(rich).toMatch(/"isPreferred":true.*"data":/);
    const paths = ["isPreferredSupport", "dataSupport"].map((name) => `textDocument/codeAction/${name}`);
    const server = await serverOf(without(...paths, "workspace/workspaceEdit/documentChanges"));
    const plain = (await actions(server)) as CodeAction[];
    expect(JSON.stringify(plain)).not.toMatch(/isPreferred|"data"|documentChanges/);
    const tagAll = plain.find(({ title }) => title.startsWith("Tag all"));
    const { result } = await server.request("codeAction/resolve", tagAll);
    expect(JSON.stringify(result)).toContain('"changes"');
    expect(JSON.stringify(result)).not.toMatch(/annotation/i);
  });
});

describe("an outline", () => {
  it("is a flat list in the file's order for a client without a tree, of kinds that it knows", async () => {
    const server = await serverOf({});
    expect(await ask(server, "documentSymbol")).toMatchObject([
      { name: "M", kind: 2, location: { uri } },
      { name: "contributions", kind: 18 },
      { name: "Harbor registry", kind: 15, containerName: "contributions" },
      { name: "Harbor registry", kind: 15, containerName: "contributions" },
      { name: "discussion", kind: 18 },
      { name: "z", kind: 15, containerName: "discussion" },
      { name: "w", kind: 15, containerName: "discussion" },
    ]);
  });

  it("is a tree for the others, of all kinds where they name them", async () => {
    const symbolKind = { valueSet: Array.from({ length: 26 }, (_, index) => index + 1) };
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true, symbolKind };
    const server = await serverOf({ textDocument: { documentSymbol } });
    const symbols = await ask<{ children?: { kind: number }[] }[]>(server, "documentSymbol");
    expect(symbols.map(({ children = [] }) => children.map(({ kind }) => kind))).toEqual([
      [],
      [15, 15],
      [24, 24],
    ]);
  });
});

describe("findings", () => {
  const publish = "textDocument/publishDiagnostics";

  it("carry related places, tags and addresses where the client takes them", async () => {
    const rich = await found(
      await serverOf({ textDocument: { diagnostic: {}, publishDiagnostics: everything } }),
    );
    const plain = await found(await serverOf({ textDocument: { diagnostic: {} } }));
    expect(plain.map(({ code, range, message }) => ({ code, range, message }))).toEqual(
      rich.map(({ code, range, message }) => ({ code, range, message })),
    );
    expect(JSON.stringify(rich)).toMatch(/relatedInformation/);
    expect(JSON.stringify(rich)).toMatch(/codeDescription/);
    expect(JSON.stringify(rich)).toMatch(/tags/);
    expect(JSON.stringify(plain)).not.toMatch(/relatedInformation|codeDescription|tags/);
  });

  it("are the same in code actions", async () => {
    const server = await serverOf(
      without(`${publish}/relatedInformation`, `${publish}/codeDescriptionSupport`),
    );
    expect(JSON.stringify(await actions(server))).not.toMatch(/relatedInformation|codeDescription|tags/);
  });

  const everything = {
    relatedInformation: true,
    codeDescriptionSupport: true,
    tagSupport: { valueSet: [1, 2] },
  };
});

describe("completions", () => {
  it("carry details, modes and kinds where the client takes them", async () => {
    const themes = inMeeting("  - title: x\n    themes: [sec]\n");
    const position = { line: 5, character: 16 };
    const plain = await completions(await serverOf({}, themes), position);
    const kinds = Array.from({ length: 25 }, (_, index) => index + 1);
    const completionItem = { labelDetailsSupport: true, insertTextModeSupport: { valueSet: [1, 2] } };
    const completion = { completionItem, completionItemKind: { valueSet: kinds } };
    const rich = await completions(await serverOf({ textDocument: { completion } }, themes), position);
    expect(rich.map(({ label }) => label)).toEqual(plain.map(({ label }) => label));
    expect(rich[0]).toMatchObject({ kind: 20, insertTextMode: 1 });
    expect(rich.some(({ labelDetails }) => labelDetails?.description)).toBe(true);
    expect(Math.max(...plain.map(({ kind }) => kind ?? 0))).toBeLessThan(19);
    expect(JSON.stringify(plain)).not.toMatch(/labelDetails|insertTextMode|preselect/);
  });
});

describe("texts", () => {
  const themed = inMeeting("  - title: x\n    themes: [security/aai]\n");
  const position = { line: 5, character: 24 };
  const card = async (contentFormat: unknown): Promise<{ kind: string; value: string }> => {
    const server = await serverOf({ textDocument: { hover: { contentFormat } } }, themed);
    return (await ask<{ contents: { kind: string; value: string } }>(server, "hover", { position })).contents;
  };

  it.each([[["plaintext"]], [[]], [["plaintext", "markdown"]]])(
    "are plain, and no Markdown, for a client that likes %j",
    async (formats) => {
      const { kind, value } = await card(formats);
      expect(kind).toBe("plaintext");
      expect(value).not.toMatch(/[*`\\]|\]\(|&\w+;|^---$/m);
    },
  );

  it.each([[undefined], [["markdown"]], [["markdown", "plaintext"]]])(
    "are Markdown for a client that likes %j",
    async (formats) => expect((await card(formats)).kind).toBe("markdown"),
  );

  it("of completions are plain as well", async () => {
    const completionItem = { documentationFormat: ["plaintext"] };
    const server = await serverOf({ textDocument: { completion: { completionItem } } }, themed);
    const [item] = await completions(server, position);
    const { result } = await server.request("completionItem/resolve", item);
    const { documentation } = result as { documentation: { kind: string; value: string } };
    expect(documentation.kind).toBe("plaintext");
    expect(documentation.value).not.toMatch(/[*`\\]|\]\(/);
  });
});

describe("folds", () => {
  it.each([
    [0, 0],
    [2, 2],
    [undefined, 6],
    [-1, 6],
    ["3", 6],
  ])("with a limit of %j are %i, whole lines, the outermost first", async (rangeLimit, expected) => {
    const server = await serverOf({ textDocument: { foldingRange: { rangeLimit, lineFoldingOnly: true } } });
    const folds = await ask<{ startLine: number }[]>(server, "foldingRange");
    expect(folds).toHaveLength(expected);
    expect(JSON.stringify(folds)).not.toMatch(/Character/);
    if (expected === 2) expect(folds.map(({ startLine }) => startLine)).toEqual([0, 3]);
  });
});

it.each([
  [{ textDocument: null, workspace: null, window: null, general: null }],
  [{ textDocument: { hover: 7, completion: "x", codeAction: [], foldingRange: null, diagnostic: 1 } }],
  [{ workspace: { workspaceEdit: 3, didChangeWatchedFiles: "yes", diagnostics: true } }],
  [
    {
      textDocument: { completion: { completionItem: { documentationFormat: 7, insertTextModeSupport: 1 } } },
    },
  ],
  [
    {
      textDocument: { codeAction: { resolveSupport: { properties: 7 } }, documentSymbol: { symbolKind: [] } },
    },
  ],
  [{ textDocument: { publishDiagnostics: { tagSupport: true } } }],
])("invalid capabilities are tolerated: %j", async (capabilities) => {
  const server = await serverOf(capabilities);
  for (const method of ["documentSymbol", "foldingRange", "diagnostic"]) await ask(server, method);
  await actions(server);
  await completions(server);
  await ask(server, "hover", { position: { line: 4, character: 12 } });
});
