/** Clients that refuse what the server asks for, or never answer: everything else works. */
import { mkdir, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { smallCatalogue } from "../support/catalogue";
import { inFolder } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { clients } from "../support/protocol/clients";
import { frame } from "../support/protocol/frames";
import { errorReply, noReply, RawServer } from "../support/protocol/rawServer";
import { open, start, textDocument } from "../support/protocol/session";

const requests = [
  "workspace/configuration",
  "client/registerCapability",
  "client/unregisterCapability",
  "window/workDoneProgress/create",
  "workspace/diagnostic/refresh",
  "wlcgNotes/preview/refresh",
  "workspace/applyEdit",
  "window/showMessageRequest",
  "window/showDocument",
  "workspace/workspaceFolders",
] as const;

/** The small catalogue has the theme `cooling`; the built-in one has `security`. */
const text = inMeeting("  - title: x\n    themes: [cooling]\n  - title: y\n    themes: [security]\n");
const own = ["Unknown theme: `security`."];

/** The messages of what is found. */
async function findings(server: RawServer): Promise<readonly string[]> {
  const { result } = await server.request("textDocument/diagnostic", { textDocument });
  return (result as { items: readonly { message: string }[] }).items.map(({ message }) => message);
}

async function foundInTheEnd(server: RawServer, expected: readonly string[]): Promise<void> {
  for (let found = await findings(server); found.join() !== expected.join(); found = await findings(server));
}

/** What the client's log has of requests that were not answered well. */
function logged({ received }: RawServer): readonly string[] {
  return received
    .filter(({ method }) => method === "window/logMessage")
    .map(({ params }) => (params as { message: string }).message);
}

/** A server of a client that can do everything, or all but what `workspace` takes away, in a folder with catalogues. */
async function serverWith(answers: Readonly<Record<string, unknown>>, workspace: object = {}) {
  const folder = await inFolder({ "themes.yaml": smallCatalogue, "halls.yaml": smallCatalogue });
  const server = new RawServer(["--stdio"], answers);
  const capabilities = {
    ...clients.rich,
    workspace: { ...clients.rich.workspace, ...workspace },
    window: { workDoneProgress: true },
  };
  await start(server, capabilities, {
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "work" }],
    initializationOptions: { catalogue: "themes.yaml" },
  });
  return { server, folder: pathToFileURL(folder).href };
}

async function leaves(server: RawServer): Promise<void> {
  expect((await server.request("shutdown")).result).toBeNull();
  server.notify("exit");
  expect(await server.ended()).toBe(0);
  expect(server.log).toBe("");
}

const ways = { refused: errorReply, unanswered: noReply };

describe.each(["refused", "unanswered"] as const)("requests that are %s", (way) => {
  it("of every kind, stop neither settings nor catalogue, and the server ends when it has to", async () => {
    const { server } = await serverWith(Object.fromEntries(requests.map((method) => [method, ways[way]])));
    open(server, text);
    await foundInTheEnd(server, own);
    server.notify("workspace/didChangeConfiguration", {
      settings: { wlcgNotes: { catalogue: "halls.yaml" } },
    });
    server.notify("workspace/didChangeConfiguration", { settings: { wlcgNotes: { catalogue: "" } } });
    await foundInTheEnd(server, ["Unknown theme: `cooling`."]);
    await leaves(server);
  });

  it.each(requests)("of one kind, %s, stop nothing of the others", async (method) => {
    const { server } = await serverWith({
      "workspace/configuration": [{ catalogue: "themes.yaml" }],
      [method]: ways[way],
    });
    open(server, text);
    await foundInTheEnd(server, own);
    await leaves(server);
  });

  it("do not matter for a file that takes long to read", async () => {
    const { server } = await serverWith({ "window/workDoneProgress/create": ways[way] });
    const items = "  - title: Rucio\n    themes: [securty]\n    speaker: A\n".repeat(6000);
    open(server, inMeeting(items));
    await server.messageThat(({ method }) => method === "window/workDoneProgress/create");
    await server.request("textDocument/documentSymbol", { textDocument });
    server.notify("textDocument/didClose", { textDocument });
    open(server, text);
    await foundInTheEnd(server, own);
    expect(server.received.filter(({ method }) => method === "$/progress")).toEqual([]);
    await leaves(server);
  });
});

