/** Where catalogue and archive are found, by the folders that a client sends, and when findings follow. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { smallCatalogue } from "../support/catalogue";
import { inFolder } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { noReply, RawServer } from "../support/protocol/rawServer";

const text = inMeeting("  - title: x\n    themes: [cooling]\n  - title: y\n    themes: [security]\n");
const own = ["Unknown theme: `security`."];
const builtIn = ["Unknown theme: `cooling`."];

interface Options {
  readonly capabilities?: object;
  readonly params?: (folder: string) => object;
  readonly catalogue?: string;
  /** further files in the folder, by path */
  readonly files?: Readonly<Record<string, string>>;
  /** what the client answers to requests of the server */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** A server with a meeting open in a folder that has catalogues, its client as the options say. */
async function serverFor({
  capabilities = {},
  params = () => ({}),
  catalogue = "themes.yaml",
  files = {},
  answers = {},
}: Options) {
  const folder = pathToFileURL(await inFolder({ "themes.yaml": smallCatalogue, ...files })).href;
  const server = new RawServer(["--stdio"], answers);
  await server.request("initialize", {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions: { catalogue },
    ...params(folder),
  });
  server.notify("initialized", {});
  const uri = `${folder}/m.contributions.yaml`;
  const item = { uri, languageId: "wlcg-contributions", version: 1, text };
  server.notify("textDocument/didOpen", { textDocument: item });
  return { server, folder, uri };
}

type Served = Awaited<ReturnType<typeof serverFor>>;

/** The messages of each push, in their order. */
function pushes({ server, uri }: Served): readonly (readonly string[])[] {
  return server.received
    .filter(
      ({ method, params }) =>
        method === "textDocument/publishDiagnostics" && (params as { uri: string }).uri === uri,
    )
    .map(({ params }) =>
      (params as { diagnostics: { message: string }[] }).diagnostics.map(({ message }) => message),
    );
}

async function pushed(served: Served, expected: readonly string[]): Promise<void> {
  await served.server.messageThat(() => pushes(served).at(-1)?.join() === expected.join());
}

async function pulled({ server, uri }: Served): Promise<readonly string[]> {
  const { result } = await server.request("textDocument/diagnostic", { textDocument: { uri } });
  return (result as { items: { message: string }[] }).items.map(({ message }) => message);
}

function complaints({ server }: Served): readonly string[] {
  return server.received
    .filter(({ method }) => method === "window/showMessage")
    .map(({ params }) => (params as { message: string }).message);
}