describe("a client that refuses", () => {
  it("finds that in its log, once for each kind", async () => {
    const { server } = await serverWith({
      "client/registerCapability": errorReply,
      "workspace/diagnostic/refresh": errorReply,
    });
    open(server, text);
    await foundInTheEnd(server, own);
    for (const catalogue of ["halls.yaml", "themes.yaml", ""])
      server.notify("workspace/didChangeConfiguration", { settings: { wlcgNotes: { catalogue } } });
    for (let round = 0; round < 3; round++) await findings(server);
    const log = await server.messageThat(({ params }) =>
      JSON.stringify(params ?? {}).includes("diagnostic/refresh"),
    );
    expect(log.method).toBe("window/logMessage");
    expect(logged(server)).toHaveLength(2);
    expect(logged(server)[0]).toMatch(/^The client rejected `client\/registerCapability`: /);
  });

  it("still has its meetings learned from", async () => {
    const { server, folder } = await serverWith({ "client/registerCapability": errorReply });
    await mkdir("archive");
    const tagged = "  - title: Zebra crossing\n    themes: [cooling]\n".repeat(5);
    await writeFile("archive/a.contributions.yaml", inMeeting(tagged));
    server.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${folder}/archive/a.contributions.yaml`, type: 1 }],
    });
    open(server, inMeeting("  - title: Zebra crossing again\n"));
    const position = { line: 4, character: 12 };
    const suggested = async (): Promise<string> =>
      JSON.stringify((await server.request("textDocument/hover", { textDocument, position })).result);
    for (let card = await suggested(); !card.includes("cooling"); card = await suggested());
  });
});

describe("the registration for the catalogue's file", () => {
  const configure = (server: RawServer, catalogue: string): void =>
    server.notify("workspace/didChangeConfiguration", { settings: { wlcgNotes: { catalogue } } });
  const calls = ({ received }: RawServer, name: string): readonly string[] =>
    received
      .filter(({ method }) => method === `client/${name}Capability`)
      .map(({ params }) => JSON.stringify(params));

  it("ends when another takes its place, and takes odd names as a pattern that all clients read", async () => {
    const { server } = await serverWith({}, { configuration: false });
    open(server, text);
    await foundInTheEnd(server, own);
    const received = (text: string) =>
      server.messageThat(({ params }) => JSON.stringify(params ?? {}).includes(text));
    configure(server, "a[b.yaml");
    await received('"**/a?b.yaml"');
    configure(server, "{c*,?.yaml");
    await received('"**/?c???.yaml"');
    for (const number of [1, 2]) await received(`"unregisterations":[{"id":"wlcg-notes-catalogue-${number}"`);
    expect(calls(server, "unregister")).toHaveLength(2);
    await leaves(server);
  });

  it("is refused without harm, also where the settings change, and what never began is not ended", async () => {
    const { server } = await serverWith(
      { "client/registerCapability": errorReply },
      { configuration: false },
    );
    open(server, text);
    for (const catalogue of ["a[.yaml", "b{c.yaml", "halls.yaml", "themes.yaml"])
      configure(server, catalogue);
    await foundInTheEnd(server, own);
    expect(calls(server, "unregister")).toEqual([]);
    await leaves(server);
  });
});

it("settings that come late are taken when they come", async () => {
  const { server } = await serverWith({ "workspace/configuration": noReply });
  open(server, text);
  await foundInTheEnd(server, own);
  const { id } = await server.messageThat(({ method }) => method === "workspace/configuration");
  server.write(frame({ jsonrpc: "2.0", id, result: [{ catalogue: "" }] }));
  await foundInTheEnd(server, ["Unknown theme: `cooling`."]);
});