describe("the catalogue of the options", () => {
  it.each<[string, (folder: string) => object]>([
    ["workspaceFolders", (uri) => ({ workspaceFolders: [{ uri, name: "w" }] })],
    ["rootUri", (uri) => ({ rootUri: uri, workspaceFolders: null })],
    ["rootPath", (uri) => ({ rootUri: undefined, rootPath: decodeURIComponent(new URL(uri).pathname) })],
    ["no folder at all, beside the file", () => ({})],
  ])("is found by %s, and its findings are the first that are pushed", async (_, params) => {
    const served = await serverFor({ params });
    await pushed(served, own);
    expect(pushes(served)).toEqual([own]);
    expect(complaints(served)).toEqual([]);
  });

  it.each([
    ["asks once", {}],
    ["supports a refresh", { workspace: { diagnostics: { refreshSupport: true } } }],
  ])("is in the first findings of a client that %s", async (_, capabilities) => {
    const served = await serverFor({
      capabilities: { textDocument: { diagnostic: {} }, ...capabilities },
      params: (uri) => ({ rootUri: uri }),
    });
    expect(await pulled(served)).toEqual(own);
  });

  it("that is not there holds nothing back, and is complained of once", async () => {
    const served = await serverFor({ catalogue: "gone.yaml", params: (uri) => ({ rootUri: uri }) });
    await pushed(served, builtIn);
    expect(complaints(served)).toEqual([
      "The theme catalogue does not exist. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
    ]);
  });

  it("is in the findings that are pushed late, if the client never sends its settings", async () => {
    const served = await serverFor({
      capabilities: { workspace: { configuration: true } },
      params: (uri) => ({ rootUri: uri }),
      answers: { "workspace/configuration": noReply },
    });
    await pushed(served, own);
  });

  it("is asked for again late, if a client that pulls never sends its settings", async () => {
    const served = await serverFor({
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      },
      params: (uri) => ({ rootUri: uri }),
      answers: { "workspace/configuration": noReply },
    });
    const refreshes = () =>
      served.server.received.filter(({ method }) => method === "workspace/diagnostic/refresh");
    for (let seen = 0; (await pulled(served)).join() !== own.join(); seen = refreshes().length)
      await served.server.messageThat(() => refreshes().length > seen);
  });

  it("is looked for in the folders there are now", async () => {
    const served = await serverFor({ params: (uri) => ({ workspaceFolders: [{ uri, name: "w" }] }) });
    await pushed(served, own);
    const other = await inFolder({ "themes.yaml": smallCatalogue.replace("id: cooling", "id: security") });
    const event = {
      added: [{ uri: pathToFileURL(other).href, name: "o" }],
      removed: [{ uri: served.folder, name: "w" }],
    };
    served.server.notify("workspace/didChangeWorkspaceFolders", { event });
    await pushed(served, ["Unknown theme: `cooling`. Did you mean `security`?"]);
  });

  it("is read again where its own file changes, and not where another of its name does", async () => {
    const served = await serverFor({ params: (uri) => ({ rootUri: uri }) });
    await pushed(served, own);
    const changed = (uri: string) =>
      served.server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
    await writeFile("themes.yaml", smallCatalogue.replace("id: cooling", "id: security"));
    changed(`${served.folder}/sub/themes.yaml`);
    await served.server.request("textDocument/documentSymbol", { textDocument: { uri: served.uri } });
    expect(pushes(served).at(-1)).toEqual(own);
    changed(`${served.folder}/themes.yaml`);
    await pushed(served, ["Unknown theme: `cooling`. Did you mean `security`?"]);
  });
});

const archived = inMeeting("  - title: Zebra crossing\n    themes: [cooling]\n".repeat(5));

it.each<[string, (folder: string) => object]>([
  ["workspaceFolders", (uri) => ({ workspaceFolders: [{ uri, name: "w" }] })],
  ["rootUri", (uri) => ({ rootUri: uri })],
  ["rootUri beside empty workspaceFolders", (uri) => ({ rootUri: uri, workspaceFolders: [] })],
  ["rootPath", (uri) => ({ rootPath: decodeURIComponent(new URL(uri).pathname) })],
])("meetings of the folder of %s are learned from", async (_, params) => {
  const files = { "old/a.contributions.yaml": archived };
  await suggestsCooling(await serverFor({ params, files }));
});

it("meetings of an added folder are learned from", async () => {
  const served = await serverFor({ params: (uri) => ({ rootUri: uri }) });
  const archive = await inFolder({});
  await mkdir(join(archive, "old"));
  await writeFile(join(archive, "old/a.contributions.yaml"), archived);
  served.server.notify("workspace/didChangeWorkspaceFolders", {
    event: { added: [{ uri: pathToFileURL(archive).href, name: "a" }], removed: [] },
  });
  await suggestsCooling(served);
});

/** Waits until the hover of a title suggests the theme of the archive. */
async function suggestsCooling({ uri, server }: Served): Promise<void> {
  const contentChanges = [{ text: inMeeting("  - title: Zebra crossing again\n") }];
  server.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges });
  const card = async (): Promise<string> => {
    const params = { textDocument: { uri }, position: { line: 4, character: 12 } };
    return JSON.stringify((await server.request("textDocument/hover", params)).result);
  };
  for (let shown = await card(); !shown.includes("cooling"); shown = await card());
}
